import type { SectionCode } from '../../schemas/index.ts'
import type { FurnitureLine, Layout, PlacedLine } from '../layout/index.ts'
import { findClosingEnd, findClosingStart } from './closing.ts'
import { getSectionPlace, readHeading } from './heading.ts'
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

/** A section as it grows: a heading may be repeated. */
interface OpenSection extends ParsedSection {
  readonly heading: PlacedLine[]
  readonly lines: PlacedLine[]
  occurrences: number
}

interface Outline {
  readonly parents: readonly PlacedLine[]
  readonly remarks: readonly PlacedLine[]
  readonly sections: ReadonlyMap<SectionCode, ParsedSection>
  /** Index of the first heading, parents included. */
  readonly first: number
  /** Index behind the last section heading. */
  readonly afterLast: number
}

/** Finds the headings, and gives each section the lines up to the next heading. */
const readOutline = (lines: readonly PlacedLine[]): Outline => {
  const [parents, remarks]: [PlacedLine[], PlacedLine[]] = [[], []]
  const sections = new Map<SectionCode, OpenSection>()
  let [first, afterLast, lastPlace] = [lines.length, 0, -1]
  let text: PlacedLine[] | null = null
  for (let index = 0; index < lines.length; ) {
    const heading = readHeading(lines, index, lastPlace)
    const headingLines = lines.slice(index, index + (heading?.height ?? 1))
    index += headingLines.length
    if (!heading) {
      for (const line of headingLines) text?.push(line)
      continue
    }
    first = Math.min(first, index - headingLines.length)
    const { code, height: _, ...words } = heading
    const section: OpenSection | undefined = code === null ? undefined : sections.get(code)
    if (code === null) {
      for (const line of headingLines) parents.push(line)
      text = remarks
      continue
    }
    lastPlace = Math.max(lastPlace, getSectionPlace(code))
    afterLast = index
    if (section) {
      for (const line of headingLines) section.heading.push(line)
      section.occurrences++
      text = section.lines
    } else {
      text = []
      sections.set(code, { code, heading: headingLines, ...words, occurrences: 1, lines: text })
    }
  }
  return { parents, remarks, sections, first, afterLast }
}

/** Reads the parts of one profile: title, background, sections by number, closing lines. */
export const parseProfile = ({ lines, furniture }: Layout): Profile => {
  const start = findClosingStart(lines, readOutline(lines).afterLast)
  const end = start === -1 ? lines.length : findClosingEnd(lines, start) + 1
  const closing = start === -1 ? [] : lines.slice(start, end)
  const { parents, remarks, sections, first } = readOutline(start === -1 ? lines : lines.slice(0, start))
  const backgroundAt = lines.slice(0, first).findIndex(isBackgroundHeading)
  const titleEnd = backgroundAt === -1 ? first : backgroundAt
  const parts = { title: lines.slice(0, titleEnd), background: lines.slice(titleEnd, first), closing }
  const profile = { ...parts, parents, remarks, sections, furniture, unexplained: [] }
  const known = new Set(listLines(profile))
  return { ...profile, unexplained: lines.filter((line) => !known.has(line)) }
}
