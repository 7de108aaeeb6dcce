import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import type { Cell, Column, Storage } from '../../schemas/index.ts'
import type { Row } from './published-cell.ts'
import type { PutBytes } from './staging-folder.ts'
import { fileMetadata, type OpenTable } from './writer.ts'

const DAY_MS = 86_400_000

const PARQUET_TYPES = {
  utf8: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  int32: { type: 'INT32' },
  float64: { type: 'DOUBLE' },
  bool: { type: 'BOOLEAN' },
  date32: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
} as const satisfies Record<Storage, Omit<SchemaElement, 'name'>>

const parquetSchema = (table: string, columns: readonly Column[]): SchemaElement[] => [
  { name: table, num_children: columns.length },
  ...columns.map(
    (column): SchemaElement => ({
      ...PARQUET_TYPES[column.storage],
      name: column.name,
      repetition_type: column.nullable ? 'OPTIONAL' : 'REQUIRED',
    }),
  ),
]

const readColumn = ({ name, storage }: Column, rows: readonly Row[]): Cell[] =>
  rows.map((row) => {
    const cell = row[name] ?? null
    return storage === 'date32' && typeof cell === 'string' ? Date.parse(cell) / DAY_MS : cell
  })

/** Parquet has no metadata for a column, so all of it is one value of the file. */
const columnNotes = (columns: readonly Column[]): string =>
  JSON.stringify(columns.map(({ name, description, unit }) => ({ name, description, unit })))

/** In the footer of a file without row groups: 0 rows, the empty list of row groups, the metadata behind it. */
const UNTYPED_EMPTY_LIST = Uint8Array.of(0x16, 0x00, 0x19, 0x00, 0x19)
const LIST_OF_STRUCTS = 0x0c

/** Passes its bytes on after each row group. */
class PassingWriter extends ByteWriter {
  readonly #put: PutBytes
  #hasRowGroups = false
  constructor(put: PutBytes) {
    super()
    this.#put = put
  }
  flush(): void {
    this.#hasRowGroups = true
    this.#put(this.getBytes())
    this.index = 0
  }
  override finish(): void {
    const bytes = Buffer.from(this.getBytes())
    if (!this.#hasRowGroups) {
      // hyparquet-writer gives an empty list no type, which parquet-wasm refuses
      const place = bytes.indexOf(UNTYPED_EMPTY_LIST)
      if (place >= 0) bytes[place + 3] = LIST_OF_STRUCTS
    }
    this.#put(bytes)
  }
}

/**
 * A table as Parquet, compressed by the library's own Snappy, so that the bytes do not depend on a native one. The file
 * carries title, version, licence and description, and under `columns` what each column means.
 */
export const openParquet: OpenTable = (context, put) => {
  const { table, columns } = context
  const metadata = [...fileMetadata(context), ['columns', columnNotes(columns)] as const]
  const writer = new ParquetWriter({
    writer: new PassingWriter(put),
    schema: parquetSchema(table.name, columns),
    codec: 'SNAPPY',
    kvMetadata: metadata.map(([key, value]) => ({ key, value })),
  })
  return {
    write: (rows) => {
      const columnData = columns.map((column) => ({ name: column.name, data: readColumn(column, rows) }))
      writer.write({ columnData, rowGroupSize: rows.length })
    },
    finish: () => writer.finish(),
  }
}
