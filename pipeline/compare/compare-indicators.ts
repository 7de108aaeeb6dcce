import type { ReopenedRow } from '../reopen/index.ts'
import type { ChangePlace, Comparison, NoteChange, StatusChange } from './comparison.ts'
import { Listing } from './listed.ts'
import { type DocumentOrder, pairedRows } from './paired-rows.ts'
import type { SharedTable } from './shared-table.ts'

const KEY = ['document_id', 'section_code']

/** Finds what changed of the rows of `indicators`, in the columns that both releases have. */
export const compareIndicators = async (
  table: SharedTable | null,
  columns: readonly string[],
  order: DocumentOrder,
  placeOf: (documentId: string, sectionCode: string) => ChangePlace,
  atMost: number,
): Promise<Comparison['indicators']> => {
  const statuses = new Listing<StatusChange>(atMost)
  const notes = new Listing<NoteChange>(atMost)
  const other = new Map<string, number>()
  let [compared, rowsAdded, rowsLost] = [0, 0, 0]

  const compareRow = (place: ChangePlace, old: ReopenedRow, now: ReopenedRow): void => {
    for (const column of columns) {
      const [from = null, to = null] = [old[column], now[column]]
      if (from === to || KEY.includes(column)) continue
      if (column === 'note') notes.add({ ...place, from, to })
      else if (column !== 'status') other.set(column, (other.get(column) ?? 0) + 1)
      else {
        const [rule_from, rule_to] = [old['status_rule'] ?? null, now['status_rule'] ?? null]
        statuses.add({ ...place, from, to, rule_from, rule_to })
      }
    }
  }

  for await (const { documentId, old, now } of table
    ? pairedRows(table.old, table.now, columns, order)
    : []) {
    const before = new Map(old.map((row) => [row['section_code'], row]))
    for (const row of now) {
      const former = before.get(row['section_code'])
      before.delete(row['section_code'])
      if (former === undefined) rowsAdded++
      else {
        compared++
        compareRow(placeOf(documentId, String(row['section_code'])), former, row)
      }
    }
    rowsLost += before.size
  }
  return {
    compared,
    statuses: statuses.listed(),
    notes: notes.listed(),
    other: Object.fromEntries(other),
    rows_added: rowsAdded,
    rows_lost: rowsLost,
  }
}
