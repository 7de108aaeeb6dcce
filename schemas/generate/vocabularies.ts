import {
  AREAS,
  type Area,
  COLLECTIONS,
  COUNTRY_SOURCES,
  type Collection,
  type CountrySource,
  DERIVATIONS,
  type Derivation,
  ITEM_KINDS,
  type ItemKind,
  PILLARS,
  type Pillar,
  SEVERITIES,
  type Severity,
  STAGES,
  STATUS_DEFINITIONS,
  STATUSES,
  type Stage,
} from '../index.ts'

/** A closed list of values with what each of them means, under a heading of its own in the codebook. */
export interface Vocabulary {
  readonly title: string
  /** The heading as a link target. */
  readonly anchor: string
  readonly terms: readonly { readonly value: string; readonly definition: string }[]
}

const vocabulary = <T extends string>(
  title: string,
  values: readonly T[],
  definitions: Readonly<Record<T, string>>,
): Vocabulary => ({
  title,
  anchor: title.toLowerCase().replaceAll(' ', '-'),
  terms: values.map((value) => ({ value, definition: definitions[value] })),
})

/** The statuses, which stand first in the codebook. */
export const STATUS_VOCABULARY = vocabulary('Statuses', STATUSES, STATUS_DEFINITIONS)

/** The other coded columns. */
export const OTHER_VOCABULARIES: readonly Vocabulary[] = [
  vocabulary<Derivation>('Derivations', DERIVATIONS, {
    text_layer: 'Read from the text that the PDF carries.',
    ocr: 'Recognised from the picture of a page that carries no text.',
    text: 'Read from a text file.',
    corrected: 'Settled by a person, in the corrections file.',
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
  vocabulary<Severity>('Severities', SEVERITIES, {
    notice: 'For the record.',
    warning: 'A reader of the data should know.',
    error: 'A rule of the dataset is broken, or a document could not be read.',
  }),
]
