import type { SectionCode } from '../../schemas/index.ts'
import type { Layout, PlacedLine } from '../layout/index.ts'
import { closingEnd, closingStart } from './closing.ts'
import { headingAt, sectionPlace } from './heading.ts'
import type { ParsedSection, Profile } from './profile.ts'
import { similarity } from './similarity.ts'

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
