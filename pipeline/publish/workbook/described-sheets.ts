import {
  type Cell,
  type Collection,
  caveatsOf,
  columnsOf,
  OTHER_VOCABULARIES,
  type ReleaseInfo,
  SECTIONS,
  STATUS_VOCABULARY,
  TABLES,
  VIEWS,
} from '../../../schemas/index.ts'

/** The head of the codebook in the workbook. */
export const CODEBOOK_HEAD = ['kind', 'where', 'value', 'label', 'meaning', 'unit'] as const

/** A cell shows no Markdown. */
const plain = (text: string): string => text.replaceAll('`', '')

/** What every section, coded value and column means, a row each. */
export const codebookRows = (): Cell[][] => [
  ...SECTIONS.map(({ code, name, pillar, definition, unit }) => [
    'section',
    pillar,
    code,
    name,
    definition,
    unit,
  ]),
  ...[STATUS_VOCABULARY, ...OTHER_VOCABULARIES].flatMap(({ title, terms }) =>
    terms.map(({ value, label, definition }) => ['value', title, value, label, plain(definition), null]),
  ),
  ...[...Object.values(TABLES), ...Object.values(VIEWS)].flatMap((table) =>
    columnsOf(table).map(({ name, description, unit }) => [
      'column',
      table.name,
      name,
      null,
      plain(description),
      unit ?? null,
    ]),
  ),
]

/** What the release is and where its limits are, a row each. */
export const aboutRows = (
  { title, version, licence, description, homepage }: ReleaseInfo,
  collection: Collection,
): Cell[][] => [
  ['title', title],
  ['version', version],
  ['description', description],
  ['licence', licence],
  ...(homepage === undefined ? [] : [['homepage', homepage]]),
  ...caveatsOf(collection).map(({ name, text }) => [name, text]),
]
