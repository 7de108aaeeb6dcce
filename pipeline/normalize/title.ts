import type { Line } from '../layout/index.ts'

/** The title block of a profile: its fixed first words, and the name of the country. */
export interface Title {
  /** `CYBERWELLNESS PROFILE` as printed; null where it is not. */
  readonly heading: string | null
  /** The printed lines that may name the country, picture captions left out. */
  readonly nameLines: readonly string[]
}

const HEADING = /^\s*(CYBER\s*-?\s*WELL?NESS\s+(?:COUNTRY\s+)?PROFILE)S?\b[\s:–—-]*/i

/** What copies of a profile hold where the flag stands: the picture's address, file name or description. */
const CAPTION = /https?:\/\/|\.(?:svg|png|jpe?g|gif)\b|\b(?:flag|drapeau|tricolou?r)\b/i

/** Reads the title block. */
export const readTitle = (lines: readonly Line[]): Title => {
  let heading: string | null = null
  const nameLines: string[] = []
  for (const line of lines) {
    const match = HEADING.exec(line.text)
    if (match?.[1] !== undefined) heading ??= match[1]
    const rest = (match ? line.text.slice(match[0].length) : line.text).trim()
    if (rest !== '' && !CAPTION.test(rest)) nameLines.push(rest)
  }
  return { heading, nameLines }
}
