import { stripVTControlCharacters } from 'node:util'

/** What the program itself writes: clearing the line at the start of a text (ECMA-48). */
const OWN = String.raw`^\r\u001b\[K`

/** Every other control character except tabulators and line ends. */
const CONTROL = String.raw`[\0-\u0008\u000b-\u001f\u007f-\u009f]`

/** Characters that change the direction in which text is shown (Unicode Standard Annex 9). */
const DIRECTION = String.raw`[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]`

const LINE_END = /[\t\n\u2028\u2029]/g

const OWN_OR_CONTROL = new RegExp(`(${OWN})|${CONTROL}|${DIRECTION}`, 'g')

const DELETE = 0x7f

/** The sign for a control character (Unicode's Control Pictures); the upper ones and directions have none. */
const showControl = (control: string): string => {
  const code = control.charCodeAt(0)
  if (code === DELETE) return '\u2421'
  return code < DELETE ? String.fromCharCode(0x2400 + code) : '\ufffd'
}

/**
 * Makes control characters visible and harmless: names of files and words of servers may hold some that move the cursor,
 * clear the screen or hide words.
 */
export const visibleControls = (text: string): string =>
  text.replace(OWN_OR_CONTROL, (found: string, own: string | undefined) => own ?? showControl(found))

/** Keeps a sentence on one line: a line end in the name of a file could imitate a message of the program. */
export const oneLine = (text: string): string => text.replace(LINE_END, showControl)

export const indent = (line: string): string => `  ${line}`

/** Breaks a text into lines of at most `width` characters, except for longer words. */
export const wrapText = (text: string, width: number): string[] => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}

const MIN_WIDTH = 40

/** A note in lines for a terminal, its evidence in «». */
export const noteLines = (note: string | null, evidence: string | null, width: number): string[] => {
  const text = note ?? '(nothing)'
  const marked = evidence === null || evidence === note ? text : text.replace(evidence, () => `«${evidence}»`)
  return wrapText(stripVTControlCharacters(marked), Math.max(MIN_WIDTH, width))
}
