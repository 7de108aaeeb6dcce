import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { parquetMetadata } from 'hyparquet'
import jsonld from 'jsonld'
import { describe, it } from 'vitest'
import { z } from 'zod'
import { columnsOf, TABLES, type Table, VIEWS } from '../../../schemas/index.ts'
import { rawCsv } from '../read-back.ts'
import { AT_HOME_FILES, EMPTY_FILES, textOf } from './described.ts'

const CR = 'http://mlcommons.org/croissant/'
const SC = 'https://schema.org/'
const BASE = 'https://release.example/'

const id = z.looseObject({ '@id': z.string() })
const parsed = z
  .looseObject({
    name: z.string().min(1),
    description: z.string().min(1),
    license: z.url(),
    url: z.url(),
    creator: z.looseObject({ name: z.string() }),
    datePublished: z.iso.date(),
    conformsTo: z.literal('http://mlcommons.org/croissant/1.1'),
    distribution: z.array(
      z.looseObject({
        '@id': z.string(),
        contentUrl: z.string(),
        contentSize: z.string(),
        encodingFormat: z.string(),
        sha256: z.string(),
      }),
    ),
    recordSet: z.array(
      z.looseObject({
        '@id': z.string(),
        key: z.union([id, z.array(id)]),
        field: z.array(
          z.looseObject({
            '@id': z.string(),
            dataType: z.string(),
            // mlcroissant crashes where a reference names no field
            references: z.strictObject({ field: id }).optional(),
            source: z
              .strictObject({ fileObject: id, extract: z.strictObject({ column: z.string() }) })
              .optional(),
          }),
        ),
      }),
    ),
  })
  .parse(JSON.parse(textOf(AT_HOME_FILES, 'croissant.json')))

/** Refuses to load anything: the context stands in the file. */
const documentLoader = (url: string): Promise<never> => Promise.reject(new Error(`${url} was asked for`))

const columnNames = (file: string): string[] => {
  const bytes = new Uint8Array(AT_HOME_FILES.get(file) ?? [])
  if (file.endsWith('.csv')) return (rawCsv(bytes)[0] ?? []).map(String)
  return parquetMetadata(bytes.buffer)
    .schema.slice(1)
    .map(({ name }) => name)
}

describe('croissant.json', () => {
  it('names every file made before it, with its true size and hash', () => {
    const later = ['croissant.json', 'datapackage.json', 'SHA256SUMS']
    assert.deepEqual(
      parsed.distribution.map(({ contentUrl }) => contentUrl).sort(),
      [...AT_HOME_FILES.keys()].filter((name) => !later.includes(name)).sort(),
    )
    for (const { contentUrl, contentSize, sha256 } of parsed.distribution) {
      const bytes = AT_HOME_FILES.get(contentUrl) ?? new Uint8Array()
      assert.equal(contentSize, `${bytes.length} B`, contentUrl)
      assert.equal(sha256, createHash('sha256').update(bytes).digest('hex'), contentUrl)
    }
  })

  it('binds the words that mlcroissant expects of a context', () => {
    const context = JSON.parse(textOf(AT_HOME_FILES, 'croissant.json'))['@context']
    assert.deepEqual([context['@vocab'], context.sc], [SC, SC])
    assert.equal(context.cr, CR)
    assert.equal(context.conformsTo, 'dct:conformsTo')
  })

  it('names Parquet as the reader of the makers of the format knows it', () => {
    for (const { contentUrl, encodingFormat } of parsed.distribution) {
      assert.equal(encodingFormat === 'application/x-parquet', contentUrl.endsWith('.parquet'), contentUrl)
    }
  })

  it('has a record set for every table and view, with the columns of its file and its key', () => {
    for (const table of [...Object.values(TABLES), ...Object.values(VIEWS)] as readonly Table[]) {
      const set = parsed.recordSet.find((one) => one['@id'] === table.name)
      assert.ok(set, table.name)
      const [file, ...others] = new Set(set.field.map(({ source }) => source?.fileObject['@id'] ?? ''))
      assert.deepEqual(others, [])
      assert.deepEqual(
        set.field.map(({ source }) => source?.extract.column),
        columnNames(file ?? ''),
      )
      assert.deepEqual(
        [set.key].flat().map((key) => key['@id']),
        table.primaryKey.map((name) => `${table.name}/${name}`),
      )
      assert.equal(set.field.length, columnsOf(table).length)
    }
  })

  it('gives every part a name of its own, and leads every reference to one', () => {
    const fields = parsed.recordSet.flatMap(({ field }) => field)
    const ids = [...parsed.distribution, ...parsed.recordSet, ...fields].map((part) => part['@id'])
    assert.equal(new Set(ids).size, ids.length)
    const known = new Set(ids)
    const references = [
      ...fields.flatMap(({ references, source }) => [references?.field, source?.fileObject]),
      ...parsed.recordSet.flatMap(({ key }) => key),
    ].flatMap((one) => one?.['@id'] ?? [])
    assert.ok(references.length > 0)
    for (const one of references) assert.ok(known.has(one), one)
  })

  it('is a graph in which no word is lost: a dataset with files, record sets and fields of Croissant', async () => {
    const options = { base: BASE, documentLoader, safe: true }
    const [node] = await jsonld.expand(JSON.parse(textOf(AT_HOME_FILES, 'croissant.json')), options)
    assert.ok(node)
    assert.deepEqual(node['@type'], [`${SC}Dataset`])
    const graph = await jsonld.flatten(
      JSON.parse(textOf(AT_HOME_FILES, 'croissant.json')),
      undefined,
      options,
    )
    const nodes = z.array(z.looseObject({ '@type': z.array(z.string()).optional() })).parse(graph)
    const count = (type: string): number => nodes.filter((one) => one['@type']?.includes(type)).length
    assert.equal(count(`${CR}FileObject`), parsed.distribution.length)
    assert.equal(count(`${CR}RecordSet`), parsed.recordSet.length)
    assert.equal(count(`${CR}Field`), parsed.recordSet.flatMap(({ field }) => field).length)
    const country = nodes.find((one) => one['@id'] === `${BASE}indicators/country`)
    assert.deepEqual(country?.[`${CR}dataType`], [{ '@id': `${SC}Text` }])
  })

  it('has no date where no source has one', () => {
    assert.equal(JSON.parse(textOf(EMPTY_FILES, 'croissant.json')).datePublished, undefined)
  })
})
