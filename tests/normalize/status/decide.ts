import { decideStatus } from '../../../pipeline/normalize/status/index.ts'
import { SECTIONS, type Section } from '../../../schemas/index.ts'

/** A note of prose; behind a colon, ` - ` begins an entry of a list. */
export const makeNote = (text: string) => {
  const colon = text.search(/:\s+- /)
  const prose = { start: 0, end: colon === -1 ? text.length : colon + 1, marked: false, lines: [] }
  const marks = [...text.matchAll(/ - /g)]
    .map(({ index }) => index)
    .filter((index) => colon !== -1 && index > colon)
  const entries = marks.map((mark, place) => ({
    start: mark + 3,
    end: marks[place + 1] ?? text.length,
    marked: true,
    lines: [],
  }))
  return { text, entries: [prose, ...entries] }
}

export const findSection = (code: string): Section => {
  const section = SECTIONS.find((candidate) => candidate.code === code)
  if (!section) throw new RangeError(`There is no section ${code}`)
  return section
}

export const decide = (code: string, text: string) =>
  decideStatus(makeNote(text), findSection(code), { ownNames: ['Maravia'] })
