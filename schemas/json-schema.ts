import { z } from 'zod'
import { listColumns, type Table } from './index.ts'

/** What a JSON Schema says for its readers, besides what it checks. */
type Annotations = Readonly<Record<'title' | 'description', string>>

/** A JSON Schema (2020-12) for one row, from its zod object; `fields` annotates the properties that it names. */
const rowSchema = (
  row: z.ZodObject,
  about: Annotations,
  fields: ReadonlyMap<string, Annotations>,
): z.core.JSONSchema.BaseSchema => {
  const { $schema, properties = {}, ...rest } = z.toJSONSchema(row)
  const annotated = Object.entries(properties).map(([name, property]) => [
    name,
    typeof property === 'boolean' ? property : { ...fields.get(name), ...property },
  ])
  return {
    ...($schema !== undefined && { $schema }),
    ...about,
    ...rest,
    properties: Object.fromEntries(annotated),
  }
}

/** The JSON Schema for a row of a table, as it is in the table's JSON file. */
export const tableJsonSchema = (table: Table): z.core.JSONSchema.BaseSchema => {
  const fields = listColumns(table).map(({ name, description, unit, references }) => {
    const remarks = [
      description,
      ...(unit === undefined ? [] : [`Unit: ${unit}.`]),
      ...(references === undefined ? [] : [`Refers to ${references}.`]),
    ]
    return [name, { title: name, description: remarks.join(' ') }] as const
  })
  const about = { title: table.title, description: `A row of ${table.name}. ${table.description}` }
  return rowSchema(table.row, about, new Map(fields))
}

/** The pattern that the texts of a column match, or null for a column without one. */
export const findPattern = (table: Table, column: string): string | null => {
  const type = table.row.shape[column]
  const inner = type instanceof z.ZodNullable ? type.unwrap() : type
  // A date is no ZodString: its pattern would say less than its type does.
  return inner instanceof z.ZodString ? (z.toJSONSchema(inner).pattern ?? null) : null
}
