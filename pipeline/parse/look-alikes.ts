/** Characters that OCR takes for one another, by the letter or digit that stands for all of them. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  L: 'I',
  '1': 'I',
  '|': 'I',
  '!': 'I',
  '0': 'O',
  '5': 'S',
  $: 'S',
  '8': 'B',
  '2': 'Z',
}

/** A text in capitals in which characters of one shape are one: the same for `LEGISLATION` and `LEGlSLATl0N`. */
export const foldLookAlikes = (text: string): string =>
  text.toUpperCase().replace(/[L1|!05$82]/g, (character) => LOOK_ALIKES[character] ?? character)

const DIGITS: Readonly<Record<string, string>> = { I: '1', O: '0', S: '5', B: '8', Z: '2' }

/** A text with digits where letters of their shape stand: `l.1.1` is `1.1.1`. */
export const digitsByShape = (text: string): string =>
  text.replace(/\D/g, (character) => DIGITS[foldLookAlikes(character)] ?? character)
