import {
  type Column,
  describeColumn,
  issues,
  listColumns,
  type Storage,
  TABLES,
  type Table,
  TERMS,
  VIEWS,
} from '../../../schemas/index.ts'
import { findPattern } from '../../../schemas/json-schema.ts'
import { ISSUES_FILE } from '../checksums.ts'
import { README_FILE } from './readme.ts'
import { CODED_BY, describedFiles, KEYWORDS, PROFILES_BY, type ReleaseFacts } from './release-facts.ts'

/** The name that the standard gives the descriptor. */
export const DATA_PACKAGE_FILE = 'datapackage.json'

const TYPES: Readonly<Record<Storage, Readonly<Record<string, unknown>>>> = {
  utf8: { type: 'string' },
  int32: { type: 'integer' },
  float64: { type: 'number' },
  bool: { type: 'boolean', trueValues: ['true'], falseValues: ['false'] },
  date32: { type: 'date' },
}

const describeField = (table: Table, column: Column): Record<string, unknown> => {
  const { name, storage, nullable, values } = column
  const pattern = findPattern(table, name)
  const constraints = {
    ...(!nullable && { required: true }),
    ...(table.primaryKey.join() === name && { unique: true }),
    ...((storage === 'int32' || storage === 'float64') && { minimum: 0 }),
    ...(values !== null && { enum: values }),
    // patterns are those of XML Schema, which match the whole value and know no anchors
    ...(pattern !== null && { pattern: pattern.replace(/^\^/, '').replace(/\$$/, '') }),
  }
  const constrained = Object.keys(constraints).length > 0 && { constraints }
  return { name, ...TYPES[storage], description: describeColumn(column), ...constrained }
}

/** The columns and keys of a table as a Table Schema (https://datapackage.org/standard/table-schema/). */
const describeTable = (table: Table): Record<string, unknown> => {
  const foreignKeys = listColumns(table).flatMap(({ name, references }) => {
    const [resource, field] = references?.split('.') ?? []
    return field === undefined ? [] : [{ fields: [name], reference: { resource, fields: [field] } }]
  })
  return {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    type: 'table',
    title: table.title,
    description: table.description,
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: listColumns(table).map((column) => describeField(table, column)),
      ...(table.primaryKey.length > 0 && { primaryKey: table.primaryKey }),
      ...(foreignKeys.length > 0 && { foreignKeys }),
    },
  }
}

const describeResource = (file: ReturnType<typeof describedFiles>[number]): Record<string, unknown> => {
  const { name: path, format, mediatype, bytes, sha256 } = file
  const tables: readonly Table[] = [...Object.values(TABLES), ...Object.values(VIEWS)]
  // a table is described once, at its CSV (issues at their JSON); its other formats are only listed
  const table = path === ISSUES_FILE ? issues : tables.find((one) => path === `${one.name}.csv`)
  return {
    name: table?.name ?? path.toLowerCase(),
    path,
    format,
    mediatype,
    bytes,
    hash: `sha256:${sha256}`,
    ...(table && describeTable(table)),
  }
}

/**
 * A release as a Data Package v2 (https://datapackage.org/standard/data-package/): a resource for every file that is
 * given, with its size and hash; not for the descriptor itself and the list of checksums, which is made after it.
 */
export const dataPackage = (facts: ReleaseFacts): Record<string, unknown> => {
  const { collection, created, info } = facts
  const { licence, licenceTitle, licenceUrl } = TERMS[collection]
  const isReal = collection === 'itu-cyberwellness'
  // columns cannot have terms of their own in a descriptor, so the whole has both
  const wordsTitle = `Words of the profiles (such as notes): ${PROFILES_BY}, not licensed here`
  const sources = isReal
    ? 'Cyberwellness Profiles of the International Telecommunication Union, listed in documents.csv'
    : 'Sample profiles about invented places, written by the project and listed in documents.csv'
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: isReal ? 'cyberwellness' : 'cyberwellness-specimens',
    title: info.title,
    description: `${info.description} ${info.licence}`,
    ...(info.homepage !== undefined && { homepage: info.homepage }),
    version: info.version,
    ...(created !== undefined && { created: `${created}T00:00:00Z` }),
    keywords: KEYWORDS,
    licenses: [
      { name: licence, path: licenceUrl, title: licenceTitle },
      ...(isReal && !facts.withoutSourceText ? [{ path: README_FILE, title: wordsTitle }] : []),
    ],
    contributors: [
      { title: CODED_BY, roles: ['creator', 'publisher'] },
      ...(isReal ? [{ title: PROFILES_BY, roles: ['rightsHolder'] }] : []),
    ],
    sources: [{ title: sources, path: 'documents.csv' }],
    resources: describedFiles(facts).map(describeResource),
  }
}
