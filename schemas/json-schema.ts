import { z } from 'zod'
import { describeColumn, listColumns, type Table } from './index.ts'

/** The JSON Schema (2020-12) for a row of a table, as it is in the table's JSON file. */
export const tableJsonSchema = (table: Table): z.core.JSONSchema.BaseSchema => {
  const { $schema, properties = {}, ...rest } = z.toJSONSchema(table.row)
  const annotated = listColumns(table).map((column) => {
    const { name, references } = column
    const property = properties[name]
    const description = `${describeColumn(column)}${references ? ` Refers to ${references}.` : ''}`
    return [name, { title: name, description, ...(property !== true && property) }]
  })
  return {
    ...($schema !== undefined && { $schema }),
    title: table.title,
    description: `A row of ${table.name}. ${table.description}`,
    ...rest,
    properties: Object.fromEntries(annotated),
  }
}

/** The pattern that the texts of a column match, or null for a column without one. */
export const findPattern = (table: Table, column: string): string | null => {
  const type = table.row.shape[column]
  const inner = type instanceof z.ZodNullable ? type.unwrap() : type
  // A date is no ZodString: its pattern would say less than its type does.
  return inner instanceof z.ZodString ? (z.toJSONSchema(inner).pattern ?? null) : null
}
