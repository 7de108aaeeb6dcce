/** A word as poppler places it, in points from the left and the bottom of its page. */
export interface PopplerWord {
  readonly text: string
  /** Page, counted from 1. */
  readonly page: number
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** A text that is not what `pdftotext -bbox-layout` writes. */
export class BboxLayoutUnreadable extends Error {
  override readonly name = 'BboxLayoutUnreadable'
}

/** The elements that may stand between `<doc>` and `</doc>`; pages and words are read, the rest only grouped. */
const ELEMENT = /<(\/?)(page|flow|block|line|word)\b([^<>]*)>([^<]*)/g

const ATTRIBUTE = /\b(\w+)="(-?\d+(?:\.\d+)?)"/g

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));?/gi, (whole: string, decimal, hexadecimal, name) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    const decoded = name ? ENTITIES[String(name)] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined
    if (decoded === undefined) throw new BboxLayoutUnreadable(`unknown entity ${whole}`)
    return decoded
  })

const numbersOf = (attributes: string): ReadonlyMap<string, number> =>
  new Map([...attributes.matchAll(ATTRIBUTE)].map(([, name = '', value]) => [name, Number(value)]))

const numberOf = (numbers: ReadonlyMap<string, number>, name: string, element: string): number => {
  const value = numbers.get(name)
  if (value === undefined) throw new BboxLayoutUnreadable(`<${element}> without a number ${name}`)
  return value
}

const bodyOf = (xhtml: string): string => {
  const start = xhtml.indexOf('<doc>')
  const end = xhtml.lastIndexOf('</doc>')
  if (start < 0 || end < start) throw new BboxLayoutUnreadable('no <doc> from beginning to end')
  return xhtml.slice(start + '<doc>'.length, end)
}

/**
 * The words that `pdftotext -bbox-layout` found, page by page in its own order.
 * @throws BboxLayoutUnreadable where the text is cut short, or holds anything that poppler does not write there
 */
export const parseBboxLayout = (xhtml: string): PopplerWord[] => {
  const body = bodyOf(xhtml)
  const left = body.replace(ELEMENT, (_, closing, element, __, text: string) =>
    element === 'word' && closing === '' ? '' : text,
  )
  if (left.trim() !== '') throw new BboxLayoutUnreadable(`unknown content ${left.trim().slice(0, 40)}`)
  const words: PopplerWord[] = []
  let page = 0
  let height = 0
  for (const [, closing, element = '', attributes = '', text = ''] of body.matchAll(ELEMENT)) {
    if (closing === '/') continue
    if (element === 'page') {
      page++
      height = numberOf(numbersOf(attributes), 'height', element)
    }
    if (element !== 'word') continue
    const numbers = numbersOf(attributes)
    words.push({
      text: decodeEntities(text),
      page,
      x0: numberOf(numbers, 'xMin', element),
      y0: height - numberOf(numbers, 'yMax', element),
      x1: numberOf(numbers, 'xMax', element),
      y1: height - numberOf(numbers, 'yMin', element),
    })
  }
  return words
}
