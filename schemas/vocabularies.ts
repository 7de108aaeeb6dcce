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
import { STATUS_APPEARANCE } from './status-appearance.ts'
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

const vocabulary = <T extends string>(
  title: string,
  values: readonly T[],
  meanings: Readonly<Record<T, readonly [label: string, definition: string]>>,
): Vocabulary => ({
  title,
  terms: values.map((value) => {
    const [label, definition] = meanings[value]
    return { value, label, definition }
  }),
})

const DERIVATION_TERMS = {
  text_layer: ['Text layer', 'Read from the text that the PDF carries.'],
  ocr: ['OCR', 'Recognised from the picture of a page that carries no text.'],
  text: ['Text file', 'Read from a text file.'],
  corrected: ['Corrected', 'Settled by a person, in the corrections file.'],
} as const

/** The statuses, which stand first in the codebook. */
export const STATUS_VOCABULARY: Vocabulary = {
  title: 'Statuses',
  terms: STATUSES.map((value) => ({
    value,
    label: STATUS_APPEARANCE[value].label,
    definition: STATUS_DEFINITIONS[value],
  })),
}

/** The other coded columns. */
export const OTHER_VOCABULARIES: readonly Vocabulary[] = [
  vocabulary<Derivation>('Derivations', DERIVATIONS, DERIVATION_TERMS),
  vocabulary<ItemDerivation>('Item derivations', ITEM_DERIVATIONS, {
    ...DERIVATION_TERMS,
    reviewed: ['Reviewed', 'A person read the note and named the item.'],
  }),
  vocabulary<Confidence>('Confidence', CONFIDENCES, {
    high: ['High', 'A rule decided that accounts for the words that it rests on.'],
    review: [
      'Review',
      'The rule did not account for all words, or is often wrong; a person should look at it.',
    ],
    reviewed: ['Reviewed', 'A person read the note and decided.'],
  }),
  vocabulary<ItemKind>('Item kinds', ITEM_KINDS, {
    instrument: [
      'Instrument',
      'A law, regulation, policy or other document; `stage` says whether it is in force.',
    ],
    organisation: ['Organisation', 'An agency, team, company or other body.'],
    programme: ['Programme', 'A programme, course, campaign or project.'],
    standard: ['Standard', 'A standard; `code` holds its number.'],
    partner_country: [
      'Partner country',
      'A country named as a partner; `code` holds its ISO 3166-1 alpha-3 code.',
    ],
    membership: ['Membership', 'A body or forum that the country belongs to or takes part in.'],
    event: ['Event', 'A drill, conference or other event.'],
    treaty: ['Treaty', 'A convention, protocol or other treaty.'],
    contact: ['Contact', 'A body, website, address or number to which an incident can be reported.'],
  }),
  vocabulary<Stage>('Stages', STAGES, {
    in_force: ['In force', 'The instrument is in force.'],
    draft: ['Draft', 'The instrument is a draft, bill or proposal.'],
  }),
  vocabulary<Area>('Areas', AREAS, {
    background: ['Background', 'The figures at the head of the profile.'],
    cybersecurity: ['Cybersecurity', 'Part 1 of the template.'],
    child_online_protection: ['Child online protection', 'Part 2 of the template.'],
  }),
  vocabulary<Pillar>('Pillars', PILLARS, {
    background: ['Background', 'The figures at the head of the profile.'],
    legal: ['Legal', 'Legal measures (1.1).'],
    technical: ['Technical', 'Technical measures (1.2).'],
    organisational: ['Organisational', 'Organisational measures (1.3).'],
    capacity: ['Capacity building', 'Capacity building (1.4).'],
    cooperation: ['Cooperation', 'Cooperation (1.5).'],
    child_protection: ['Child online protection', 'Child online protection (2).'],
  }),
  vocabulary<Collection>('Collections', COLLECTIONS, {
    'itu-cyberwellness': ['ITU Cyberwellness Profiles', 'A Cyberwellness Profile of the ITU.'],
    specimen: [
      'Specimens',
      'A specimen that this project wrote about an invented place; never mixed with real profiles.',
    ],
  }),
  vocabulary<CountrySource>('Country sources', COUNTRY_SOURCES, {
    title: ['Title', 'The title of the profile.'],
    file_name: ['File name', 'The name of the file, where the title names no country.'],
    notes: ['Notes', 'The notes, where neither title nor file name does.'],
  }),
  vocabulary<MediaType>('Media types', MEDIA_TYPES, {
    'application/pdf': ['PDF', 'A PDF file.'],
    'text/plain': ['Text', 'A text file: a copy of a profile, by a person or a program.'],
  }),
  vocabulary<Severity>('Severities', SEVERITIES, {
    notice: ['Notice', 'For the record.'],
    warning: ['Warning', 'A reader of the data should know.'],
    error: ['Error', 'A rule of the dataset is broken, or a document could not be read.'],
  }),
]

/** The kinds of issues, whose sentences say [value] where the offending value stands; the codebook lists them apart. */
export const ISSUE_VOCABULARY: Vocabulary = {
  title: 'Issues',
  terms: ISSUE_CODES.map((value) => ({
    value,
    label: value.charAt(0).toUpperCase() + value.slice(1).replaceAll('_', ' '),
    definition: ISSUES[value].message('[value]'),
  })),
}

/** The vocabulary that a coded column takes its values from. */
export const findVocabulary = (values: readonly string[]): Vocabulary | undefined =>
  [STATUS_VOCABULARY, ...OTHER_VOCABULARIES, ISSUE_VOCABULARY].find(
    ({ terms }) => terms.map(({ value }) => value).join() === values.join(),
  )
