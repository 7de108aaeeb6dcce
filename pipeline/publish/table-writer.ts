import type { Column, ReleaseInfo, Table } from '../../schemas/index.ts'
import type { Batch } from './batch.ts'

/** Takes the next bytes of a file. Whoever gives them may use their memory again once it returns. */
export type PutBytes = (bytes: Uint8Array) => void

/** What every format is told of the table that it is to hold. */
export interface TableHead {
  readonly table: Pick<Table, 'name' | 'description'>
  readonly columns: readonly Column[]
  readonly info: ReleaseInfo
}

/** Writes one table in one format, batch by batch. */
export interface TableWriter {
  /** Adds rows behind those before them. */
  readonly write: (batch: Batch) => void | Promise<void>
  /** Puts what is left, so that the file is whole. */
  readonly finish: () => void | Promise<void>
}

/** Begins a table in a format; `put` receives the bytes of the file, in order. */
export type OpenTableWriter = (head: TableHead, put: PutBytes) => TableWriter
