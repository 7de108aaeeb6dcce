import { hash } from 'node:crypto'
import { COUNTRIES } from '../../schemas/countries.ts'
import {
  type Box,
  type DocumentRow,
  type Indicator,
  type Issue,
  type Item,
  listUnknownNames,
  makeIssue,
  type ReviewRow,
  SECTIONS,
  type Section,
} from '../../schemas/index.ts'
import type { ExtractedDocument } from '../extract/index.ts'
import type { SourceDocument } from '../fetch/index.ts'
import type { PlacedLine } from '../layout/index.ts'
import type { Profile, Vocabulary, Volume } from '../parse/index.ts'
import { backgroundFigures, type PrintedFigure } from './background.ts'
import type { DocumentCountry } from './country.ts'
import { FIGURE_RULES, type Figure, parseFigureSource, parsePercent, parsePopulation } from './figures.ts'
import { makeItemRows } from './items/index.ts'
import { makeNote, type Note } from './note.ts'
import type { PageRange } from './page-ranges.ts'
import { locateLine, type NoteWords, readNoteWords } from './place.ts'
import type { SourceDate } from './source-date.ts'
import { decideStatus, type StatusRule } from './status/index.ts'
import type { Title } from './title.ts'

/** A profile that was read, and the file that holds it. */
export interface ReadProfile {
  readonly document_id: string
  readonly source: SourceDocument
  readonly extracted: ExtractedDocument
  readonly volume: Volume
  readonly profile: Profile
  readonly vocabulary: Vocabulary
  /** Of the file. */
  readonly pages: number
  readonly range: PageRange
  readonly title: Title
  readonly country: DocumentCountry
  readonly date: SourceDate
}

/** The rows of one document, with its issues. */
export interface DocumentRows {
  readonly document: DocumentRow
  readonly indicators: readonly Indicator[]
  readonly items: readonly Item[]
  readonly boxes: readonly Box[]
  readonly review: readonly ReviewRow[]
  readonly issues: readonly Issue[]
  /** Not published: where to find what people read in the notes. */
  readonly noteWords: readonly NoteWords[]
}

/** The rows that one section gives. */
type SectionRows = Omit<DocumentRows, 'document'>

/** What a section's own text says of its indicator, and the lines that say it. */
type Reading = Pick<Indicator, 'note' | 'status' | 'status_rule' | 'evidence' | 'section_printed'> &
  Partial<Pick<Indicator, 'value' | 'value_year' | 'value_source'>> & {
    readonly lines: readonly PlacedLine[]
    /** The page of a section without lines. */
    readonly headingPage: number | null
    /** Whether a weak rule decided. */
    readonly weak: boolean
    readonly issues: readonly Issue[]
  }

/** The row of the review list about an indicator, which has fewer columns. */
const makeReviewRow = (
  [first]: readonly PlacedLine[],
  {
    document_id,
    country_code,
    section_code,
    indicator,
    status,
    status_rule,
    evidence,
    note,
    page,
  }: Indicator,
  unknown_names: string | null,
): ReviewRow => {
  const key = { document_id, country_code, section_code, indicator }
  const place = first ? locateLine(first) : { page, x0: null, y0: null, x1: null, y1: null }
  const note_sha256 = hash('sha256', note ?? '')
  return { ...key, status, status_rule, evidence, unknown_names, note, note_sha256, ...place }
}

/** The rows of a section, apart from its items. */
const makeRows = (
  section: Section,
  read: ReadProfile,
  { lines, headingPage, weak, issues, ...reading }: Reading,
  note: Note = { text: '', entries: [] },
): SectionRows => {
  const { document_id, country, extracted } = read
  const page = lines[0]?.page ?? headingPage
  // U+FFFD is a character that cannot be read
  const isDoubtful = weak || reading.note?.includes('\ufffd') === true
  const indicator: Indicator = {
    country: country.name,
    country_code: country.code,
    section_code: section.code,
    indicator: section.indicator,
    section: section.name,
    confidence: isDoubtful ? 'review' : 'high',
    source_date: read.date.date,
    value: null,
    value_year: null,
    value_source: null,
    ...reading,
    unit: section.unit,
    area: section.area,
    pillar: section.pillar,
    evidence_is_note: reading.note !== null && reading.evidence === reading.note,
    derivation: extracted.pages.find(({ number }) => number === page)?.derivation ?? extracted.derivation,
    page,
    is_latest: false,
    document_id,
    source_url: null,
  }
  const key = { document_id, section_code: section.code, indicator: section.indicator }
  const words = readNoteWords(section.code, lines)
  const places = words.lines.filter((place) => place.x0 !== null)
  const items = makeItemRows(section, note, words, indicator)
  const unknown = listUnknownNames(items)
  return {
    indicators: [indicator],
    boxes: places.map((place, index) => ({ ...key, box_no: index + 1, ...place })),
    items,
    noteWords: note.text === '' ? [] : [words],
    review: isDoubtful || unknown !== null ? [makeReviewRow(lines, indicator, unknown)] : [],
    issues,
  }
}

const readFigure = (
  section: Section,
  found: PrintedFigure | null,
  parse: (text: string) => Figure,
  read: ReadProfile,
): SectionRows => {
  const given = found?.printed === '' ? null : found
  const figure = given && parse(given.printed)
  const legible = figure?.value === null ? 'unreadable' : 'given'
  const outcome = figure === null ? 'missing' : figure.unavailable ? 'unavailable' : legible
  const { name: status_rule, status, weak = false }: StatusRule = FIGURE_RULES[outcome]
  const source = given && parseFigureSource(given.source)
  const lines = given?.lines ?? []
  const evidence = given?.printed ?? null
  const place = { section: section.code, page: lines[0]?.page ?? null, value: evidence }
  const isFaulty = outcome === 'missing' || outcome === 'unreadable'
  return makeRows(section, read, {
    note: given?.note ?? null,
    status,
    status_rule,
    evidence,
    lines,
    headingPage: null,
    weak,
    value: figure?.value ?? null,
    value_year: source?.year ?? null,
    value_source: source?.name ?? null,
    section_printed: given ? (section.printedNames[0] ?? null) : null,
    issues: isFaulty ? [makeIssue(`figure_${outcome}`, { document: read.source.name, ...place })] : [],
  })
}

const listOwnNames = ({ code, name, printed }: DocumentCountry): string[] => {
  const { names = [], adjectives = [] } = COUNTRIES.find((candidate) => candidate.code === code) ?? {}
  return [name, ...(printed === null ? [] : [printed]), ...names, ...adjectives]
}

const readSection = (section: Section, read: ReadProfile, ownNames: readonly string[]): SectionRows => {
  const parsed = read.profile.sections.get(section.code)
  const lines = parsed?.lines ?? []
  const note = makeNote(lines, read.vocabulary)
  const { status, rule, weak, evidence } = decideStatus(note, section, { ownNames })
  const headingPage = parsed?.heading[0]?.page ?? null
  const printed = parsed?.printed ?? null
  const place = { document: read.source.name, section: section.code, page: headingPage }
  const issues: Issue[] = []
  if (!parsed) issues.push(makeIssue('section_missing', place))
  else {
    if (note.text === '') issues.push(makeIssue('section_empty', place))
    if (parsed.occurrences > 1) issues.push(makeIssue('section_repeated', { ...place, value: printed }))
    if (!parsed.knownWording) issues.push(makeIssue('heading_wording', { ...place, value: printed }))
  }
  if (status === 'unclassified') issues.push(makeIssue('status_unclassified', { ...place, value: evidence }))
  const reading = {
    note: note.text || null,
    status,
    status_rule: rule,
    evidence,
    section_printed: printed,
    lines,
    headingPage,
    weak,
    issues,
  }
  return makeRows(section, read, reading, note)
}

/** The rows of a profile: one indicator for each entry of the catalogue, in its order, whatever the profile holds. */
export const profileRows = (read: ReadProfile): readonly SectionRows[] => {
  const figures = backgroundFigures(read.profile.background)
  const ownNames = listOwnNames(read.country)
  return SECTIONS.map((section) => {
    const { unit } = section
    if (unit === null) return readSection(section, read, ownNames)
    return readFigure(section, figures[unit], unit === 'percent' ? parsePercent : parsePopulation, read)
  })
}
