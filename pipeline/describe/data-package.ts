import { type Collection, TABLES, type Table, VIEWS } from '../../schemas/index.ts'
import { fileFormat } from './file-format.ts'
import type { DocumentFacts, FileFacts, ReleaseFacts } from './release-facts.ts'
import { tableSchema } from './table-schema.ts'

/** The name that the standard gives the descriptor. */
export const DATA_PACKAGE_FILE = 'datapackage.json'

const TABLE_FORMATS = ['csv', 'json', 'arrow', 'parquet']

const CSV_DIALECT = {
  $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
  header: true,
  delimiter: ',',
  lineTerminator: '\n',
  quoteChar: '"',
  doubleQuote: true,
  skipInitialSpace: false,
}

const tables = new Map<string, Table>(
  [...Object.values(TABLES), ...Object.values(VIEWS)].map((table) => [table.name, table]),
)

/** The resource of a CSV has the name of its table, since foreign keys lead there; others keep their extension. */
const resourceName = (path: string): string =>
  path
    .replace(/\.csv$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')

const tablePart = (path: string, format: string): Record<string, unknown> => {
  const table = TABLE_FORMATS.includes(format) ? tables.get(path.slice(0, path.lastIndexOf('.'))) : undefined
  if (table === undefined) return {}
  return {
    type: 'table',
    title: table.title,
    description: table.description,
    ...(format === 'csv' && { dialect: CSV_DIALECT }),
    schema: tableSchema(table, format === 'csv' ? [''] : []),
  }
}

const resourceOf = ({ name, bytes, sha256 }: FileFacts): Record<string, unknown> => {
  const format = fileFormat(name)
  return {
    name: resourceName(name),
    path: name,
    ...format,
    bytes,
    hash: `sha256:${sha256}`,
    ...tablePart(name, format.format),
  }
}

const latest = (dates: readonly (string | null)[]): string | undefined =>
  dates
    .filter((date) => date !== null)
    .toSorted()
    .at(-1)

/** The day on which the sources were fetched, else the date of the newest: never the clock. */
const createdPart = (documents: readonly DocumentFacts[]): Record<string, unknown> => {
  const day =
    latest(documents.map(({ retrieved }) => retrieved)) ??
    latest(documents.map(({ source_date }) => source_date))
  return day === undefined ? {} : { created: `${day}T00:00:00Z` }
}

const CODING_BY = { title: 'Cyberwellness Open Data contributors', roles: ['creator', 'publisher'] }

const TERMS: Readonly<Record<Collection, Readonly<Record<string, unknown>>>> = {
  'itu-cyberwellness': {
    licenses: [
      {
        name: 'CC-BY-4.0',
        path: 'https://creativecommons.org/licenses/by/4.0/',
        title:
          'Creative Commons Attribution 4.0, for structure and coding; the words of the profiles are not ours to license',
      },
    ],
    contributors: [
      CODING_BY,
      { title: 'International Telecommunication Union', roles: ['author of the profiles'] },
    ],
  },
  specimen: {
    licenses: [
      {
        name: 'CC0-1.0',
        path: 'https://creativecommons.org/publicdomain/zero/1.0/',
        title: 'Creative Commons Zero 1.0',
      },
    ],
    contributors: [CODING_BY],
  },
}

const SOURCE_TITLES: Readonly<Record<Collection, string>> = {
  'itu-cyberwellness':
    'Cyberwellness Profiles of the International Telecommunication Union, listed in documents.csv',
  specimen: 'Specimen profiles about invented places, written by the project and listed in documents.csv',
}

const sourcesOf = ({ collection, documents }: ReleaseFacts): Record<string, unknown>[] => [
  { title: SOURCE_TITLES[collection], path: 'documents.csv' },
  ...documents.flatMap(({ country, source_url, source_date }) =>
    source_url === null
      ? []
      : [{ title: country, path: source_url, ...(source_date !== null && { version: source_date }) }],
  ),
]

/**
 * A release as a Data Package v2 (https://datapackage.org/standard/data-package/): a resource for every file that is
 * given, with its size and hash; the descriptor itself and the list of checksums, which is made after it, are none.
 */
export const dataPackage = (facts: ReleaseFacts): Record<string, unknown> => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: facts.collection === 'specimen' ? 'cyberwellness-specimens' : 'cyberwellness',
  title: facts.info.title,
  description: `${facts.info.description} ${facts.info.licence}`,
  version: facts.info.version,
  ...createdPart(facts.documents),
  keywords: ['cybersecurity', 'child online protection', 'ITU', 'cyberwellness'],
  ...TERMS[facts.collection],
  sources: sourcesOf(facts),
  resources: facts.files.map(resourceOf),
})
