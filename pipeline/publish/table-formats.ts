import { openArrow } from './arrow.ts'
import { openCsv } from './csv.ts'
import { openJson } from './json.ts'
import { openParquet } from './parquet.ts'
import type { OpenTableWriter } from './table-writer.ts'

/** The formats of every table, by file name extension. */
export const TABLE_FORMATS = {
  csv: openCsv,
  arrow: openArrow,
  parquet: openParquet,
  json: openJson,
} as const satisfies Readonly<Record<string, OpenTableWriter>>

export type TableFormat = keyof typeof TABLE_FORMATS
