import { columnsOf, TABLES, type Table, VIEWS } from '../../schemas/index.ts'
import { openArrow } from './arrow.ts'
import { openCsv } from './csv.ts'
import { openJson } from './json.ts'
import { openParquet } from './parquet.ts'
import type { OpenReleaseSink } from './release-sink.ts'
import type { StagedFile } from './staging-folder.ts'
import type { OpenTableWriter, TableWriter } from './table-writer.ts'

/** The formats of every table, by file name extension. */
export const TABLE_FORMATS: Readonly<Record<string, OpenTableWriter>> = {
  csv: openCsv,
  arrow: openArrow,
  parquet: openParquet,
  json: openJson,
}

/** The formats of a view. */
export const VIEW_FORMATS: Readonly<Record<string, OpenTableWriter>> = { csv: openCsv }

interface TableFile {
  readonly file: StagedFile
  readonly writer: TableWriter
}

/** Every table in every format, and every view as CSV: `indicators.csv` and so on. */
export const openTableFiles: OpenReleaseSink = (folder, info) => {
  const open = (table: Table, formats: Readonly<Record<string, OpenTableWriter>>): TableFile[] =>
    Object.entries(formats).map(([extension, openWriter]) => {
      const file = folder.open(`${table.name}.${extension}`)
      return { file, writer: openWriter({ table, columns: columnsOf(table), info }, file.put) }
    })
  const files = new Map<string, readonly TableFile[]>([
    ...Object.values(TABLES).map((table) => [table.name, open(table, TABLE_FORMATS)] as const),
    ...Object.values(VIEWS).map((table) => [table.name, open(table, VIEW_FORMATS)] as const),
  ])
  return {
    write: async (table, batch) => {
      for (const { writer } of files.get(table.name) ?? []) await writer.write(batch)
    },
    finish: async () => {
      for (const { file, writer } of [...files.values()].flat()) {
        await writer.finish()
        file.close()
      }
    },
  }
}
