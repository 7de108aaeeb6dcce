import { COLLECTION_MEANINGS, COUNTRY_SOURCE_MEANINGS, MEDIA_TYPE_MEANINGS } from './documents.ts'
import { DERIVATION_MEANINGS } from './indicators.ts'
import { ISSUE_CODES, makeIssue, SEVERITY_MEANINGS } from './issues.ts'
import { ITEM_DERIVATION_MEANINGS, STAGE_MEANINGS } from './items.ts'
import { AREA_MEANINGS, ITEM_KIND_MEANINGS, PILLAR_MEANINGS } from './section.ts'
import { CONFIDENCE_MEANINGS, STATUS_DEFINITIONS } from './statuses.ts'

/** One value of a coded column, as people read it, and what it means. */
export interface Term {
  readonly value: string
  /** The value as a word of a sentence or legend. */
  readonly label: string
  readonly definition: string
}

/** A closed list of values, under a heading of its own in the codebook. */
export interface Vocabulary {
  readonly title: string
  readonly terms: readonly Term[]
}

/** Labels that are more than the value itself. */
const LABELS: Readonly<Record<string, string>> = {
  ocr: 'OCR',
  text: 'Text file',
  capacity: 'Capacity building',
  child_protection: 'Child online protection',
  'itu-cyberwellness': 'ITU Cyberwellness Profiles',
  specimen: 'Specimens',
  'application/pdf': 'PDF',
  'text/plain': 'Text',
}

const makeTerm = (value: string, definition: string): Term => ({
  value,
  label: LABELS[value] ?? value.charAt(0).toUpperCase() + value.slice(1).replaceAll('_', ' '),
  definition,
})

const vocabulary = (title: string, meanings: Readonly<Record<string, string>>): Vocabulary => ({
  title,
  terms: Object.entries(meanings).map(([value, definition]) => makeTerm(value, definition)),
})

/** The statuses, which come first in the codebook. */
export const STATUS_VOCABULARY = vocabulary('Statuses', STATUS_DEFINITIONS)

/** The other coded columns. */
export const OTHER_VOCABULARIES: readonly Vocabulary[] = [
  vocabulary('Derivations', DERIVATION_MEANINGS),
  vocabulary('Item derivations', ITEM_DERIVATION_MEANINGS),
  vocabulary('Confidence', CONFIDENCE_MEANINGS),
  vocabulary('Item kinds', ITEM_KIND_MEANINGS),
  vocabulary('Stages', STAGE_MEANINGS),
  vocabulary('Areas', AREA_MEANINGS),
  vocabulary('Pillars', PILLAR_MEANINGS),
  vocabulary('Collections', COLLECTION_MEANINGS),
  vocabulary('Country sources', COUNTRY_SOURCE_MEANINGS),
  vocabulary('Media types', MEDIA_TYPE_MEANINGS),
  vocabulary('Severities', SEVERITY_MEANINGS),
]

/** The kinds of issues, whose sentences say [value] where the offending value is; the codebook lists them apart. */
export const ISSUE_VOCABULARY: Vocabulary = {
  title: 'Issues',
  terms: ISSUE_CODES.map((value) =>
    makeTerm(value, makeIssue(value, { document: '', value: '[value]' }).message),
  ),
}

/** The vocabulary that a coded column takes its values from. */
export const findVocabulary = (values: readonly string[]): Vocabulary | undefined =>
  [STATUS_VOCABULARY, ...OTHER_VOCABULARIES, ISSUE_VOCABULARY].find(
    ({ terms }) => terms.map(({ value }) => value).join() === values.join(),
  )
