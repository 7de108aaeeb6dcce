import { z } from 'zod'
import { type ColumnMeta, columnRegistry } from './column.ts'

/** A value of a published cell: dates are ISO text (`2014-08-12`) until a writer stores them as dates. */
export type Cell = string | number | boolean | null

/** A published table: its name, what one row is, its key, and the zod object that names its columns in order. */
export interface Table<Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly primaryKey: readonly string[]
  readonly row: z.ZodObject<Shape, z.core.$strict>
  readonly columns: readonly Column[]
}

/** One column of a table, as the writers and the codebook see it. */
export interface Column extends ColumnMeta {
  readonly name: string
  readonly nullable: boolean
  /** The closed set of values, for coded columns. */
  readonly values: readonly string[] | null
}

const readColumn = (table: string, name: string, type: z.core.$ZodType): Column => {
  const inner = type instanceof z.ZodNullable ? type.unwrap() : type
  const meta = columnRegistry.get(inner)
  if (meta === undefined)
    throw new TypeError(`${table}.${name} was not made by a builder of schemas/column.ts`)
  return {
    name,
    ...meta,
    nullable: type instanceof z.ZodNullable,
    values: inner instanceof z.ZodEnum ? inner.options.map(String) : null,
  }
}

/** Declares a table; its key must be made of its own columns, and its title is its name if none is given. */
export const defineTable = <Shape extends z.ZodRawShape>(declaration: {
  name: string
  title?: string
  description: string
  primaryKey: readonly (keyof Shape & string)[]
  columns: Shape
}): Table<Shape> => {
  const { name: table, columns: shape } = declaration
  const title = table.charAt(0).toUpperCase() + table.slice(1)
  const columns = Object.entries(shape).map(([name, type]) => readColumn(table, name, type))
  return { title, ...declaration, row: z.strictObject(shape), columns }
}

/** The columns of a table in published order. */
export const listColumns = ({ columns }: Table): readonly Column[] => columns

/** What a column means, with the unit of its numbers. */
export const describeColumn = ({ description, unit }: Column): string =>
  unit === undefined ? description : `${description} Unit: ${unit}.`
