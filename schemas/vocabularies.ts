import { COLLECTION_MEANINGS, COUNTRY_SOURCE_MEANINGS, MEDIA_TYPE_MEANINGS } from './documents.ts'
import { DERIVATION_MEANINGS } from './indicators.ts'
import { ISSUE_CODES, makeIssue, SEVERITY_MEANINGS } from './issues.ts'
import { ITEM_DERIVATION_MEANINGS, STAGE_MEANINGS } from './items.ts'
import { AREA_MEANINGS, ITEM_KIND_MEANINGS, PILLAR_MEANINGS } from './section.ts'
import { CONFIDENCE_MEANINGS, STATUS_DEFINITIONS } from './statuses.ts'

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

/** A closed list of values under a heading of its own in the codebook, each with a label for sentences and legends. */
const vocabulary = (title: string, meanings: Readonly<Record<string, string>>) => ({
  title,
  terms: Object.entries(meanings).map(([value, definition]) => {
    const label = LABELS[value] ?? value.charAt(0).toUpperCase() + value.slice(1).replaceAll('_', ' ')
    return { value, label, definition }
  }),
})

export type Vocabulary = ReturnType<typeof vocabulary>

export const STATUS_VOCABULARY = vocabulary('Statuses', STATUS_DEFINITIONS)

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
export const ISSUE_VOCABULARY = vocabulary(
  'Issues',
  Object.fromEntries(
    ISSUE_CODES.map((code) => [code, makeIssue(code, { document: '', value: '[value]' }).message]),
  ),
)

/** The vocabulary that a coded column takes its values from. */
export const findVocabulary = (values: readonly string[]): Vocabulary | undefined =>
  [STATUS_VOCABULARY, ...OTHER_VOCABULARIES, ISSUE_VOCABULARY].find(
    ({ terms }) => terms.map(({ value }) => value).join() === values.join(),
  )
