import { setImmediate } from 'node:timers/promises'
import {
  Bool,
  type DataType,
  DateDay,
  Field,
  Float64,
  Int32,
  Int64,
  makeData,
  RecordBatch,
  RecordBatchFileWriter,
  Schema,
  Struct,
  Utf8,
} from 'apache-arrow'
import type { Column, Storage } from '../../schemas/index.ts'
import { arrowColumn } from './arrow-column.ts'
import type { Batch } from './batch.ts'
import { releaseMetadata } from './release-metadata.ts'
import type { OpenTableWriter } from './table-writer.ts'

/** Texts are plain, not dictionaries: every reader takes them, and two writes never differ in code order. */
const ARROW_TYPES: Readonly<Record<Storage, () => DataType>> = {
  utf8: () => new Utf8(),
  int32: () => new Int32(),
  int64: () => new Int64(),
  float64: () => new Float64(),
  bool: () => new Bool(),
  date32: () => new DateDay(),
}

const fieldOf = (column: Column): Field => {
  const metadata = new Map([['description', column.description]])
  if (column.unit !== undefined) metadata.set('unit', column.unit)
  return new Field(column.name, ARROW_TYPES[column.storage](), column.nullable, metadata)
}

const recordBatch = (schema: Schema, columns: readonly Column[], batch: Batch): RecordBatch => {
  const { length } = batch
  const children = batch.columns.flatMap((column, index) => {
    const storage = columns[index]?.storage
    return storage ? [arrowColumn(storage, column, length)] : []
  })
  return new RecordBatch(
    schema,
    makeData({ type: new Struct(schema.fields), length, nullCount: 0, children }),
  )
}

/**
 * A table as an Arrow IPC file (not a stream), uncompressed: texts as Utf8, dates as date32, nullability as declared.
 * The schema carries title, version, licence and description; each field its description and unit.
 */
export const openArrow: OpenTableWriter = ({ table, columns, info }, put) => {
  const schema = new Schema(columns.map(fieldOf), new Map(releaseMetadata(info, table)))
  const writer = new RecordBatchFileWriter()
  writer.reset(undefined, schema)
  const written = (async () => {
    for await (const bytes of writer) put(bytes)
  })()
  return {
    write: async (batch) => {
      writer.write(recordBatch(schema, columns, batch))
      await setImmediate() // the loop above takes its turn, so that no batch waits in memory
    },
    finish: async () => {
      writer.finish()
      await written
    },
  }
}
