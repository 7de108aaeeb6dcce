import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, it } from 'vitest'
import { z } from 'zod'
import { DATA_PACKAGE_RULES } from './data-package-rules.ts'
import { AT_HOME_FILES, EMPTY_FILES, REAL_FILES, SPECIMEN_FILES, textOf } from './described.ts'

const ajv = new Ajv({ allErrors: true, strict: false, formats: { textarea: true } })
addFormats.default(ajv)

/** A published profile; it names draft 4 of JSON Schema, but uses nothing that later drafts know otherwise. */
const published = async (name: string): Promise<ValidateFunction> => {
  const file = new URL(`../../fixtures/data-package-profile/${name}.json`, import.meta.url)
  const { $schema, ...profile } = z
    .looseObject({ $schema: z.string() })
    .parse(JSON.parse(await readFile(file, 'utf8')))
  assert.match($schema, /draft-04/)
  return ajv.compile(profile)
}

const assertKeeps = (rules: ValidateFunction, value: unknown, place: string): void => {
  assert.ok(rules(value), `${place}: ${ajv.errorsText(rules.errors)}`)
}

const dataPackage = await published('data-package')
const tabularResource = await published('tabular-data-resource')
const rules = ajv.compile(DATA_PACKAGE_RULES)

const descriptor = z.looseObject({
  resources: z.array(z.looseObject({ name: z.string(), format: z.string(), type: z.string().optional() })),
})

/** A descriptor with a part of it changed, by the keys and places that lead there. */
const spoiled = (value: unknown, path: readonly (string | number)[], part: unknown): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return part
  if (Array.isArray(value)) return value.map((one, place) => (place === key ? spoiled(one, rest, part) : one))
  const record = z.record(z.string(), z.unknown()).parse(value)
  return { ...record, [key]: spoiled(record[key], rest, part) }
}

describe('datapackage.json and the profiles of its standard', () => {
  for (const [kind, files] of Object.entries({ AT_HOME_FILES, EMPTY_FILES, REAL_FILES, SPECIMEN_FILES })) {
    const value = descriptor.parse(JSON.parse(textOf(files, 'datapackage.json')))

    it(`keeps the published profile of version 1, every CSV that of tabular resources, in ${kind}`, () => {
      assertKeeps(dataPackage, value, 'the package')
      const tables = value.resources.filter(({ format, type }) => format === 'csv' && type === 'table')
      assert.equal(tables.length, 9)
      for (const table of tables) {
        // what version 2 calls a type was a profile
        assertKeeps(tabularResource, { ...table, profile: 'tabular-data-resource' }, table.name)
      }
    })

    it(`keeps the rules of version 2, in ${kind}`, () => assertKeeps(rules, value, 'the package'))
  }

  it('would not keep them with a word that they do not know, or a value that they do not take', () => {
    const value: unknown = JSON.parse(textOf(REAL_FILES, 'datapackage.json'))
    const spoils: readonly (readonly [readonly (string | number)[], unknown])[] = [
      [['licence'], 'CC0'],
      [['resources', 0, 'path'], '../indicators.csv'],
      [['resources', 0, 'path'], '/indicators.csv'],
      [['resources', 0, 'hash'], 'sha256:0'],
      [['resources', 0, 'name'], 'Indicators'],
      [['resources', 0, 'schema', 'fields', 0, 'type'], 'text'],
      [['resources', 0, 'schema', 'fields', 0, 'constraints'], { maximum: 1 }],
      [['resources', 0, 'schema', 'primaryKey'], []],
      [['contributors', 0], {}],
      [['created'], 'yesterday'],
    ]
    for (const [path, part] of spoils) assert.ok(!rules(spoiled(value, path, part)), path.join('.'))
  })
})
