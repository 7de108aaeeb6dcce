import {
  type Column,
  columnsOf,
  type Storage,
  type Table,
  VIEWS,
  vocabularyOf,
} from '../../../schemas/index.ts'
import { patternOf } from '../../../schemas/json-schema.ts'

const TYPES: Readonly<Record<Storage, Readonly<Record<string, unknown>>>> = {
  utf8: { type: 'string' },
  int32: { type: 'integer' },
  float64: { type: 'number' },
  bool: { type: 'boolean', trueValues: ['true'], falseValues: ['false'] },
  date32: { type: 'date', format: 'default' },
}

const isNumber = ({ storage }: Column): boolean => storage === 'int32' || storage === 'float64'

/** Patterns of Table Schema are those of XML Schema, which match the whole value and know no anchors. */
const withoutAnchors = (pattern: string): string => pattern.replace(/^\^/, '').replace(/\$$/, '')

const constraintsOf = (table: Table, column: Column): Record<string, unknown> => {
  const pattern = column.storage === 'utf8' && column.values === null ? patternOf(table, column.name) : null
  return {
    required: !column.nullable,
    ...(table.primaryKey.join() === column.name && { unique: true }),
    ...(isNumber(column) && { minimum: 0 }),
    ...(column.values !== null && { enum: column.values }),
    ...(pattern !== null && { pattern: withoutAnchors(pattern) }),
  }
}

/** The matrix repeats the statuses in 21 columns; the labels are beside those of `indicators`. */
const categoriesOf = (table: Table, { values }: Column): Record<string, unknown> => {
  if (table.name === VIEWS.matrix.name) return {}
  const terms = values === null ? undefined : vocabularyOf(values)?.terms
  if (terms === undefined) return {}
  return { categories: terms.map(({ value, label }) => ({ value, label })) }
}

const fieldOf = (table: Table, column: Column): Record<string, unknown> => ({
  name: column.name,
  ...TYPES[column.storage],
  description: column.unit === undefined ? column.description : `${column.description} Unit: ${column.unit}.`,
  ...categoriesOf(table, column),
  constraints: constraintsOf(table, column),
})

const foreignKeysOf = (table: Table, resourceOf: (table: string) => string): Record<string, unknown> => {
  const keys = columnsOf(table).flatMap(({ name, references }) => {
    const [target, field] = references?.split('.') ?? []
    if (target === undefined || field === undefined) return []
    return [{ fields: [name], reference: { resource: resourceOf(target), fields: [field] } }]
  })
  return keys.length > 0 ? { foreignKeys: keys } : {}
}

/**
 * The columns and keys of a table as a Table Schema of Data Package v2 (https://datapackage.org/standard/table-schema/).
 * `fieldsMatch` is left at its default, exact: the profile of version 2.0 takes a list for it, the specification a text.
 * @param missingValues the texts that stand for a missing value: the empty one in CSV, none in typed formats
 * @param resourceOf the resource to which keys lead, by the name of its table: the one in the same format
 */
export const tableSchema = (
  table: Table,
  missingValues: readonly string[],
  resourceOf: (table: string) => string,
): Record<string, unknown> => ({
  $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
  fields: columnsOf(table).map((column) => fieldOf(table, column)),
  ...(table.primaryKey.length > 0 && { primaryKey: table.primaryKey }),
  ...foreignKeysOf(table, resourceOf),
  missingValues,
})
