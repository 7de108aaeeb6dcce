import {
  type Collection,
  type Column,
  listColumns,
  type ReleaseInfo,
  type Table,
} from '../../schemas/index.ts'
import type { Row } from './published-cell.ts'
import type { PutBytes, StagingFolder } from './staging-folder.ts'

/** Writes the rows of a release in one format, table by table. */
export interface ReleaseWriter {
  /** Adds rows of a table after those already written. */
  readonly write: (table: Table, rows: readonly Row[]) => void
  /** Completes the files and lists them in their folder. */
  readonly finish: () => void | Promise<void>
}

/** What a writer writes into, and what it says about the release. */
export interface WriterContext {
  readonly folder: StagingFolder
  readonly info: ReleaseInfo
  readonly collection: Collection
  /** Whether CSV files begin with a byte order mark, by which Excel knows UTF-8. */
  readonly csvBom: boolean
}

export type OpenWriter = (context: WriterContext) => ReleaseWriter

/** Writes one table into one file, batch by batch; no batch is empty. */
export interface TableWriter {
  readonly write: (rows: readonly Row[]) => void
  readonly finish: () => void
}

export interface TableContext extends Pick<WriterContext, 'info' | 'csvBom'> {
  readonly table: Pick<Table, 'name' | 'description'>
  readonly columns: readonly Column[]
}

export type OpenTable = (context: TableContext, put: PutBytes) => TableWriter

/** Rows in a batch, such as a record batch of Arrow or a row group of Parquet. */
export const ROWS_PER_BATCH = 8_192

/** A writer of one file for each table, named after it: `items.csv`. */
export const writeTableFiles =
  (extension: string, tables: readonly Table[], openTable: OpenTable): OpenWriter =>
  ({ folder, info, csvBom }) => {
    const files = new Map(
      tables.map((table) => {
        const file = folder.open(`${table.name}.${extension}`)
        const writer = openTable({ table, columns: listColumns(table), info, csvBom }, file.put)
        const waiting: Row[] = []
        return [table.name, { file, writer, waiting }] as const
      }),
    )
    return {
      write: ({ name }, rows) => {
        const { writer, waiting } = files.get(name) ?? {}
        for (const row of rows) {
          if (waiting?.push(row) === ROWS_PER_BATCH) writer?.write(waiting.splice(0))
        }
      },
      finish: () => {
        for (const { file, writer, waiting } of files.values()) {
          if (waiting.length > 0) writer.write(waiting)
          writer.finish()
          file.close()
        }
      },
    }
  }

/** The metadata that Arrow and Parquet files carry beside their rows, in a fixed order. */
export const fileMetadata = ({ info, table }: TableContext): readonly (readonly [string, string])[] => {
  const { title, version, licence, description } = info
  const release = Object.entries({ title, version, licence, description })
  return [...release, ['table', table.name], ['table_description', table.description]]
}
