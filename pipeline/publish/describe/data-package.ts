import { type Collection, issues, TABLES, type Table, TERMS, VIEWS } from '../../../schemas/index.ts'
import { ISSUES_FILE } from '../checksums.ts'
import { fileFormat, isDescribed } from './file-format.ts'
import { README_FILE } from './readme.ts'
import type { FileFacts, ReleaseFacts } from './release-facts.ts'
import { CODED_BY, KEYWORDS, PROFILES_BY } from './subject.ts'
import { tableSchema } from './table-schema.ts'

/** The name that the standard gives the descriptor. */
export const DATA_PACKAGE_FILE = 'datapackage.json'

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
  [...Object.values(TABLES), ...Object.values(VIEWS), issues].map((table) => [table.name, table]),
)

/** The resource of a CSV has the name of its table; those of other formats keep their extension. */
const resourceName = (path: string): string =>
  path
    .replace(/\.csv$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')

/** Each table is described once, at its CSV (issues at their JSON); its other formats are listed plainly. */
const tablePart = (path: string, format: string): Record<string, unknown> => {
  const table =
    format === 'csv' || path === ISSUES_FILE ? tables.get(path.slice(0, path.lastIndexOf('.'))) : undefined
  if (table === undefined) return {}
  return {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    type: 'table',
    title: table.title,
    description: table.description,
    ...(format === 'csv' && { dialect: CSV_DIALECT }),
    schema: tableSchema(table, format === 'csv' ? [''] : [], resourceName),
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

const createdPart = ({ created: day }: ReleaseFacts): Record<string, unknown> => {
  return day === undefined ? {} : { created: `${day}T00:00:00Z` }
}

/** Columns cannot have terms of their own in a descriptor, so that the whole has both. */
const WORDS_OF_THE_ITU = {
  path: README_FILE,
  title: `Words of the profiles (such as notes): ${PROFILES_BY}, not licensed here`,
}

const licencesOf = (collection: Collection): Record<string, unknown>[] => {
  const { licence, licenceTitle, licenceUrl } = TERMS[collection]
  const coding = { name: licence, path: licenceUrl, title: licenceTitle }
  return collection === 'specimen' ? [coding] : [coding, WORDS_OF_THE_ITU]
}

const contributorsOf = (collection: Collection): Record<string, unknown>[] => [
  { title: CODED_BY, roles: ['creator', 'publisher'] },
  ...(collection === 'specimen' ? [] : [{ title: PROFILES_BY, roles: ['rightsHolder'] }]),
]

const SOURCE_TITLES: Readonly<Record<Collection, string>> = {
  'itu-cyberwellness':
    'Cyberwellness Profiles of the International Telecommunication Union, listed in documents.csv',
  specimen: 'Specimen profiles about invented places, written by the project and listed in documents.csv',
}

const SOURCE_TITLE: Readonly<Record<Collection, string>> = {
  'itu-cyberwellness': 'Cyberwellness Profile',
  specimen: 'Specimen',
}

const sourcesOf = ({ collection, documents }: ReleaseFacts): Record<string, unknown>[] => [
  { title: SOURCE_TITLES[collection], path: 'documents.csv' },
  ...documents.flatMap(({ country, source_url, source_date }) =>
    source_url === null
      ? []
      : [
          {
            title: `${SOURCE_TITLE[collection]}: ${country}`,
            path: source_url,
            ...(source_date !== null && { version: source_date }),
          },
        ],
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
  ...(facts.info.homepage !== undefined && { homepage: facts.info.homepage }),
  version: facts.info.version,
  ...createdPart(facts),
  keywords: KEYWORDS,
  licenses: licencesOf(facts.collection),
  contributors: contributorsOf(facts.collection),
  sources: sourcesOf(facts),
  resources: facts.files.filter(isDescribed).map(resourceOf),
})
