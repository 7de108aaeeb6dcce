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
  SECTIONS,
  type Section,
} from '../../schemas/index.ts'
import type { PlacedLine } from '../layout/index.ts'
import type { Profile, Vocabulary } from '../parse/index.ts'
import { backgroundFigures, type PrintedFigure } from './background.ts'
import type { DocumentCountry } from './country.ts'
import {
  FIGURE_RULES,
  type Figure,
  type FigureSource,
  parseFigureSource,
  parsePercent,
  parsePopulation,
} from './figures.ts'
import { listUnknownNames, makeItemRows } from './items/index.ts'
import { locateLine, makeNote } from './note.ts'
import { type Decision, decideStatus } from './status/index.ts'

/** What all rows of a document share. */
export interface RowContext {
  readonly documentId: string
  readonly file: string
  readonly country: DocumentCountry
  readonly sourceDate: string | null
  readonly sourceUrl: string | null
  /** How the text of each page was obtained, and that of the document as a whole for rows without a page. */
  readonly pageDerivations: ReadonlyMap<number, Derivation>
  readonly derivation: Derivation
}

/** The rows that one section gives. */
interface SectionRows {
  readonly indicator: Indicator
  readonly boxes: readonly Box[]
  readonly items: readonly Item[]
  readonly review: ReviewRow | null
  readonly issues: readonly Issue[]
}

/** What a profile prints in a section, and how it is read. */
interface Answer {
  readonly note: string | null
  readonly decision: Decision
  readonly figure?: Figure | null
  readonly source?: FigureSource | null
  readonly lines: readonly PlacedLine[]
  readonly headingPage: number | null
  readonly printed: string | null
}

const makeIndicator = (section: Section, answer: Answer, context: RowContext): Indicator => {
  const { note, decision, figure, source, lines, headingPage, printed } = answer
  const page = lines[0]?.page ?? headingPage
  // U+FFFD is a character that cannot be read
  const isDoubtful = decision.weak || note?.includes('\ufffd') === true
  return {
    country: context.country.name,
    country_code: context.country.code,
    section_code: section.code,
    indicator: section.indicator,
    section: section.name,
    status: decision.status,
    confidence: isDoubtful ? 'review' : 'high',
    note,
    source_date: context.sourceDate,
    value: figure?.value ?? null,
    unit: section.unit,
    value_year: source?.year ?? null,
    value_source: source?.name ?? null,
    area: section.area,
    pillar: section.pillar,
    section_printed: printed,
    status_rule: decision.rule,
    evidence: decision.evidence,
    evidence_is_note: note !== null && decision.evidence === note,
    derivation: (page === null ? undefined : context.pageDerivations.get(page)) ?? context.derivation,
    page,
    is_latest: false,
    document_id: context.documentId,
    source_url: context.sourceUrl,
  }
}

const makeBoxes = (
  lines: readonly PlacedLine[],
  { document_id, section_code, indicator }: Indicator,
): Box[] =>
  lines
    .map(locateLine)
    .filter((place) => place.x0 !== null)
    .map((place, index) => ({ document_id, section_code, indicator, box_no: index + 1, ...place }))

const makeReviewRow = (
  lines: readonly PlacedLine[],
  row: Indicator,
  unknown_names: string | null = null,
): ReviewRow => {
  const { document_id, country_code, section_code, indicator, status, status_rule, evidence, note, page } =
    row
  const place = lines[0] ? locateLine(lines[0]) : { x0: null, y0: null, x1: null, y1: null }
  const note_sha256 = hash('sha256', note ?? '')
  return {
    ...{
      document_id,
      country_code,
      section_code,
      indicator,
      status,
      status_rule,
      evidence,
      unknown_names,
      note,
      note_sha256,
    },
    ...place,
    page,
  }
}

/** The rows of a section, apart from its items. */
const makeRows = (
  section: Section,
  answer: Answer,
  context: RowContext,
  issues: readonly Issue[],
): SectionRows => {
  const indicator = makeIndicator(section, answer, context)
  return {
    indicator,
    boxes: makeBoxes(answer.lines, indicator),
    items: [],
    review: indicator.confidence === 'review' ? makeReviewRow(answer.lines, indicator) : null,
    issues,
  }
}

const FIGURES: Readonly<
  Record<string, { key: 'population' | 'internetUsers'; parse: (text: string) => Figure }>
> = {
  persons: { key: 'population', parse: parsePopulation },
  percent: { key: 'internetUsers', parse: parsePercent },
}

const readFigure = (
  section: Section,
  found: PrintedFigure | null,
  parse: (text: string) => Figure,
  context: RowContext,
): SectionRows => {
  const given = found?.printed === '' ? null : found
  const figure = given && parse(given.printed)
  const outcome =
    figure === null
      ? 'missing'
      : figure.unavailable
        ? 'unavailable'
        : figure.value === null
          ? 'unreadable'
          : 'given'
  const { name: rule, status, weak } = FIGURE_RULES[outcome]
  const answer: Answer = {
    note: given?.note ?? null,
    decision: { status, rule, weak, evidence: given?.printed ?? null },
    figure,
    source: given && parseFigureSource(given.source),
    lines: given?.lines ?? [],
    headingPage: null,
    printed: given ? (section.printedNames[0] ?? null) : null,
  }
  const place = { document: context.file, section: section.code, page: answer.lines[0]?.page ?? null }
  return makeRows(section, answer, context, [
    ...(outcome === 'missing' ? [makeIssue('figure_missing', place)] : []),
    ...(outcome === 'unreadable'
      ? [makeIssue('figure_unreadable', { ...place, value: given?.printed ?? '' })]
      : []),
  ])
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
  const decision = decideStatus(note, section, { ownNames: listOwnNames(context.country) })
  const page = parsed?.heading[0]?.page ?? null
  const report = (
    code: Parameters<typeof makeIssue>[0],
    applies: boolean | undefined,
    value: string | null = null,
  ): Issue[] =>
    applies ? [makeIssue(code, { document: context.file, section: section.code, page, value })] : []
  const printed = parsed?.printed ?? null
  const rows = makeRows(
    section,
    { note: note.text === '' ? null : note.text, decision, lines, headingPage: page, printed },
    context,
    [
      ...report('section_missing', !parsed),
      ...report('section_empty', parsed && note.text === ''),
      ...report('section_repeated', parsed && parsed.occurrences > 1, printed),
      ...report('heading_wording', parsed && !parsed.knownWording, printed),
      ...report('status_unclassified', decision.status === 'unclassified', decision.evidence),
    ],
  )
  const items = makeItemRows(section, note, rows.indicator)
  const unknown = listUnknownNames(items)
  return {
    ...rows,
    items,
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
    const figure = FIGURES[section.unit ?? '']
    return figure
      ? readFigure(section, figures[figure.key], figure.parse, context)
      : readSection(section, profile, vocabulary, context)
  })
}
