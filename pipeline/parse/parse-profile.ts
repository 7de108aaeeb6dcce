import type { SectionCode } from '../../schemas/index.ts'
import type { FurnitureLine, Layout, PlacedLine } from '../layout/index.ts'
import { closingEnd, closingStart } from './closing.ts'
import { headingAt, sectionPlace } from './heading.ts'
import { similarity } from './similarity.ts'

/** A list entry or a paragraph of a note: its lines, and whether a list mark opens it. */
export interface Entry {
  readonly marked: boolean
  readonly lines: readonly PlacedLine[]
}

/** A numbered section as the paper prints it. */
export interface ParsedSection {
  readonly code: SectionCode
  /** The lines of its heading or headings. */
  readonly heading: readonly PlacedLine[]
  /** The heading as printed, number included. */
  readonly printed: string
  /** Whether the heading's words are those of the catalogue. */
  readonly knownWording: boolean
  /** How often the heading stands in the document. */
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
export const profileLines = (profile: Profile): readonly PlacedLine[] => [
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

interface Outline {
  readonly parents: PlacedLine[]
  readonly remarks: PlacedLine[]
  readonly sections: Map<SectionCode, OpenSection>
  /** Index of the first heading, parents included. */
  first: number
  /** Index behind the last section heading. */
  afterLast: number
}

/** A section as it grows: a heading may stand many times. */
interface OpenSection extends ParsedSection {
  readonly heading: PlacedLine[]
  readonly lines: PlacedLine[]
  occurrences: number
}

const addSection = (sections: Map<SectionCode, OpenSection>, added: OpenSection): void => {
  const present = sections.get(added.code)
  if (!present) {
    sections.set(added.code, added)
    return
  }
  for (const line of added.heading) present.heading.push(line)
  for (const line of added.lines) present.lines.push(line)
  present.occurrences++
}

/** Finds the headings, and gives each section the lines up to the next heading or to the closing lines. */
const outlineOf = (lines: readonly PlacedLine[]): Outline => {
  const outline: Outline = {
    parents: [],
    remarks: [],
    sections: new Map(),
    first: lines.length,
    afterLast: 0,
  }
  let open: OpenSection | null = null
  let last = -1
  const close = (end: number, from: number): void => {
    if (open) addSection(outline.sections, { ...open, lines: lines.slice(from, end) })
    else if (outline.parents.length > 0) for (const line of lines.slice(from, end)) outline.remarks.push(line)
    open = null
  }
  let bodyStart = 0
  for (let index = 0; index < lines.length; ) {
    const heading = headingAt(lines, index, last)
    if (!heading) {
      index++
      continue
    }
    close(index, bodyStart)
    outline.first = Math.min(outline.first, index)
    const headingLines = lines.slice(index, index + heading.height)
    index += heading.height
    bodyStart = index
    if (heading.code === null) {
      for (const line of headingLines) outline.parents.push(line)
      continue
    }
    last = Math.max(last, sectionPlace(heading.code))
    outline.afterLast = index
    open = {
      code: heading.code,
      heading: headingLines,
      printed: heading.printed,
      knownWording: heading.knownWording,
      occurrences: 1,
      lines: [],
    }
  }
  close(lines.length, bodyStart)
  return outline
}

/** Lines that are in no part. */
const strayLines = (lines: readonly PlacedLine[], known: ReadonlySet<PlacedLine>): PlacedLine[] =>
  lines.filter((line) => !known.has(line))

/** Reads the parts of one profile off its lines: title, background, sections by number, closing lines. */
export const parseProfile = (layout: Layout): Profile => {
  const { lines } = layout
  const draft = outlineOf(lines)
  const start = closingStart(lines, draft.afterLast)
  const end = start === -1 ? lines.length : closingEnd(lines, start) + 1
  const closing = start === -1 ? [] : lines.slice(start, end)
  const { parents, remarks, sections, first } = outlineOf(start === -1 ? lines : lines.slice(0, start))
  const backgroundAt = lines.slice(0, first).findIndex(isBackgroundHeading)
  const title = lines.slice(0, backgroundAt === -1 ? first : backgroundAt)
  const background = backgroundAt === -1 ? [] : lines.slice(backgroundAt, first)
  const sectionLines = [...sections.values()].flatMap((section) => [...section.heading, ...section.lines])
  const known = new Set([...title, ...background, ...parents, ...remarks, ...sectionLines, ...closing])
  return {
    title,
    background,
    parents,
    remarks,
    sections,
    closing,
    furniture: layout.furniture,
    unexplained: strayLines(lines, known),
  }
}
