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
  readonly write: (table: Table, rows: readonly Row[]) => void | Promise<void>
  /** Completes the files and lists them in their folder. */
  readonly finish: () => void | Promise<void>
  /** Closes what the folder does not close itself, after a failure. */
  readonly abandon?: () => void
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

/** Writes one table into one file. */
export interface TableWriter {
  readonly write: (rows: readonly Row[]) => void | Promise<void>
  readonly finish: () => void | Promise<void>
}

export interface TableContext {
  readonly table: Pick<Table, 'name' | 'description'>
  readonly columns: readonly Column[]
  readonly info: ReleaseInfo
  readonly csvBom: boolean
}

export type OpenTable = (context: TableContext, put: PutBytes) => TableWriter

/** Rows in a record batch or row group of the columnar formats. */
export const ROWS_PER_BATCH = 8_192

/** A writer of one file for each table, named after it: `items.csv`. */
export const writeTableFiles =
  (extension: string, tables: readonly Table[], openTable: OpenTable): OpenWriter =>
  ({ folder, info, csvBom }) => {
    const files = new Map(
      tables.map((table) => {
        const file = folder.open(`${table.name}.${extension}`)
        const writer = openTable({ table, columns: listColumns(table), info, csvBom }, file.put)
        return [table.name, { file, writer }] as const
      }),
    )
    return {
      write: async (table, rows) => files.get(table.name)?.writer.write(rows),
      finish: async () => {
        for (const { file, writer } of files.values()) {
          await writer.finish()
          file.close()
        }
      },
    }
  }

/** Collects rows, and passes full batches and then the rest to `write`. */
export const inBatches = (write: (rows: readonly Row[]) => void | Promise<void>): TableWriter => {
  let waiting: Row[] = []
  const flush = async (): Promise<void> => {
    const batch = waiting
    waiting = []
    await write(batch)
  }
  return {
    write: async (rows) => {
      for (const row of rows) {
        waiting.push(row)
        if (waiting.length === ROWS_PER_BATCH) await flush()
      }
    },
    finish: async () => {
      if (waiting.length > 0) await flush()
    },
  }
}

/** The metadata that Arrow and Parquet files carry beside their rows, in a fixed order. */
export const fileMetadata = ({ info, table }: TableContext): readonly (readonly [string, string])[] => {
  const { title, version, licence, description } = info
  const release = Object.entries({ title, version, licence, description })
  return [...release, ['table', table.name], ['table_description', table.description]]
}
