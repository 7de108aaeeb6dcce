import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'vitest'
import { z } from 'zod'
import { columnsOf, TABLES, type Table, VIEWS } from '../../../schemas/index.ts'
import { rawCsv } from '../read-back.ts'
import { releaseFiles } from '../release-files.ts'
import { EMPTY_DATASET, SAMPLE_DATASET } from '../sample-dataset.ts'
import { AT_HOME_FILES, textOf } from './described.ts'

/** What these tests rely on of a descriptor; not the published profile. */
const descriptor = z.looseObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string().regex(/^[a-z0-9._-]+$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  created: z.iso.datetime().optional(),
  licenses: z.array(z.looseObject({ title: z.string() })).min(1),
  resources: z
    .array(
      z.looseObject({
        name: z.string().regex(/^[a-z0-9._-]+$/),
        path: z.string(),
        format: z.string(),
        mediatype: z.string().regex(/^(.+)\/(.+)$/),
        bytes: z.int(),
        hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
        schema: z
          .looseObject({
            fields: z.array(
              z.looseObject({
                name: z.string(),
                description: z.string(),
                categories: z.array(z.strictObject({ value: z.string(), label: z.string() })).optional(),
                type: z.enum(['string', 'integer', 'number', 'boolean', 'date']),
                constraints: z.looseObject({
                  required: z.boolean(),
                  minimum: z.number().optional(),
                  enum: z.array(z.string()).optional(),
                  pattern: z.string().optional(),
                }),
              }),
            ),
            primaryKey: z.array(z.string()).optional(),
            foreignKeys: z
              .array(
                z.strictObject({
                  fields: z.array(z.string()),
                  reference: z.strictObject({ resource: z.string(), fields: z.array(z.string()) }),
                }),
              )
              .optional(),
          })
          .optional(),
      }),
    )
    .min(1),
})

const files = await releaseFiles(SAMPLE_DATASET)
const parsed = descriptor.parse(JSON.parse(Buffer.from(files.get('datapackage.json') ?? []).toString()))
const resources = new Map(parsed.resources.map((resource) => [resource.name, resource]))

type Descriptor = z.infer<typeof descriptor>
type DescribedField = NonNullable<Descriptor['resources'][number]['schema']>['fields'][number]

/** What a cell of each type looks like in CSV. */
const LOOKS: Readonly<Record<DescribedField['type'], RegExp>> = {
  string: /^/,
  integer: /^\d+$/,
  number: /^\d+(\.\d+)?(e[+-]?\d+)?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
}

/** Checks a cell against what the descriptor says of its column. */
const assertFits = ({ type, constraints }: DescribedField, cell: string | null, place: string): void => {
  if (cell === null) {
    assert.ok(!constraints.required, `${place} is required`)
    return
  }
  assert.match(cell, LOOKS[type], place)
  if (constraints.minimum !== undefined) assert.ok(Number(cell) >= constraints.minimum, place)
  if (constraints.enum) assert.ok(constraints.enum.includes(cell), `${place}: ${cell}`)
  if (constraints.pattern) assert.match(cell, new RegExp(`^(?:${constraints.pattern})$`), place)
}

const ALL_TABLES: readonly Table[] = [...Object.values(TABLES), ...Object.values(VIEWS)]

describe('datapackage.json', () => {
  it('describes each table once', () => {
    const described = parsed.resources.filter(({ schema }) => schema !== undefined)
    assert.deepEqual(
      described.map(({ path }) => path).sort(),
      [...ALL_TABLES.map(({ name }) => `${name}.csv`), 'issues.json'].sort(),
    )
  })

  it('names every file but itself and the checksums, once, and no other', () => {
    assert.deepEqual(
      parsed.resources.map(({ path }) => path).sort(),
      [...files.keys()].filter((name) => !['datapackage.json', 'SHA256SUMS'].includes(name)).sort(),
    )
    assert.equal(resources.size, parsed.resources.length)
  })

  it('gives the true size and hash of each, and a known media type', () => {
    for (const { path, bytes, hash, mediatype } of parsed.resources) {
      const written = files.get(path) ?? new Uint8Array()
      assert.equal(bytes, written.length, path)
      assert.equal(hash, `sha256:${createHash('sha256').update(written).digest('hex')}`, path)
      assert.notEqual(mediatype, 'application/octet-stream', path)
    }
  })

  for (const table of ALL_TABLES) {
    it(`lists the columns of ${table.name}.csv as its header does, with the key and every category`, () => {
      const schema = resources.get(table.name)?.schema
      const header = rawCsv(files.get(`${table.name}.csv`) ?? new Uint8Array())[0]
      assert.deepEqual(
        schema?.fields.map(({ name }) => name),
        header,
      )
      assert.deepEqual(schema?.primaryKey, table.primaryKey)
      const categories = (schema?.fields ?? []).map(
        (field) => field.categories?.map(({ value }) => value) ?? null,
      )
      assert.deepEqual(
        categories,
        columnsOf(table).map(({ values }) => (table === VIEWS.matrix ? null : values)),
      )
    })
  }

  it('leads every foreign key to a field of a table', () => {
    const keys = parsed.resources.flatMap(({ schema }) => schema?.foreignKeys ?? [])
    assert.ok(keys.length > 0)
    for (const { reference } of keys) {
      const names = resources.get(reference.resource)?.schema?.fields.map(({ name }) => name) ?? []
      for (const field of reference.fields) assert.ok(names.includes(field), `${reference.resource}.${field}`)
    }
  })

  it('says of every CSV what is so: types, required cells, closed lists, patterns, keys and where they lead', () => {
    for (const { path, format, schema } of parsed.resources) {
      if (format !== 'csv' || schema === undefined) continue
      const [header = [], ...rows] = rawCsv(files.get(path) ?? new Uint8Array())
      const cell = (row: readonly (string | null)[], name: string): string | null =>
        row[header.indexOf(name)] ?? null
      for (const row of rows) {
        for (const field of schema.fields) assertFits(field, cell(row, field.name), `${path} ${field.name}`)
      }
      const keys = rows.map((row) => JSON.stringify(schema.primaryKey?.map((name) => cell(row, name))))
      assert.equal(new Set(keys).size, rows.length, `${path} has one row a key`)
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const [targets = [], ...targetRows] = rawCsv(
          files.get(`${reference.resource}.csv`) ?? new Uint8Array(),
        )
        const known = new Set(targetRows.map((row) => row[targets.indexOf(reference.fields[0] ?? '')]))
        for (const row of rows) {
          const value = cell(row, fields[0] ?? '')
          assert.ok(value === null || known.has(value), `${path} ${fields}`)
        }
      }
    }
  })

  it('writes patterns as XML Schema knows them: without anchors and bare groups', () => {
    for (const { schema } of parsed.resources) {
      for (const { constraints } of schema?.fields ?? [])
        assert.doesNotMatch(constraints.pattern ?? '', /^\^|\$$|\(\?/)
    }
  })

  it('has the day of publication, or no date', async () => {
    assert.equal(parsed.created, undefined)
    const home = descriptor.parse(JSON.parse(textOf(AT_HOME_FILES, 'datapackage.json')))
    assert.equal(home.created, '2026-01-02T00:00:00Z')
    const bare = (await releaseFiles(EMPTY_DATASET)).get('datapackage.json') ?? []
    assert.equal(descriptor.parse(JSON.parse(Buffer.from(bare).toString())).created, undefined)
  })
})
