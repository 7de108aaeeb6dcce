import {
  AsyncByteQueue,
  Bool,
  type DataType,
  DateDay,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  RecordBatchFileWriter,
  Schema,
  Struct,
  Utf8,
  vectorFromArray,
} from 'apache-arrow'
import type { Column, Storage } from '../../schemas/index.ts'
import { at } from '../io/at.ts'
import type { Row } from './published-cell.ts'
import type { PutBytes } from './staging-folder.ts'
import { fileMetadata, type OpenTable } from './writer.ts'

/** Texts are plain, not dictionaries: every reader takes them, and the bytes never depend on the order of codes. */
const ARROW_TYPES: Readonly<Record<Storage, () => DataType>> = {
  utf8: () => new Utf8(),
  int32: () => new Int32(),
  float64: () => new Float64(),
  bool: () => new Bool(),
  date32: () => new DateDay(),
}

const arrowField = (column: Column): Field => {
  const metadata = new Map([['description', column.description]])
  if (column.unit !== undefined) metadata.set('unit', column.unit)
  return new Field(column.name, ARROW_TYPES[column.storage](), column.nullable, metadata)
}

const columnValues = ({ name, storage }: Column, rows: readonly Row[]): unknown[] =>
  rows.map((row) => {
    const cell = row[name]
    return storage === 'date32' && typeof cell === 'string' ? new Date(cell) : cell
  })

const recordBatch = (schema: Schema, columns: readonly Column[], rows: readonly Row[]): RecordBatch => {
  const children = columns.map((column, index) =>
    at(vectorFromArray(columnValues(column, rows), at(schema.fields, index).type).data, 0),
  )
  const struct = { type: new Struct(schema.fields), length: rows.length, nullCount: 0, children }
  return new RecordBatch(schema, makeData(struct))
}

/** Passes bytes on at once, so that none are kept in memory. */
class PassingQueue extends AsyncByteQueue {
  readonly #put: PutBytes
  constructor(put: PutBytes) {
    super()
    this.#put = put
  }
  override write(bytes: Uint8Array): void {
    this.#put(bytes)
  }
}

/** A table as an Arrow IPC file, uncompressed, with the meaning and unit of each column in its schema. */
export const openArrow: OpenTable = (context, put) => {
  const { columns } = context
  const schema = new Schema(columns.map(arrowField), new Map(fileMetadata(context)))
  const writer = new RecordBatchFileWriter()
  writer.reset(new PassingQueue(put), schema)
  return {
    write: (rows) => writer.write(recordBatch(schema, columns, rows)),
    finish: () => writer.finish(),
  }
}
