import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import type { Cell, Column, Storage } from '../../schemas/index.ts'
import { type BatchColumn, columnCells } from './batch.ts'
import { daysSinceEpoch } from './published-table.ts'
import { releaseMetadata } from './release-metadata.ts'
import type { OpenTableWriter, PutBytes } from './table-writer.ts'
import { encodedTexts } from './text-column.ts'

const PARQUET_TYPES = {
  utf8: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  int32: { type: 'INT32' },
  int64: { type: 'INT64' },
  float64: { type: 'DOUBLE' },
  bool: { type: 'BOOLEAN' },
  date32: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
} as const satisfies Record<Storage, Omit<SchemaElement, 'name'>>

const schemaOf = (table: string, columns: readonly Column[]): SchemaElement[] => [
  { name: table, num_children: columns.length },
  ...columns.map(
    (column): SchemaElement => ({
      ...PARQUET_TYPES[column.storage],
      name: column.name,
      repetition_type: column.nullable ? 'OPTIONAL' : 'REQUIRED',
    }),
  ),
]

/**
 * A column of so many rows as the library takes it. Texts that are all different come as UTF-8, which it need not
 * encode one by one; of those that come over and over it finds the same ones sooner as they are.
 */
const parquetValues = (
  storage: Storage,
  column: BatchColumn,
  length: number,
): (Cell | bigint | Uint8Array)[] => {
  if (storage === 'utf8' && column.kind !== 'coded') return encodedTexts(column)
  const cells = columnCells(column, length)
  switch (storage) {
    case 'date32':
      return cells.map((cell) => (typeof cell === 'string' ? daysSinceEpoch(cell) : cell))
    case 'int64':
      return cells.map((cell) => (typeof cell === 'number' ? BigInt(cell) : cell))
    default:
      return [...cells]
  }
}

/** Parquet has no metadata for a column, so all of it stands in one value of the file. */
const columnNotes = (columns: readonly Column[]): string =>
  JSON.stringify(columns.map(({ name, description, unit }) => ({ name, description, unit })))

/** Hands its bytes on after each row group, so that no file is held whole. */
class PassingWriter extends ByteWriter {
  readonly #put: PutBytes
  constructor(put: PutBytes) {
    super()
    this.#put = put
  }
  flush(): void {
    this.#put(this.getBytes())
    this.index = 0
  }
  override finish(): void {
    this.flush()
  }
}

/**
 * A table as Parquet: STRING, DATE, INT32, INT64, DOUBLE and BOOLEAN, REQUIRED where the column takes no null; each
 * batch is a row group.
 *
 * Compressed by the Snappy code of the locked library, so that the bytes do not hang on the version of a native
 * one. The file carries title, version, licence and description, and under `columns` what each column means.
 */
export const openParquet: OpenTableWriter = ({ table, columns, info }, put) => {
  const metadata = [...releaseMetadata(info, table), ['columns', columnNotes(columns)] as const]
  const writer = new ParquetWriter({
    writer: new PassingWriter(put),
    schema: schemaOf(table.name, columns),
    codec: 'SNAPPY',
    kvMetadata: metadata.map(([key, value]) => ({ key, value })),
  })
  return {
    write: (batch) =>
      writer.write({
        columnData: columns.flatMap(({ name, storage }, index) => {
          const column = batch.columns[index]
          return column ? [{ name, data: parquetValues(storage, column, batch.length) }] : []
        }),
        rowGroupSize: batch.length,
      }),
    finish: () => writer.finish(),
  }
}
