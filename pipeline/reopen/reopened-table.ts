import {
  type AsyncBuffer,
  asyncBufferFromFile,
  type FileMetaData,
  parquetMetadataAsync,
  parquetScan,
  type SchemaElement,
} from 'hyparquet'
import type { Cell, Storage } from '../../schemas/index.ts'
import { ReleaseUnreadable } from './release-unreadable.ts'

/** A column as a release holds it, which may be one of an older version. */
export interface ReopenedColumn {
  readonly name: string
  /** How it is stored; for what no version of the schemas writes, the name that Parquet has for it. */
  readonly storage: Storage | (string & {})
  readonly nullable: boolean
}

/** A row by the names of the columns that were asked for. */
export type ReopenedRow = Readonly<Record<string, Cell>>

/** A table of a release, read out of its Parquet file. */
export interface ReopenedTable {
  readonly name: string
  readonly columns: readonly ReopenedColumn[]
  readonly rowCount: number
  /** What the file says of its release, by key. */
  readonly metadata: ReadonlyMap<string, string>
  /**
   * The rows with the columns of these names, in published order, of which one row group is in memory at a time; of the
   * rows those alone whose cells are as given.
   */
  readonly rows: (
    columns: readonly string[],
    where?: Readonly<Record<string, string>>,
  ) => AsyncGenerator<ReopenedRow>
}

const STORAGES: Readonly<Record<string, Storage>> = {
  BYTE_ARRAY: 'utf8',
  INT32: 'int32',
  DOUBLE: 'float64',
  BOOLEAN: 'bool',
}

const columnOf = (element: SchemaElement): ReopenedColumn => {
  const type = element.type ?? 'GROUP'
  const isDate = element.converted_type === 'DATE' || element.logical_type?.type === 'DATE'
  return {
    name: element.name,
    storage: isDate ? 'date32' : (STORAGES[type] ?? type),
    nullable: element.repetition_type !== 'REQUIRED',
  }
}

const cellOf = (value: unknown): Cell => {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '')
  throw new ReleaseUnreadable(`a cell holds what no release does: ${JSON.stringify(value)}`)
}

/** Columns are read apart and rows made one by one: a row group of objects would take several times the memory. */
async function* rowsOf(
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: readonly string[],
  where: Readonly<Record<string, string>> = {},
): AsyncGenerator<ReopenedRow> {
  const conditions = Object.entries(where)
  const $and = conditions.map(([name, value]) => ({ [name]: { $eq: value } }))
  const scan = await parquetScan({
    file,
    metadata,
    columns: [...new Set([...columns, ...Object.keys(where)])],
    ...($and.length > 0 && { pruningFilter: { $and } }),
  })
  for (const range of scan.ranges) {
    let wanted = Array.from({ length: range.rowEnd - range.rowStart }, (_, row) => row)
    for (const [column, value] of conditions) {
      const cells = await scan.readColumn({ ...range, column })
      wanted = wanted.filter((row) => cells[row] === value)
    }
    if (wanted.length === 0) continue
    const read: (readonly [string, ArrayLike<unknown>])[] = []
    for (const column of columns) read.push([column, await scan.readColumn({ ...range, column })])
    for (const row of wanted) {
      yield Object.fromEntries(read.map(([name, cells]) => [name, cellOf(cells[row])]))
    }
  }
}

/**
 * Opens a Parquet file of a release; no row is read yet.
 * @throws ReleaseUnreadable where it is no Parquet file
 */
export const reopenTable = async (name: string, path: string): Promise<ReopenedTable> => {
  try {
    const file = await asyncBufferFromFile(path)
    const metadata = await parquetMetadataAsync(file)
    return {
      name,
      // the first element is the table itself
      columns: metadata.schema.slice(1).map(columnOf),
      rowCount: Number(metadata.num_rows),
      metadata: new Map((metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value ?? ''])),
      rows: (columns, where) => rowsOf(file, metadata, columns, where),
    }
  } catch (error) {
    throw new ReleaseUnreadable(`${path} is not a Parquet file that can be read.`, { cause: error })
  }
}
