import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, it } from 'vitest'
import { z } from 'zod'
import { listColumns, TABLES, type Table, VIEWS } from '../../../schemas/index.ts'
import { rawCsv } from '../read-back.ts'
import { AT_HOME_FILES, EMPTY_FILES, REAL_FILES, readText, SPECIMEN_FILES } from './described.ts'

/** What version 2 of the standard (https://datapackage.org/standard/) asks of a descriptor. */
const profile = (of: string) => z.literal(`https://datapackage.org/profiles/2.0/${of}.json`)
const constraints = z.strictObject({
  required: z.literal(true).optional(),
  unique: z.literal(true).optional(),
  enum: z.array(z.string()).min(1).optional(),
  minimum: z.number().optional(),
  // patterns are those of XML Schema, without anchors and bare groups
  pattern: z
    .string()
    .regex(/^(?!\^)(?!.*\$$)(?!.*\(\?)/)
    .optional(),
})
const field = z.looseObject({
  name: z.string().min(1),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'date']),
  description: z.string().min(1),
  constraints: constraints.optional(),
})
const tableSchema = z.looseObject({
  $schema: profile('tableschema'),
  fields: z.array(field).min(1),
  primaryKey: z.array(z.string()).min(1).optional(),
  foreignKeys: z
    .array(
      z.object({
        fields: z.tuple([z.string()]),
        reference: z.object({ resource: z.string(), fields: z.tuple([z.string()]) }),
      }),
    )
    .optional(),
})
const resource = z.looseObject({
  $schema: profile('dataresource').optional(),
  name: z.string().regex(/^[-a-z0-9._/]+$/),
  /** Below the descriptor and not hidden. */
  path: z.string().regex(/^(?![./~])(?!.*(^|\/)\.\.(\/|$))(?!.*\\)/),
  format: z.string(),
  mediatype: z.string().regex(/^[^/]+\/[^/]+$/),
  bytes: z.int(),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  schema: tableSchema.optional(),
})
const descriptor = z.looseObject({
  $schema: profile('datapackage'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  homepage: z.url().optional(),
  created: z.iso.datetime().optional(),
  resources: z.array(resource).min(1),
})

const ajv = new Ajv({ allErrors: true, strict: false, formats: { textarea: true } })
addFormats.default(ajv)

/** A published profile of version 1; it names draft 4 of JSON Schema, but uses nothing that later drafts changed. */
const readProfile = async (of: string): Promise<ValidateFunction> => {
  const file = new URL(`../../fixtures/data-package-profile/${of}.json`, import.meta.url)
  const { $schema: _, ...rules } = z.looseObject({}).parse(JSON.parse(await readFile(file, 'utf8')))
  return ajv.compile(rules)
}

const readDescriptor = (files: ReadonlyMap<string, Uint8Array>) =>
  descriptor.parse(JSON.parse(readText(files, 'datapackage.json')))

const parsed = readDescriptor(SPECIMEN_FILES)
const resources = new Map(parsed.resources.map((one) => [one.name, one]))
const ALL_TABLES: readonly Table[] = [...Object.values(TABLES), ...Object.values(VIEWS)]

const readRows = (table: string): (string | null)[][] =>
  rawCsv(SPECIMEN_FILES.get(`${table}.csv`) ?? Buffer.of())

/** What a cell of each type looks like in CSV. */
const LOOKS: Readonly<Record<z.infer<typeof field>['type'], RegExp>> = {
  string: /^/,
  integer: /^\d+$/,
  number: /^\d+(\.\d+)?(e[+-]?\d+)?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
}

/** Checks a cell against what the descriptor says of its column. */
const assertFits = (
  { type, constraints = {} }: z.infer<typeof field>,
  cell: string | null,
  place: string,
) => {
  if (cell === null) return assert.ok(!constraints.required, `${place} is required`)
  assert.match(cell, LOOKS[type], place)
  if (constraints.minimum !== undefined) assert.ok(Number(cell) >= constraints.minimum, place)
  if (constraints.enum) assert.ok(constraints.enum.includes(cell), `${place}: ${cell}`)
  if (constraints.pattern) assert.match(cell, new RegExp(`^(?:${constraints.pattern})$`), place)
}

describe('datapackage.json', () => {
  const releases = Object.entries({ AT_HOME_FILES, EMPTY_FILES, REAL_FILES, SPECIMEN_FILES })
  it.each(releases)('keeps the rules of versions 1 and 2 of its standard, in %s', async (_, files) => {
    const value = readDescriptor(files)
    const [dataPackage, tabular] = [
      await readProfile('data-package'),
      await readProfile('tabular-data-resource'),
    ]
    assert.ok(dataPackage(value), ajv.errorsText(dataPackage.errors))
    for (const one of value.resources.filter(({ format, schema }) => format === 'csv' && schema))
      assert.ok(tabular({ ...one, profile: 'tabular-data-resource' }), ajv.errorsText(tabular.errors))
    const size = Buffer.byteLength(readText(files, 'datapackage.json'))
    assert.ok(size <= 45_000, `${size} bytes`)
  })

  it('names every file but itself and the checksums, once, with its true size and hash', () => {
    assert.equal(resources.size, parsed.resources.length)
    const expected = [...SPECIMEN_FILES].filter(([one]) => !['datapackage.json', 'SHA256SUMS'].includes(one))
    assert.deepEqual(
      parsed.resources.map((one) => [one.path, one.bytes, one.hash]).sort(),
      expected
        .map(([one, bytes]) => [
          ...[one, bytes.length],
          `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
        ])
        .sort(),
    )
  })

  it('describes each table once, with the columns of its CSV and its key', () => {
    const described = parsed.resources.filter(({ schema }) => schema !== undefined).map((one) => one.path)
    assert.deepEqual(described.sort(), [...ALL_TABLES.map((one) => `${one.name}.csv`), 'issues.json'].sort())
    for (const table of ALL_TABLES) {
      const schema = resources.get(table.name)?.schema
      assert.deepEqual(
        schema?.fields.map((one) => one.name),
        readRows(table.name)[0],
      )
      assert.deepEqual(schema?.primaryKey, table.primaryKey)
      assert.deepEqual(
        schema?.fields.map(({ constraints = {} }) => constraints.enum ?? null),
        listColumns(table).map(({ values }) => values),
      )
    }
    assert.deepEqual(resources.get('indicators')?.schema?.primaryKey, ['document_id', 'indicator'])
  })

  it.each(ALL_TABLES)(
    'says of $name.csv what is so: types, closed lists, keys and where they lead',
    (table) => {
      const { fields, primaryKey, foreignKeys = [] } = resources.get(table.name)?.schema ?? assert.fail()
      const [header = [], ...rows] = readRows(table.name)
      const cell = (row: readonly (string | null)[], column: string) => row[header.indexOf(column)] ?? null
      for (const row of rows)
        for (const one of fields) assertFits(one, cell(row, one.name), `${table.name}.${one.name}`)
      const keys = new Set(rows.map((row) => JSON.stringify(primaryKey?.map((column) => cell(row, column)))))
      assert.equal(keys.size, rows.length)
      for (const {
        fields: [from],
        reference,
      } of foreignKeys) {
        const [targets = [], ...targetRows] = readRows(reference.resource)
        const known = new Set(targetRows.map((row) => row[targets.indexOf(reference.fields[0])]))
        for (const row of rows) assert.ok(cell(row, from) === null || known.has(cell(row, from) ?? ''), from)
      }
      const isCoded = header.includes('country_code') && table.name !== 'countries'
      assert.equal(
        foreignKeys.some(({ reference }) => reference.resource === 'countries'),
        isCoded,
      )
    },
  )
})
