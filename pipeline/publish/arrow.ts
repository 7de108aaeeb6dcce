import { setImmediate } from 'node:timers/promises'
import {
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
import { fileMetadata, inBatches, type OpenTable } from './writer.ts'

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

/** A table as an Arrow IPC file, uncompressed, with the meaning and unit of each column in its schema. */
export const openArrow: OpenTable = (context, put) => {
  const { columns } = context
  const schema = new Schema(columns.map(arrowField), new Map(fileMetadata(context)))
  const writer = new RecordBatchFileWriter()
  writer.reset(undefined, schema)
  let failure: { readonly error: unknown } | undefined
  const written = (async () => {
    for await (const bytes of writer) put(bytes)
  })().catch((error: unknown) => {
    failure = { error }
  })
  // a writer that failed refuses more rows, which would hide why
  const throwFailure = (): void => {
    if (failure) throw failure.error
  }
  const batches = inBatches(async (rows) => {
    throwFailure()
    writer.write(recordBatch(schema, columns, rows))
    await setImmediate() // lets the loop above write the batch, so that no batches pile up in memory
    throwFailure()
  })
  return {
    write: batches.write,
    finish: async () => {
      await batches.finish()
      writer.finish()
      await written
      throwFailure()
    },
  }
}
