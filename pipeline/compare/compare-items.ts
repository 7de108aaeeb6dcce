import type { ReopenedRow } from '../reopen/index.ts'
import type { ChangePlace, Comparison, ItemChange } from './comparison.ts'
import { Listing } from './listed.ts'
import { type DocumentOrder, pairedRows } from './paired-rows.ts'
import type { SharedTable } from './shared-table.ts'

/** What an item is, apart from its place. */
const MEANING = ['section_code', 'kind', 'text', 'stage', 'code']

/** Finds the items that only one of the releases has; one whose kind, stage or code changed is lost and added. */
export const compareItems = async (
  table: SharedTable | null,
  order: DocumentOrder,
  placeOf: (documentId: string, sectionCode: string) => ChangePlace,
  atMost: number,
): Promise<Comparison['items']> => {
  const added = new Listing<ItemChange>(atMost)
  const lost = new Listing<ItemChange>(atMost)
  const meaning = MEANING.filter((column) => table?.columns.includes(column))
  const keyOf = (row: ReopenedRow): string => JSON.stringify(meaning.map((column) => row[column]))
  const columns = ['document_id', ...meaning]
  for await (const { documentId, old, now } of table
    ? pairedRows(table.old, table.now, columns, order)
    : []) {
    const change = (row: ReopenedRow): ItemChange => ({
      ...placeOf(documentId, String(row['section_code'])),
      kind: row['kind'] ?? null,
      text: row['text'] ?? null,
    })
    const [before, after] = [Map.groupBy(old, keyOf), Map.groupBy(now, keyOf)]
    for (const [key, rows] of after) {
      for (const row of rows.slice(before.get(key)?.length ?? 0)) added.add(change(row))
    }
    for (const [key, rows] of before) {
      for (const row of rows.slice(after.get(key)?.length ?? 0)) lost.add(change(row))
    }
  }
  return { added: added.listed(), lost: lost.listed() }
}
