import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { parquetMetadata } from 'hyparquet'
import jsonld from 'jsonld'
import { describe, it } from 'vitest'
import { z } from 'zod'
import { TABLES, type Table, VIEWS } from '../../../schemas/index.ts'
import { rawCsv } from '../read-back.ts'
import { AT_HOME_FILES, readText } from './described.ts'

const CR = 'http://mlcommons.org/croissant/'
const SC = 'https://schema.org/'
const BASE = 'https://release.example/'

const link = z.strictObject({ '@id': z.string() })
const named = { '@id': z.string(), name: z.string(), description: z.string() }
/** What mlcroissant, the validator of the makers of the format, asks for. */
const rules = z.looseObject({
  '@context': z.looseObject({
    '@vocab': z.literal(SC),
    sc: z.literal(SC),
    cr: z.literal(CR),
    conformsTo: z.literal('dct:conformsTo'),
    data: z.strictObject({ '@id': z.literal('cr:data'), '@type': z.literal('@json') }),
    dataType: z.strictObject({ '@id': z.literal('cr:dataType'), '@type': z.literal('@vocab') }),
  }),
  ...{
    name: z.string().min(1),
    description: z.string().min(1),
    creator: z.looseObject({ name: z.string() }),
  },
  conformsTo: z.literal('http://mlcommons.org/croissant/1.1'),
  license: z.url(),
  url: z.url().optional(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  datePublished: z.iso.date().optional(),
  distribution: z.array(
    z.looseObject({
      '@id': z.string(),
      contentUrl: z.string(),
      contentSize: z.string(),
      encodingFormat: z.string(),
      sha256: z.string().length(64),
    }),
  ),
  recordSet: z.array(
    z.strictObject({
      ...{ ...named, '@type': z.literal('cr:RecordSet'), key: z.array(link) },
      field: z.array(
        z.strictObject({
          ...{ ...named, '@type': z.literal('cr:Field') },
          dataType: z.enum(['sc:Text', 'sc:Integer', 'sc:Float', 'sc:Boolean', 'sc:Date']),
          source: z.strictObject({ fileObject: link, extract: z.strictObject({ column: z.string() }) }),
          references: z.strictObject({ field: link }).optional(),
        }),
      ),
    }),
  ),
})

const parsed = rules.parse(JSON.parse(readText(AT_HOME_FILES, 'croissant.json')))
const fields = parsed.recordSet.flatMap(({ field }) => field)

const readColumns = (file: string): string[] => {
  const bytes = new Uint8Array(AT_HOME_FILES.get(file) ?? [])
  if (file.endsWith('.csv')) return (rawCsv(bytes)[0] ?? []).map(String)
  return parquetMetadata(bytes.buffer)
    .schema.slice(1)
    .map(({ name }) => name)
}

describe('croissant.json', () => {
  it('names every file made before it, with its true size and hash, and Parquet as mlcroissant knows it', () => {
    const later = ['croissant.json', 'datapackage.json', 'SHA256SUMS']
    const written = [...AT_HOME_FILES].filter(([name]) => !later.includes(name))
    assert.deepEqual(
      parsed.distribution
        .map(({ contentUrl, contentSize, sha256 }) => [contentUrl, contentSize, sha256])
        .sort(),
      written
        .map(([name, bytes]) => [
          ...[name, `${bytes.length} B`],
          createHash('sha256').update(bytes).digest('hex'),
        ])
        .sort(),
    )
    for (const { contentUrl, encodingFormat } of parsed.distribution)
      assert.equal(encodingFormat === 'application/x-parquet', contentUrl.endsWith('.parquet'), contentUrl)
  })

  it('has a record set for every table and view, with the columns of its file and its key', () => {
    const tables: readonly Table[] = [...Object.values(TABLES), ...Object.values(VIEWS)]
    assert.deepEqual(
      parsed.recordSet.map(({ name, key }) => [name, key.map((one) => one['@id'])]),
      tables.map(({ name, primaryKey }) => [name, primaryKey.map((column) => `${name}/${column}`)]),
    )
    for (const { name, field } of parsed.recordSet) {
      const [file = '', ...others] = new Set(field.map(({ source }) => source.fileObject['@id']))
      assert.deepEqual(others, [])
      assert.deepEqual(
        field.map(({ source }) => source.extract.column),
        readColumns(file),
        name,
      )
    }
  })

  it('gives every part a name of its own, and leads every reference to one', () => {
    const ids = [...parsed.distribution, ...parsed.recordSet, ...fields].map((part) => part['@id'])
    const known = new Set(ids)
    assert.equal(known.size, ids.length)
    const references = [
      ...fields.flatMap(({ references, source }) => [references?.field, source.fileObject]),
      ...parsed.recordSet.flatMap(({ key }) => key),
    ].flatMap((one) => one?.['@id'] ?? [])
    assert.deepEqual(
      references.filter((one) => !known.has(one)),
      [],
    )
    assert.ok(references.includes('countries/country_code'))
  })

  it('is a graph in which no term is lost: a dataset with files, record sets and fields of Croissant', async () => {
    // the context is in the file, so nothing is loaded
    const documentLoader = (url: string) => Promise.reject(new Error(`${url} was asked for`))
    const options = { base: BASE, documentLoader, safe: true }
    const document = JSON.parse(readText(AT_HOME_FILES, 'croissant.json'))
    const graph = await jsonld.flatten(document, undefined, options)
    const nodes = z.array(z.looseObject({ '@type': z.array(z.string()).optional() })).parse(graph)
    const count = (type: string): number => nodes.filter((one) => one['@type']?.includes(type)).length
    assert.deepEqual([`${SC}Dataset`, `${CR}FileObject`, `${CR}RecordSet`, `${CR}Field`].map(count), [
      1,
      parsed.distribution.length,
      parsed.recordSet.length,
      fields.length,
    ])
    const country = nodes.find((one) => one['@id'] === `${BASE}indicators/country`)
    assert.deepEqual(country?.[`${CR}dataType`], [{ '@id': `${SC}Text` }])
  })
})
