import { z } from 'zod'

/** How a column is stored in Arrow and Parquet; CSV and JSON carry dates as ISO text. */
export type Storage = 'utf8' | 'int32' | 'float64' | 'bool' | 'date32'

/** The metadata of a column, from which each output format and the codebook are derived. */
export interface ColumnMeta {
  readonly storage: Storage
  readonly description: string
  /** The unit of a number, as written in the codebook: `persons`, `points`, `bytes`. */
  readonly unit?: string
  /** The table and column that the value refers to, as `table.column`. */
  readonly references?: string
}

const columnRegistry = z.registry<ColumnMeta>()

const register = <T extends z.ZodType>(type: T, meta: ColumnMeta): T => {
  columnRegistry.add(type, meta)
  return type
}

type Extra = Omit<ColumnMeta, 'storage' | 'description'>

/** Builders for the columns of the published tables. */
export const column = {
  text: (description: string, extra: Extra = {}) =>
    register(z.string(), { storage: 'utf8', description, ...extra }),
  optionalText: (description: string, extra: Extra = {}) =>
    register(z.string().min(1).nullable(), { storage: 'utf8', description, ...extra }),
  /** Text that must match a pattern, such as a code or a hash. */
  code: (pattern: RegExp, description: string, extra: Extra = {}) =>
    register(z.string().regex(pattern), { storage: 'utf8', description, ...extra }),
  optionalCode: (pattern: RegExp, description: string, extra: Extra = {}) =>
    register(z.string().regex(pattern).nullable(), { storage: 'utf8', description, ...extra }),
  choice: <const T extends readonly [string, ...string[]]>(values: T, description: string) =>
    register(z.enum(values), { storage: 'utf8', description }),
  optionalChoice: <const T extends readonly [string, ...string[]]>(values: T, description: string) =>
    register(z.enum(values).nullable(), { storage: 'utf8', description }),
  integer: (description: string, extra: Extra = {}) =>
    register(z.int().min(0).max(0x7fff_ffff), { storage: 'int32', description, ...extra }),
  optionalInteger: (description: string, extra: Extra = {}) =>
    register(z.int().min(0).max(0x7fff_ffff).nullable(), { storage: 'int32', description, ...extra }),
  number: (description: string, extra: Extra = {}) =>
    register(z.number().min(0), { storage: 'float64', description, ...extra }),
  optionalNumber: (description: string, extra: Extra = {}) =>
    register(z.number().min(0).nullable(), { storage: 'float64', description, ...extra }),
  boolean: (description: string) => register(z.boolean(), { storage: 'bool', description }),
  optionalDate: (description: string) =>
    register(z.iso.date().nullable(), { storage: 'date32', description }),
}

/** The metadata of a column built by {@link column}; a schema built otherwise is a programming error. */
export const columnMeta = (name: string, type: z.core.$ZodType): ColumnMeta => {
  const meta = columnRegistry.get(type)
  if (meta === undefined) throw new TypeError(`column ${name} was not made by a builder of schemas/column.ts`)
  return meta
}
