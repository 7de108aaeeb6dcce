import type { ReopenedRow } from '../reopen/index.ts'
import type { Comparison } from './comparison.ts'
import { type DocumentOrder, pairedRows } from './paired-rows.ts'
import type { SharedTable } from './shared-table.ts'

/** Counts the notes that stand elsewhere on their pages, or in lines of other lengths. */
export const compareBoxes = async (
  table: SharedTable | null,
  order: DocumentOrder,
): Promise<Comparison['boxes']> => {
  const columns = (table?.columns ?? []).filter((column) => column !== 'document_id')
  const bySection = (rows: readonly ReopenedRow[]): ReadonlyMap<string, string> =>
    new Map(
      [...Map.groupBy(rows, (row) => String(row['section_code']))].map(([section, boxes]) => [
        section,
        JSON.stringify(boxes.map((box) => columns.map((column) => box[column]))),
      ]),
    )
  let moved = 0
  for await (const { old, now } of table
    ? pairedRows(table.old, table.now, ['document_id', ...columns], order)
    : []) {
    const [before, after] = [bySection(old), bySection(now)]
    for (const section of new Set([...before.keys(), ...after.keys()])) {
      if (before.get(section) !== after.get(section)) moved++
    }
  }
  return { notes_moved: moved }
}
