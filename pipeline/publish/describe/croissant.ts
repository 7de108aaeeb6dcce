import {
  type Column,
  describeColumn,
  listCaveats,
  listColumns,
  type Storage,
  TABLES,
  type Table,
  VIEWS,
} from '../../../schemas/index.ts'
import { CODED_BY, datasetProperties, describedFiles, type ReleaseFacts } from './release-facts.ts'

/** Terms of the format without a prefix: those of its specification, and those that mlcroissant asks for. */
const TERMS =
  `annotation arrayShape citeAs column containedIn equivalentProperty excludes extract field fileObject
  fileProperty fileSet format includes isArray isLiveDataset jsonPath key md5 parentField path readLines recordSet
  references regex repeated replace samplingRate sdVersion separator source subField transform unArchive value`.split(
    /\s+/,
  )

const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  dct: 'http://purl.org/dc/terms/',
  conformsTo: 'dct:conformsTo',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  examples: { '@id': 'cr:examples', '@type': '@json' },
  ...Object.fromEntries(TERMS.map((term) => [term, `cr:${term}`])),
}

const DATA_TYPES: Readonly<Record<Storage, string>> = {
  utf8: 'sc:Text',
  int32: 'sc:Integer',
  float64: 'sc:Float',
  bool: 'sc:Boolean',
  date32: 'sc:Date',
}

/** mlcroissant only accepts this older media type for Parquet. */
const PARQUET = 'application/x-parquet'

const link = (id: string) => ({ '@id': id })

const describeFile = (file: ReturnType<typeof describedFiles>[number]): Record<string, unknown> => ({
  '@type': 'cr:FileObject',
  '@id': file.name,
  name: file.name,
  contentUrl: file.name,
  contentSize: `${file.bytes} B`,
  encodingFormat: file.format === 'parquet' ? PARQUET : file.mediatype,
  sha256: file.sha256,
})

const describeField = (table: Table, file: string, column: Column): Record<string, unknown> => {
  const { name, storage, references } = column
  return {
    '@type': 'cr:Field',
    '@id': `${table.name}/${name}`,
    name,
    description: describeColumn(column),
    dataType: DATA_TYPES[storage],
    source: { fileObject: link(file), extract: { column: name } },
    ...(references !== undefined && { references: { field: link(references.replace('.', '/')) } }),
  }
}

const describeTable = (table: Table, extension: string): Record<string, unknown> => ({
  '@type': 'cr:RecordSet',
  '@id': table.name,
  name: table.name,
  description: table.description,
  key: table.primaryKey.map((name) => link(`${table.name}/${name}`)),
  field: listColumns(table).map((column) => describeField(table, `${table.name}.${extension}`, column)),
})

const bibTeX = ({ info, created }: ReleaseFacts): string => {
  const year = created === undefined ? '' : `, year = {${created.slice(0, 4)}}`
  const url = info.homepage === undefined ? '' : `, url = {${info.homepage}}`
  return `@misc{cyberwellness, author = {{${CODED_BY}}}, title = {{${info.title}}}, version = {${info.version}}${year}${url}}`
}

/**
 * A release in the format Croissant 1.1 (http://mlcommons.org/croissant/1.1): a file object for every file that is
 * given, and a record set for every table and view. Tables are read from Parquet, which is typed; views from CSV. The
 * format asks for `url` and `datePublished`, which are there where the build was given them.
 */
export const croissant = (facts: ReleaseFacts): Record<string, unknown> => ({
  '@context': CONTEXT,
  '@type': 'sc:Dataset',
  conformsTo: 'http://mlcommons.org/croissant/1.1',
  ...datasetProperties(facts.info, facts.collection),
  datePublished: facts.created,
  citeAs: bibTeX(facts),
  isLiveDataset: false,
  'rai:dataLimitations': listCaveats(facts.collection, facts.info.years).map(({ text }) => text),
  distribution: describedFiles(facts).map(describeFile),
  recordSet: [
    ...Object.values(TABLES).map((table) => describeTable(table, 'parquet')),
    ...Object.values(VIEWS).map((view) => describeTable(view, 'csv')),
  ],
})
