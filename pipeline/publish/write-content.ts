import {
  columnsOf,
  entityRows,
  type Issue,
  sectionRows,
  TABLES,
  type Table,
  VIEWS,
} from '../../schemas/index.ts'
import type { Batch } from './batch.ts'
import { type Batcher, batcher } from './batcher.ts'
import type { Row } from './published-table.ts'
import type { ContentRows } from './release-content.ts'
import type { ReleaseSink } from './release-sink.ts'

const PUBLISHED = { ...TABLES, ...VIEWS }

/** What a document may have rows of. */
const PARTS = [
  { table: TABLES.indicators, name: 'indicators' },
  { table: TABLES.items, name: 'items' },
  { table: TABLES.documents, name: 'documents' },
  { table: TABLES.boxes, name: 'boxes' },
  { table: VIEWS.matrix, name: 'matrix' },
  { table: VIEWS.review, name: 'review' },
] as const satisfies readonly { readonly table: Table; readonly name: keyof ContentRows }[]

/** Passes all rows and then all issues of a release to its sinks, in batches, and ends them; one pass, whatever the number of sinks. */
export const writeContent = async (
  rows: AsyncIterable<ContentRows>,
  sinks: readonly ReleaseSink[],
  issues: AsyncIterable<readonly Issue[]> | Iterable<readonly Issue[]> = [],
): Promise<void> => {
  const batchers = new Map<Table, Batcher>(
    Object.values(PUBLISHED).map((table) => [table, batcher(columnsOf(table))]),
  )
  const pass = async (table: Table, batch: Batch): Promise<void> => {
    for (const sink of sinks) await sink.write(table, batch)
  }
  /** Adds rows, and gives the batches that they fill. */
  function* filled(table: Table, added: readonly Row[] = []): Generator<Batch> {
    const tableBatcher = batchers.get(table)
    for (const row of added) {
      const full = tableBatcher?.add(row)
      if (full) yield full
    }
  }
  try {
    for (const batch of filled(TABLES.entities, entityRows())) await pass(TABLES.entities, batch)
    for (const batch of filled(TABLES.sections, sectionRows())) await pass(TABLES.sections, batch)
    for await (const part of rows) {
      for (const { table, name } of PARTS) {
        for (const batch of filled(table, part[name])) await pass(table, batch)
      }
    }
    const last = [...batchers].flatMap(([table, { rest }]) => {
      const batch = rest()
      return batch ? [{ table, batch }] : []
    })
    // what a sink has done elsewhere goes on while the ones before it take their rows
    for (const sink of sinks.toReversed()) {
      for (const { table, batch } of last) await sink.write(table, batch)
      sink.end?.()
    }
    for await (const group of issues) {
      for (const sink of sinks) sink.issues?.(group)
    }
    for (const sink of sinks) await sink.finish()
  } catch (error) {
    for (const sink of sinks) sink.abandon?.()
    throw error
  }
}
