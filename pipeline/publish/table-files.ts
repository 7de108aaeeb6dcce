import { columnsOf, type ReleaseInfo, TABLES, type Table, VIEWS } from '../../schemas/index.ts'
import type { OpenReleaseSink } from './release-sink.ts'
import type { StagedFile } from './staged-file.ts'
import { TABLE_FORMATS, type TableFormat } from './table-formats.ts'
import type { TableHead, TableWriter } from './table-writer.ts'

/** A file of a table or view. */
export interface TableFile {
  readonly name: string
  readonly format: TableFormat
  readonly head: TableHead
}

const FORMATS: readonly TableFormat[] = ['csv', 'arrow', 'parquet', 'json']

const VIEW_FORMATS: readonly TableFormat[] = ['csv']

/** Every table in every format, and every view as CSV: `indicators.csv` and so on. */
export const tableFiles = (info: ReleaseInfo): readonly TableFile[] => {
  const filesOf = (tables: readonly Table[], formats: readonly TableFormat[]): TableFile[] =>
    tables.flatMap((table) => {
      const { name, description } = table
      const head = { table: { name, description }, columns: columnsOf(table), info }
      return formats.map((format) => ({ name: `${name}.${format}`, format, head }))
    })
  return [...filesOf(Object.values(TABLES), FORMATS), ...filesOf(Object.values(VIEWS), VIEW_FORMATS)]
}

interface OpenTableFile {
  readonly table: string
  readonly file: StagedFile
  readonly writer: TableWriter
}

/** Writes all {@link tableFiles} in this thread. */
export const openTableFiles: OpenReleaseSink = (folder, info) => {
  const files = tableFiles(info).map(({ name, format, head }): OpenTableFile => {
    const file = folder.open(name)
    return { table: head.table.name, file, writer: TABLE_FORMATS[format](head, file.put) }
  })
  return {
    write: async ({ name }, batch) => {
      for (const { table, writer } of files) if (table === name) await writer.write(batch)
    },
    finish: async () => {
      for (const { file, writer } of files) {
        await writer.finish()
        file.close()
      }
    },
  }
}
