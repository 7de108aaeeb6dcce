import {
  COLLECTIONS,
  COUNTRY_SOURCES,
  type Collection,
  type CountrySource,
  MEDIA_TYPES,
  type MediaType,
} from './documents.ts'
import { DERIVATIONS, type Derivation } from './indicators.ts'
import { ISSUE_CODES, ISSUES, SEVERITIES, type Severity } from './issues.ts'
import { ITEM_DERIVATIONS, type ItemDerivation, STAGES, type Stage } from './items.ts'
import { AREAS, type Area, ITEM_KINDS, type ItemKind, PILLARS, type Pillar } from './sections.ts'
import { CONFIDENCES, type Confidence, STATUS_DEFINITIONS, STATUSES } from './statuses.ts'

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

const vocabulary = <T extends string>(
  title: string,
  values: readonly T[],
  definitions: Readonly<Record<T, string>>,
): Vocabulary => ({ title, terms: values.map((value) => makeTerm(value, definitions[value])) })

const DERIVATION_TERMS = {
  text_layer: 'Read from the text that the PDF carries.',
  ocr: 'Recognised from the picture of a page that carries no text.',
  text: 'Read from a text file.',
  corrected: 'Settled by a person, in the corrections file.',
} as const

/** The statuses, which come first in the codebook. */
export const STATUS_VOCABULARY = vocabulary('Statuses', STATUSES, STATUS_DEFINITIONS)

/** The other coded columns. */
export const OTHER_VOCABULARIES: readonly Vocabulary[] = [
  vocabulary<Derivation>('Derivations', DERIVATIONS, DERIVATION_TERMS),
  vocabulary<ItemDerivation>('Item derivations', ITEM_DERIVATIONS, {
    ...DERIVATION_TERMS,
    reviewed: 'A person read the note and named the item.',
  }),
  vocabulary<Confidence>('Confidence', CONFIDENCES, {
    high: 'A rule decided that accounts for the words that it rests on.',
    review: 'The rule did not account for all words, or is often wrong; a person should look at it.',
    reviewed: 'A person read the note and decided.',
  }),
  vocabulary<ItemKind>('Item kinds', ITEM_KINDS, {
    instrument: 'A law, regulation, policy or other document; `stage` says whether it is in force.',
    organisation: 'An agency, team, company or other body.',
    programme: 'A programme, course, campaign or project.',
    standard: 'A standard; `code` holds its number.',
    partner_country: 'A country named as a partner; `code` holds its ISO 3166-1 alpha-3 code.',
    membership: 'A body or forum that the country belongs to or takes part in.',
    event: 'A drill, conference or other event.',
    treaty: 'A convention, protocol or other treaty.',
    contact: 'A body, website, address or number to which an incident can be reported.',
  }),
  vocabulary<Stage>('Stages', STAGES, {
    in_force: 'The instrument is in force.',
    draft: 'The instrument is a draft, bill or proposal.',
  }),
  vocabulary<Area>('Areas', AREAS, {
    background: 'The figures at the head of the profile.',
    cybersecurity: 'Part 1 of the template.',
    child_online_protection: 'Part 2 of the template.',
  }),
  vocabulary<Pillar>('Pillars', PILLARS, {
    background: 'The figures at the head of the profile.',
    legal: 'Legal measures (1.1).',
    technical: 'Technical measures (1.2).',
    organisational: 'Organisational measures (1.3).',
    capacity: 'Capacity building (1.4).',
    cooperation: 'Cooperation (1.5).',
    child_protection: 'Child online protection (2).',
  }),
  vocabulary<Collection>('Collections', COLLECTIONS, {
    'itu-cyberwellness': 'A Cyberwellness Profile of the ITU.',
    specimen: 'A specimen that this project wrote about an invented place; never mixed with real profiles.',
  }),
  vocabulary<CountrySource>('Country sources', COUNTRY_SOURCES, {
    title: 'The title of the profile.',
    file_name: 'The name of the file, where the title names no country.',
    notes: 'The notes, where neither title nor file name does.',
  }),
  vocabulary<MediaType>('Media types', MEDIA_TYPES, {
    'application/pdf': 'A PDF file.',
    'text/plain': 'A text file: a copy of a profile, by a person or a program.',
  }),
  vocabulary<Severity>('Severities', SEVERITIES, {
    notice: 'For the record.',
    warning: 'A reader of the data should know.',
    error: 'A rule of the dataset is broken, or a document could not be read.',
  }),
]

/** The kinds of issues, whose sentences say [value] where the offending value is; the codebook lists them apart. */
export const ISSUE_VOCABULARY: Vocabulary = {
  title: 'Issues',
  terms: ISSUE_CODES.map((value) => makeTerm(value, ISSUES[value].message('[value]'))),
}

/** The vocabulary that a coded column takes its values from. */
export const findVocabulary = (values: readonly string[]): Vocabulary | undefined =>
  [STATUS_VOCABULARY, ...OTHER_VOCABULARIES, ISSUE_VOCABULARY].find(
    ({ terms }) => terms.map(({ value }) => value).join() === values.join(),
  )
