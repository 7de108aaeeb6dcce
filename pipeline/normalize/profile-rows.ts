import { hash } from 'node:crypto'
import { COUNTRIES } from '../../schemas/countries.ts'
import {
  type Box,
  type Derivation,
  type Indicator,
  type Issue,
  type Item,
  makeIssue,
  type ReviewRow,
  review as reviewTable,
  SECTIONS,
  type Section,
} from '../../schemas/index.ts'
import type { PlacedLine } from '../layout/index.ts'
import type { Profile, Vocabulary } from '../parse/index.ts'
import { backgroundFigures, type PrintedFigure } from './background.ts'
import type { DocumentCountry } from './country.ts'
import { FIGURE_RULES, type Figure, parseFigureSource, parsePercent, parsePopulation } from './figures.ts'
import { listUnknownNames, makeItemRows } from './items/index.ts'
import { type NoteWords, readNoteWords } from './items/item-place.ts'
import { locateLine, makeNote } from './note.ts'
import { decideStatus } from './status/index.ts'

/** What all rows of a document share. */
export interface RowContext {
  readonly documentId: string
  readonly file: string
  readonly country: DocumentCountry
  readonly sourceDate: string | null
  /** How the text of each page was obtained, and that of the document as a whole for rows without a page. */
  readonly pageDerivations: ReadonlyMap<number, Derivation>
  readonly derivation: Derivation
}

/** The rows that one section gives. */
interface SectionRows {
  readonly indicator: Indicator
  readonly boxes: readonly Box[]
  readonly items: readonly Item[]
  readonly noteWords: NoteWords | null
  readonly review: ReviewRow | null
  readonly issues: readonly Issue[]
}

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
  row: Indicator,
  unknown_names: string | null = null,
): ReviewRow => {
  const place = first ? locateLine(first) : { page: row.page, x0: null, y0: null, x1: null, y1: null }
  const note_sha256 = hash('sha256', row.note ?? '')
  return reviewTable.row.strip().parse({ ...row, ...place, unknown_names, note_sha256 })
}

/** The rows of a section, apart from its items. */
const makeRows = (
  section: Section,
  context: RowContext,
  { lines, headingPage, weak, issues, ...reading }: Reading,
): SectionRows => {
  const { note, evidence } = reading
  const { documentId: document_id, country } = context
  const page = lines[0]?.page ?? headingPage
  // U+FFFD is a character that cannot be read
  const isDoubtful = weak || note?.includes('\ufffd') === true
  const indicator: Indicator = {
    country: country.name,
    country_code: country.code,
    section_code: section.code,
    indicator: section.indicator,
    section: section.name,
    confidence: isDoubtful ? 'review' : 'high',
    source_date: context.sourceDate,
    ...{ value: null, value_year: null, value_source: null },
    ...reading,
    unit: section.unit,
    area: section.area,
    pillar: section.pillar,
    evidence_is_note: note !== null && evidence === note,
    derivation: (page === null ? undefined : context.pageDerivations.get(page)) ?? context.derivation,
    page,
    is_latest: false,
    document_id,
    source_url: null,
  }
  const key = { document_id, section_code: section.code, indicator: section.indicator }
  const places = lines.map(locateLine).filter((place) => place.x0 !== null)
  return {
    indicator,
    boxes: places.map((place, index) => ({ ...key, box_no: index + 1, ...place })),
    items: [],
    noteWords: null,
    review: isDoubtful ? makeReviewRow(lines, indicator) : null,
    issues,
  }
}

const FIGURES = {
  persons: { key: 'population', parse: parsePopulation },
  percent: { key: 'internetUsers', parse: parsePercent },
} as const

const readFigure = (
  section: Section,
  found: PrintedFigure | null,
  parse: (text: string) => Figure,
  context: RowContext,
): SectionRows => {
  const given = found?.printed === '' ? null : found
  const figure = given && parse(given.printed)
  const read = figure?.value === null ? 'unreadable' : 'given'
  const outcome = figure === null ? 'missing' : figure.unavailable ? 'unavailable' : read
  const { name: status_rule, status, weak } = FIGURE_RULES[outcome]
  const source = given && parseFigureSource(given.source)
  const lines = given?.lines ?? []
  const evidence = given?.printed ?? null
  const place = { section: section.code, page: lines[0]?.page ?? null, value: evidence }
  const isFaulty = outcome === 'missing' || outcome === 'unreadable'
  return makeRows(section, context, {
    ...{ note: given?.note ?? null, status, status_rule, evidence, lines, headingPage: null, weak },
    value: figure?.value ?? null,
    value_year: source?.year ?? null,
    value_source: source?.name ?? null,
    section_printed: given ? (section.printedNames[0] ?? null) : null,
    issues: isFaulty ? [makeIssue(`figure_${outcome}`, { document: context.file, ...place })] : [],
  })
}

const listOwnNames = ({ code, name, printed }: DocumentCountry): string[] => {
  const { names = [], adjectives = [] } = COUNTRIES.find((candidate) => candidate.code === code) ?? {}
  return [name, ...(printed === null ? [] : [printed]), ...names, ...adjectives]
}

const readSection = (
  section: Section,
  profile: Profile,
  vocabulary: Vocabulary,
  context: RowContext,
): SectionRows => {
  const parsed = profile.sections.get(section.code)
  const lines = parsed?.lines ?? []
  const note = makeNote(lines, vocabulary)
  const { status, rule, weak, evidence } = decideStatus(note, section, {
    ownNames: listOwnNames(context.country),
  })
  const headingPage = parsed?.heading[0]?.page ?? null
  const printed = parsed?.printed ?? null
  const place = { document: context.file, section: section.code, page: headingPage }
  const issues: Issue[] = []
  if (!parsed) issues.push(makeIssue('section_missing', place))
  else {
    if (note.text === '') issues.push(makeIssue('section_empty', place))
    if (parsed.occurrences > 1) issues.push(makeIssue('section_repeated', { ...place, value: printed }))
    if (!parsed.knownWording) issues.push(makeIssue('heading_wording', { ...place, value: printed }))
  }
  if (status === 'unclassified') issues.push(makeIssue('status_unclassified', { ...place, value: evidence }))
  const rows = makeRows(section, context, {
    ...{ note: note.text || null, status, status_rule: rule, evidence, section_printed: printed },
    ...{ lines, headingPage, weak, issues },
  })
  const noteWords = readNoteWords(section.code, lines)
  const items = makeItemRows(section, note, noteWords, rows.indicator)
  const unknown = listUnknownNames(items)
  return {
    ...rows,
    items,
    noteWords,
    review: unknown === null ? rows.review : makeReviewRow(lines, rows.indicator, unknown),
  }
}

/** The rows of a profile: one indicator for each entry of the catalogue, in its order, whatever the profile holds. */
export const profileRows = (
  profile: Profile,
  vocabulary: Vocabulary,
  context: RowContext,
): readonly SectionRows[] => {
  const figures = backgroundFigures(profile.background)
  return SECTIONS.map((section) => {
    const figure = section.unit === null ? null : FIGURES[section.unit]
    return figure
      ? readFigure(section, figures[figure.key], figure.parse, context)
      : readSection(section, profile, vocabulary, context)
  })
}
