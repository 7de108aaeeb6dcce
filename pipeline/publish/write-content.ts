import { columnsOf, type Issue, sectionRows, TABLES, type Table, VIEWS } from '../../schemas/index.ts'
import { type Batcher, batcher } from './batcher.ts'
import type { Batch, Row } from './published-table.ts'
import type { ContentRows } from './release-content.ts'
import type { ReleaseSink } from './release-sink.ts'

const PUBLISHED = { ...TABLES, ...VIEWS }

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
  const add = async (table: Table, added: readonly Row[] = []): Promise<void> => {
    for (const row of added) {
      const full = batchers.get(table)?.add(row)
      if (full) await pass(table, full)
    }
  }
  try {
    await add(TABLES.sections, sectionRows())
    for await (const part of rows) {
      await add(TABLES.indicators, part.indicators)
      await add(TABLES.items, part.items)
      await add(TABLES.documents, part.documents)
      await add(TABLES.boxes, part.boxes)
      await add(VIEWS.matrix, part.matrix)
      await add(VIEWS.review, part.review)
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
