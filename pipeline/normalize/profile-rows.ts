import { createHash } from 'node:crypto'
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
import { itemsOf } from './items/index.ts'
import { makeNote, type Note, placeOf } from './note.ts'
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

const boxesOf = (lines: readonly PlacedLine[], documentId: string, { code, indicator }: Section): Box[] =>
  lines
    .map(placeOf)
    .flatMap(({ page, x0, y0, x1, y1 }) =>
      x0 === null || y0 === null || x1 === null || y1 === null ? [] : [{ page, x0, y0, x1, y1 }],
    )
    .map((box, index) => ({
      document_id: documentId,
      section_code: code,
      indicator,
      box_no: index + 1,
      ...box,
    }))

interface Answer {
  readonly note: string | null
  readonly decision: Decision
  readonly figure: Figure | null
  readonly source: FigureSource | null
  readonly lines: readonly PlacedLine[]
  readonly headingPage: number | null
  readonly printed: string | null
}

const pageOf = ({ lines, headingPage }: Answer): number | null => lines[0]?.page ?? headingPage

/** Whether a person should look at a row: a weak rule decided it, or its note has characters that cannot be read. */
const isDoubtful = ({ decision, note }: Answer): boolean => decision.weak || note?.includes('\ufffd') === true

const indicatorOf = (section: Section, answer: Answer, context: RowContext): Indicator => ({
  country: context.country.name,
  country_code: context.country.code,
  section_code: section.code,
  indicator: section.indicator,
  section: section.name,
  status: answer.decision.status,
  confidence: isDoubtful(answer) ? 'review' : 'high',
  note: answer.note,
  source_date: context.sourceDate,
  value: answer.figure?.value ?? null,
  unit: section.unit,
  value_year: answer.source?.year ?? null,
  value_source: answer.source?.name ?? null,
  area: section.area,
  pillar: section.pillar,
  section_printed: answer.printed,
  status_rule: answer.decision.rule,
  evidence: answer.decision.evidence,
  evidence_is_note: answer.note !== null && answer.decision.evidence === answer.note,
  derivation: context.pageDerivations.get(pageOf(answer) ?? 0) ?? context.derivation,
  page: pageOf(answer),
  is_latest: false,
  document_id: context.documentId,
  source_url: context.sourceUrl,
})

const reviewOf = (answer: Answer, indicator: Indicator): ReviewRow => {
  const line = answer.lines[0]
  const {
    document_id,
    country_code,
    section_code,
    indicator: name,
    status,
    status_rule,
    evidence,
    note,
    page,
  } = indicator
  return {
    document_id,
    country_code,
    section_code,
    indicator: name,
    status,
    status_rule,
    evidence,
    note,
    note_sha256: createHash('sha256')
      .update(note ?? '')
      .digest('hex'),
    page,
    ...(line ? boxColumns(line) : { x0: null, y0: null, x1: null, y1: null }),
  }
}

const boxColumns = (line: PlacedLine): Pick<ReviewRow, 'x0' | 'y0' | 'x1' | 'y1'> => {
  const { x0, y0, x1, y1 } = placeOf(line)
  return { x0, y0, x1, y1 }
}

const FIGURES: Readonly<
  Record<string, { key: 'population' | 'internetUsers'; parse: (text: string) => Figure }>
> = {
  persons: { key: 'population', parse: parsePopulation },
  percent: { key: 'internetUsers', parse: parsePercent },
}

const figureDecision = (figure: Figure | null, printed: string | undefined): Decision => {
  const { missing, unavailable, given, unreadable } = FIGURE_RULES
  const read = figure?.value === null ? unreadable : given
  const { name, status, weak } = figure === null ? missing : figure.unavailable ? unavailable : read
  return { status, rule: name, weak, evidence: figure === null ? null : (printed ?? null) }
}

const figureRows = (section: Section, printed: PrintedFigure | null, context: RowContext): SectionRows => {
  const parser = FIGURES[section.unit ?? '']
  const given = printed === null || printed.printed === '' ? null : printed
  const figure = given && parser ? parser.parse(given.printed) : null
  const answer: Answer = {
    note: given?.note ?? null,
    decision: figureDecision(figure, given?.printed),
    figure,
    source: given && parseFigureSource(given.source),
    lines: given?.lines ?? [],
    headingPage: null,
    printed: given ? (section.printedNames[0] ?? null) : null,
  }
  const place = { document: context.file, section: section.code, page: answer.lines[0]?.page ?? null }
  const issues: Issue[] = []
  if (figure === null) issues.push(makeIssue('figure_missing', place))
  else if (figure.value === null && !figure.unavailable) {
    issues.push(makeIssue('figure_unreadable', { ...place, value: given?.printed ?? '' }))
  }
  const indicator = indicatorOf(section, answer, context)
  return {
    indicator,
    boxes: boxesOf(answer.lines, context.documentId, section),
    items: [],
    review: answer.decision.weak ? reviewOf(answer, indicator) : null,
    issues,
  }
}

const listOwnNames = ({ code, name, printed }: DocumentCountry): string[] => {
  const country = COUNTRIES.find((candidate) => candidate.code === code)
  return [
    name,
    ...(printed === null ? [] : [printed]),
    ...(country?.names ?? []),
    ...(country?.adjectives ?? []),
  ]
}

const sectionIssues = (
  section: Section,
  profile: Profile,
  note: Note,
  decision: Decision,
  file: string,
): Issue[] => {
  const parsed = profile.sections.get(section.code)
  const place = { document: file, section: section.code }
  if (!parsed) return [makeIssue('section_missing', place)]
  const page = parsed.heading[0]?.page ?? null
  const issues: Issue[] = []
  if (note.text === '') issues.push(makeIssue('section_empty', { ...place, page }))
  if (parsed.occurrences > 1)
    issues.push(makeIssue('section_repeated', { ...place, page, value: parsed.printed }))
  if (!parsed.knownWording)
    issues.push(makeIssue('heading_wording', { ...place, page, value: parsed.printed }))
  if (decision.status === 'unclassified') {
    issues.push(makeIssue('status_unclassified', { ...place, page, value: decision.evidence ?? note.text }))
  }
  return issues
}

const noteRows = (
  section: Section,
  profile: Profile,
  vocabulary: Vocabulary,
  context: RowContext,
): SectionRows => {
  const parsed = profile.sections.get(section.code)
  const lines = parsed?.lines ?? []
  const note = makeNote(lines, vocabulary)
  const decision = decideStatus(note, section, {
    ownNames: listOwnNames(context.country),
  })
  const answer: Answer = {
    note: note.text === '' ? null : note.text,
    decision,
    figure: null,
    source: null,
    lines,
    headingPage: parsed?.heading[0]?.page ?? null,
    printed: parsed?.printed ?? null,
  }
  const indicator = indicatorOf(section, answer, context)
  return {
    indicator,
    boxes: boxesOf(lines, context.documentId, section),
    items: itemsOf(section, note, indicator),
    review: isDoubtful(answer) ? reviewOf(answer, indicator) : null,
    issues: sectionIssues(section, profile, note, decision, context.file),
  }
}

/** The rows of a profile: one indicator for each entry of the catalogue, in its order, whatever the profile holds. */
export const profileRows = (
  profile: Profile,
  vocabulary: Vocabulary,
  context: RowContext,
): readonly SectionRows[] => {
  const figures = backgroundFigures(profile.background)
  return SECTIONS.map((section: Section) => {
    const figure = FIGURES[section.unit ?? '']
    return figure
      ? figureRows(section, figures[figure.key], context)
      : noteRows(section, profile, vocabulary, context)
  })
}
