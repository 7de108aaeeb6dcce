import type { SectionCode } from '../../schemas/index.ts'
import type { FurnitureLine, Layout, PlacedLine } from '../layout/index.ts'
import { findClosingEnd, findClosingStart } from './closing.ts'
import { getSectionPlace, type Heading, readHeading } from './heading.ts'
import { similarity } from './similarity.ts'

/** A numbered section as the document prints it. */
export interface ParsedSection {
  readonly code: SectionCode
  /** The lines of its heading or headings. */
  readonly heading: readonly PlacedLine[]
  /** The heading as printed, number included. */
  readonly printed: string
  /** Whether the heading's words are those of the catalogue. */
  readonly knownWording: boolean
  /** How often the heading is in the document. */
  readonly occurrences: number
  readonly lines: readonly PlacedLine[]
}

/** What one profile says, line by line; every line of the document is in exactly one of these. */
export interface Profile {
  readonly title: readonly PlacedLine[]
  readonly background: readonly PlacedLine[]
  readonly parents: readonly PlacedLine[]
  /** Lines between a parent heading and its first section, where the template has none. */
  readonly remarks: readonly PlacedLine[]
  readonly sections: ReadonlyMap<string, ParsedSection>
  readonly closing: readonly PlacedLine[]
  readonly furniture: readonly FurnitureLine[]
  /** Lines that belong to no part of a profile. */
  readonly unexplained: readonly PlacedLine[]
}

/** The lines of a profile, its page furniture left out. */
export const listLines = (profile: Profile): readonly PlacedLine[] => [
  ...profile.title,
  ...profile.background,
  ...profile.parents,
  ...profile.remarks,
  ...[...profile.sections.values()].flatMap((section) => [...section.heading, ...section.lines]),
  ...profile.closing,
  ...profile.unexplained,
]

/** The heading of the background figures, however it is spelt. */
export const isBackgroundHeading = ({ text }: PlacedLine): boolean =>
  // a line much longer than the word is not like it
  (text.length < 20 && similarity(text.toUpperCase(), 'BACKGROUND') > 0.8) ||
  /^Total Population\b/i.test(text)

const findHeadings = (lines: readonly PlacedLine[]): readonly Heading[] => {
  const found: Heading[] = []
  let lastPlace = -1
  for (let index = 0; index < lines.length; ) {
    const heading = readHeading(lines, index, lastPlace)
    if (heading) found.push(heading)
    if (heading?.code) lastPlace = Math.max(lastPlace, getSectionPlace(heading.code))
    index = heading?.end ?? index + 1
  }
  return found
}

/** A heading with its own lines and those below it up to the next. */
interface Part extends Heading {
  readonly heading: readonly PlacedLine[]
  readonly lines: readonly PlacedLine[]
}

/** The sections by their number; a heading may be repeated. */
const joinParts = (parts: readonly Part[]): ReadonlyMap<SectionCode, ParsedSection> => {
  const sections = new Map<SectionCode, ParsedSection>()
  for (const [code, repeated] of Map.groupBy(parts, (part) => part.code)) {
    const [first] = repeated
    if (code === null || !first) continue
    const { printed, knownWording } = first
    const heading = repeated.flatMap((part) => part.heading)
    const lines = repeated.flatMap((part) => part.lines)
    sections.set(code, { code, heading, printed, knownWording, occurrences: repeated.length, lines })
  }
  return sections
}

/** Reads the parts of one profile: title, background, sections by number, closing lines. */
export const parseProfile = ({ lines, furniture }: Layout): Profile => {
  const headings = findHeadings(lines)
  const afterLast = headings.findLast(({ code }) => code !== null)?.end ?? 0
  const start = findClosingStart(lines, afterLast)
  const body = start === -1 ? lines : lines.slice(0, start)
  const parts = headings
    .filter((heading) => heading.start < body.length)
    .map((heading, index): Part => {
      const below = body.slice(heading.end, headings[index + 1]?.start)
      return { ...heading, heading: body.slice(heading.start, heading.end), lines: below }
    })
  const first = parts[0]?.start ?? body.length
  const backgroundAt = body.slice(0, first).findIndex(isBackgroundHeading)
  const titleEnd = backgroundAt === -1 ? first : backgroundAt
  const parents = parts.filter(({ code }) => code === null)
  const profile = {
    title: body.slice(0, titleEnd),
    background: body.slice(titleEnd, first),
    parents: parents.flatMap(({ heading }) => heading),
    remarks: parents.flatMap((parent) => parent.lines),
    sections: joinParts(parts),
    closing: start === -1 ? [] : lines.slice(start, findClosingEnd(lines, start) + 1),
    furniture,
    unexplained: [],
  }
  const known = new Set(listLines(profile))
  return { ...profile, unexplained: lines.filter((line) => !known.has(line)) }
}
