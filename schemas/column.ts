import { z } from 'zod'

/** ISO 3166-1 alpha-3, or one of its user-assigned codes. */
export const COUNTRY_CODE = /^[A-Z]{3}$/
/**
 * Country code, source date and the first eight digits of the hash, `aze-2014-08-12-1f0c9a7b`; in a file that binds
 * several profiles also the page on which this one begins, `aze-2014-08-12-1f0c9a7b-25`.
 */
export const DOCUMENT_ID = /^[a-z]{3}-(\d{4}-\d{2}-\d{2}|undated)-[0-9a-f]{8}(-\d+)?$/
export const SHA256 = /^[0-9a-f]{64}$/
export const SECTION_CODE = /^\d(\.\d){1,2}$/
const INDICATOR = /^[a-z]+(_[a-z]+)*$/

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

/** Every column that a builder of {@link column} made. */
export const columnRegistry = z.registry<ColumnMeta>()

/** PDF points, 1/72 inch. */
export const POINTS = { unit: 'points' }

type Extra = Omit<ColumnMeta, 'storage' | 'description'>

/** A function that notes how a column is stored and what it means. */
const store =
  (storage: Storage) =>
  <T extends z.ZodType>(type: T, description: string, extra: Extra = {}): T => {
    columnRegistry.add(type, { storage, description, ...extra })
    return type
  }
const utf8 = store('utf8')

const code = (pattern: RegExp) => z.string().regex(pattern)

/** Builders for the columns of the published tables; `nullable()` lets a column be empty. */
export const column = {
  text: (description: string) => utf8(z.string(), description),
  optionalText: (description: string) => utf8(z.string().min(1), description).nullable(),
  /** Text that must match a pattern, such as a code or a hash. */
  code: (pattern: RegExp, description: string, extra?: Extra) => utf8(code(pattern), description, extra),
  choice: <const Values extends readonly [string, ...string[]]>(values: Values, description: string) =>
    utf8(z.enum(values), description),
  integer: (description: string, extra?: Extra) =>
    store('int32')(z.int().min(0).max(0x7fff_ffff), description, extra),
  number: (description: string, extra?: Extra) => store('float64')(z.number().min(0), description, extra),
  boolean: (description: string) => store('bool')(z.boolean(), description),
  date: (description: string) => store('date32')(z.iso.date(), description),
  sectionCode: (description: string) => utf8(code(SECTION_CODE), description),
  indicator: (description: string, extra: Extra = { references: 'sections.indicator' }) =>
    utf8(code(INDICATOR), description, extra),
  /** The key of a document or country that has its row in another table. */
  documentId: (description: string) =>
    utf8(code(DOCUMENT_ID), description, { references: 'documents.document_id' }),
  countryCode: (description: string) =>
    utf8(code(COUNTRY_CODE), description, { references: 'countries.country_code' }),
}

/** The edges of something on a page; `across` names what the left and right edges are of, if that is something else. */
export const optionalEdges = (of: string, across = of) => ({
  x0: column.number(`Left edge of ${across}.`, POINTS).nullable(),
  y0: column.number(`Bottom edge of ${of}.`, POINTS).nullable(),
  x1: column.number(`Right edge of ${across}.`, POINTS).nullable(),
  y1: column.number(`Top edge of ${of}.`, POINTS).nullable(),
})
