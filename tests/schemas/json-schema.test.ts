import assert from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { z } from 'zod'
import {
  type Column,
  documents,
  issues,
  listColumns,
  sectionRows,
  sections,
  TABLES,
  type Table,
  VIEWS,
} from '../../schemas/index.ts'
import { findPattern, tableJsonSchema } from '../../schemas/json-schema.ts'

const tables: readonly Table[] = [...Object.values(TABLES), ...Object.values(VIEWS), issues]

/** What another reader makes of the schema, as it is in a file. */
const readBack = (schema: object): z.ZodType => z.fromJSONSchema(JSON.parse(JSON.stringify(schema)))

const accepts = (type: z.ZodType, value: unknown): boolean => type.safeParse(value).success

/** Values that a column may take, and values that it may not. */
const value = (table: Table, column: Column): fc.Arbitrary<unknown> => {
  const pattern = findPattern(table, column.name)
  return fc.oneof(
    fc.constantFrom(...(column.values ?? ['text'])),
    ...(pattern === null ? [] : [fc.stringMatching(new RegExp(pattern))]),
    fc.constantFrom(null, '', 0, 1, -1, 1.5, 2 ** 31, true, '2014-08-12', '2014-02-30', '12 August 2014'),
    fc.string(),
  )
}

const findProperty = (schema: z.core.JSONSchema.BaseSchema, name: string): z.core.JSONSchema.JSONSchema => {
  const property = schema.properties?.[name]
  assert.ok(typeof property === 'object')
  return property
}

for (const table of tables) {
  test(`the schema of ${table.name} takes and refuses the same rows as zod`, () => {
    const written = tableJsonSchema(table)
    const schema = readBack(written)
    const listed = listColumns(table)
    const single = listed.map(({ name }) => [name, readBack(findProperty(written, name))] as const)
    const columns = Object.fromEntries(listed.map((column) => [column.name, value(table, column)]))
    fc.assert(
      fc.property(fc.record(columns), (row) => {
        assert.equal(accepts(schema, row), accepts(table.row, row))
        for (const [name, property] of single) {
          const type = table.row.shape[name]
          assert.ok(type)
          assert.equal(accepts(property, row[name]), z.safeParse(type, row[name]).success, name)
        }
      }),
      { numRuns: 50 },
    )
  })

  test(`every property of ${table.name} says what it means, and none is optional or unnamed`, () => {
    const schema = tableJsonSchema(table)
    const names = listColumns(table).map(({ name }) => name)
    assert.deepEqual([Object.keys(schema.properties ?? {}), schema.required], [names, names])
    assert.equal(schema.additionalProperties, false)
    assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema')
    for (const { name, description, unit } of listColumns(table)) {
      const { title, description: text = '' } = findProperty(schema, name)
      assert.equal(title, name)
      assert.ok(text.startsWith(description) && text.includes(unit ? `Unit: ${unit}.` : ''), name)
    }
  })
}

test('real rows are taken; a wrong, missing or additional property is refused', () => {
  const schema = readBack(tableJsonSchema(sections))
  for (const row of sectionRows()) {
    assert.ok(accepts(schema, row))
    const { unit: _, ...withoutUnit } = row
    assert.ok(!accepts(schema, withoutUnit))
    assert.ok(!accepts(schema, { ...row, remark: '' }))
    assert.ok(!accepts(schema, { ...row, section_order: 1.5 }))
    assert.ok(!accepts(schema, { ...row, area: 'elsewhere' }))
  }
})

test('dates are dates', () => {
  const date = findProperty(tableJsonSchema(documents), 'source_date')
  assert.ok(JSON.stringify(date).includes('"format":"date"'))
  assert.equal(findPattern(documents, 'source_date'), null)
})
