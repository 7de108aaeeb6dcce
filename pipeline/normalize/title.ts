import type { Line } from '../layout/index.ts'
import { findSimilar } from '../parse/index.ts'

/** The title block of a profile: its fixed first words, and the name of the country. */
export interface Title {
  /** `CYBERWELLNESS PROFILE` as printed; null if it is not. */
  readonly heading: string | null
  /** The printed lines that may name the country, picture captions left out. */
  readonly nameLines: readonly string[]
}

const HEADING = /^\s*(CYBER\s*-?\s*WELL?NESS\s+(?:COUNTRY\s+)?PROFILE)S?\b[\s:–—-]*/i

/** Letters of the fixed words that may be misread. */
const MAX_MISREAD_LETTERS = 4

/** The fixed first words at the beginning of a line, letter by letter or as OCR misreads them; null elsewhere. */
const findHeading = (text: string): { readonly printed: string; readonly length: number } | null => {
  const match = HEADING.exec(text)
  if (match?.[1] !== undefined) return { printed: match[1], length: match[0].length }
  const place = findSimilar(text, 'CYBERWELLNESS PROFILE', MAX_MISREAD_LETTERS)
  return place?.start === 0 ? { printed: text.slice(0, place.end), length: place.end } : null
}

/** What copies of a profile hold where the flag is: the picture's address, file name or description. */
const CAPTION = /https?:\/\/|\.(?:svg|png|jpe?g|gif)\b|\b(?:flag|drapeau|tricolou?r)\b/i

/** The first word of the fixed ones, where it stands on a line of its own. */
const HALF_HEADING = /^\s*CYBER\s*-?\s*WELL?NESS(?:\s+COUNTRY)?\s*$/i

/** The texts of lines, a heading that is broken in two as one. */
const wholeHeadings = (lines: readonly Line[]): string[] => {
  const isHalf = (index: number): boolean => HALF_HEADING.test(lines[index]?.text ?? '')
  return lines.flatMap(({ text }, index) => {
    if (isHalf(index - 1)) return []
    const next = isHalf(index) ? lines[index + 1] : undefined
    return [next ? `${text} ${next.text}` : text]
  })
}

/** Reads the title block. */
export const readTitle = (lines: readonly Line[]): Title => {
  let heading: string | null = null
  const nameLines: string[] = []
  for (const text of wholeHeadings(lines)) {
    const found = findHeading(text)
    heading ??= found?.printed ?? null
    const rest = text.slice(found?.length ?? 0).trim()
    if (rest !== '' && !CAPTION.test(rest)) nameLines.push(rest)
  }
  return { heading, nameLines }
}
