import { z } from 'zod'
import { type ColumnMeta, columnMeta } from './column.ts'

/** A value of a published cell: dates are ISO text (`2014-08-12`) until a writer stores them as dates. */
export type Cell = string | number | boolean | null

/** A published table: its name, what one row is, its key, and the zod object that names its columns in order. */
export interface Table<Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly primaryKey: readonly string[]
  readonly row: z.ZodObject<Shape, z.core.$strict>
}

/** One column of a table, as the writers and the codebook see it. */
export interface Column extends ColumnMeta {
  readonly name: string
  readonly nullable: boolean
  /** The closed set of values, for coded columns. */
  readonly values: readonly string[] | null
}

/** Declares a table; its key must be made of its own columns. */
export const defineTable = <Shape extends z.ZodRawShape>(declaration: {
  name: string
  title: string
  description: string
  primaryKey: readonly (keyof Shape & string)[]
  columns: Shape
}): Table<Shape> => {
  const { columns, ...rest } = declaration
  return { ...rest, row: z.strictObject(columns) }
}

const columnsRead = (table: Table): readonly Column[] =>
  Object.entries(table.row.shape).map(([name, type]) => {
    const inner = type instanceof z.ZodNullable ? type.unwrap() : type
    return {
      name,
      ...columnMeta(`${table.name}.${name}`, type),
      nullable: type instanceof z.ZodNullable,
      values: inner instanceof z.ZodEnum ? inner.options.map(String) : null,
    }
  })

/** What a column means, with the unit of its numbers. */
export const describeColumn = ({ description, unit }: Column): string =>
  unit === undefined ? description : `${description} Unit: ${unit}.`

const known = new WeakMap<Table, readonly Column[]>()

/** The columns of a table in published order; read once, since every document is checked by them. */
export const listColumns = (table: Table): readonly Column[] => {
  const columns = known.get(table) ?? columnsRead(table)
  known.set(table, columns)
  return columns
}
