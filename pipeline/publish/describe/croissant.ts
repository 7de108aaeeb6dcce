import {
  type Column,
  caveatsOf,
  columnsOf,
  OTHER_VOCABULARIES,
  STATUS_VOCABULARY,
  type Storage,
  TABLES,
  type Table,
  VIEWS,
  type Vocabulary,
  vocabularyOf,
} from '../../../schemas/index.ts'
import { datasetProperties } from './dataset-node.ts'
import { fileFormat, isDescribed } from './file-format.ts'
import type { FileFacts, ReleaseFacts } from './release-facts.ts'
import { CODED_BY } from './subject.ts'

/** The name under which Croissant is looked for. */
export const CROISSANT_FILE = 'croissant.json'

const cr = (term: string): string => `cr:${term}`

/** The terms of the format that stand without a prefix, as its specification binds them. */
const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  dct: 'http://purl.org/dc/terms/',
  conformsTo: 'dct:conformsTo',
  data: { '@id': cr('data'), '@type': '@json' },
  dataType: { '@id': cr('dataType'), '@type': '@vocab' },
  examples: { '@id': cr('examples'), '@type': '@json' },
  ...Object.fromEntries(
    [
      ...['annotation', 'arrayShape', 'citeAs', 'column', 'containedIn', 'equivalentProperty', 'excludes'],
      ...['extract', 'field', 'fileObject', 'fileProperty', 'fileSet', 'format', 'includes', 'isArray'],
      ...['isLiveDataset', 'jsonPath', 'key', 'md5', 'parentField', 'readLines', 'recordSet', 'references'],
      ...['regex', 'sdVersion', 'separator', 'source', 'subField', 'transform', 'unArchive', 'value'],
    ].map((term) => [term, cr(term)]),
  ),
} as const

const DATA_TYPES: Readonly<Record<Storage, string>> = {
  utf8: 'sc:Text',
  int32: 'sc:Integer',
  float64: 'sc:Float',
  bool: 'sc:Boolean',
  date32: 'sc:Date',
}

/** mlcroissant only accepts application/x-parquet. */
const encodingFormat = (name: string): string =>
  name.endsWith('.parquet') ? 'application/x-parquet' : fileFormat(name).mediatype

const fileObject = ({ name, bytes, sha256 }: FileFacts): Record<string, unknown> => ({
  '@type': 'cr:FileObject',
  '@id': name,
  name,
  contentUrl: name,
  contentSize: `${bytes} B`,
  encodingFormat: encodingFormat(name),
  sha256,
})

const setName = ({ title }: Vocabulary): string => title.toLowerCase().replaceAll(' ', '_')

const reference = (id: string): Record<string, unknown> => ({ '@id': id })

const referencesOf = ({ references, values }: Column): Record<string, unknown> => {
  if (references !== undefined) return { references: { field: reference(references.replace('.', '/')) } }
  const vocabulary = values === null ? undefined : vocabularyOf(values)
  return vocabulary === undefined ? {} : { references: { field: reference(`${setName(vocabulary)}/value`) } }
}

const fieldOf = (table: Table, file: string, column: Column): Record<string, unknown> => ({
  '@type': 'cr:Field',
  '@id': `${table.name}/${column.name}`,
  name: column.name,
  description: column.unit === undefined ? column.description : `${column.description} Unit: ${column.unit}.`,
  dataType: DATA_TYPES[column.storage],
  source: { fileObject: reference(file), extract: { column: column.name } },
  ...referencesOf(column),
})

const recordSet = (table: Table, file: string): Record<string, unknown> => ({
  '@type': 'cr:RecordSet',
  '@id': table.name,
  name: table.name,
  description: table.description,
  key: table.primaryKey.map((name) => reference(`${table.name}/${name}`)),
  field: columnsOf(table).map((column) => fieldOf(table, file, column)),
})

const TERM_PARTS = ['value', 'label', 'definition'] as const

/** A closed list of values as records of its own, which the coded columns refer to. */
const enumeration = (vocabulary: Vocabulary): Record<string, unknown> => {
  const name = setName(vocabulary)
  return {
    '@type': 'cr:RecordSet',
    '@id': name,
    name,
    description: `${vocabulary.title}: the values, their labels and what they mean.`,
    dataType: 'sc:Enumeration',
    key: reference(`${name}/value`),
    field: TERM_PARTS.map((part) => ({
      '@type': 'cr:Field',
      '@id': `${name}/${part}`,
      name: part,
      dataType: 'sc:Text',
    })),
    data: vocabulary.terms.map((term) =>
      Object.fromEntries(TERM_PARTS.map((part) => [`${name}/${part}`, term[part]])),
    ),
  }
}

const bibTeX = (facts: ReleaseFacts): string => {
  const { info } = facts
  const year = facts.created?.slice(0, 4)
  const fields = [
    `author = {{${CODED_BY}}}`,
    `title = {{${info.title}}}`,
    `version = {${info.version}}`,
    ...(year === undefined ? [] : [`year = {${year}}`]),
    ...(info.homepage === undefined ? [] : [`url = {${info.homepage}}`]),
  ]
  return `@misc{cyberwellness, ${fields.join(', ')}}`
}

/**
 * A release in the format Croissant 1.1 (http://mlcommons.org/croissant/1.1): a file object for every file that is
 * given, and a record set for every table, view and closed list of values. Tables are read from Parquet, which is typed;
 * views from CSV. The format asks for `url`, the page of the dataset: it is there where the build was told.
 */
export const croissant = (facts: ReleaseFacts): Record<string, unknown> => {
  const day = facts.created
  return {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    ...datasetProperties(facts.info, facts.collection),
    ...(day !== undefined && { datePublished: day }),
    citeAs: bibTeX(facts),
    isLiveDataset: false,
    'rai:dataLimitations': caveatsOf(facts.collection).map(({ text }) => text),
    distribution: facts.files.filter(isDescribed).map(fileObject),
    recordSet: [
      ...Object.values(TABLES).map((table) => recordSet(table, `${table.name}.parquet`)),
      ...Object.values(VIEWS).map((view) => recordSet(view, `${view.name}.csv`)),
      ...[STATUS_VOCABULARY, ...OTHER_VOCABULARIES].map(enumeration),
    ],
  }
}
