import type { ReopenedRow } from '../reopen/index.ts'
import { cellChanges } from './cell-changes.ts'
import type { CellChange, Comparison } from './comparison.ts'
import { Listing } from './listed.ts'
import type { SharedTable } from './shared-table.ts'

/** Finds what changed of the codebook. */
export const compareSections = async (
  table: SharedTable | null,
  atMost: number,
): Promise<Comparison['sections']> => {
  const changed = new Listing<CellChange>(atMost)
  if (table === null) return { added: [], lost: [], changed: changed.listed() }
  const byCode = (rows: readonly ReopenedRow[]): Map<string, ReopenedRow> =>
    new Map(rows.map((row) => [String(row['section_code']), row]))
  const before = byCode(await Array.fromAsync(table.old.rows(table.columns)))
  const after = byCode(await Array.fromAsync(table.now.rows(table.columns)))
  for (const [code, row] of after) {
    for (const change of cellChanges(code, before.get(code) ?? row, row, table.columns)) changed.add(change)
  }
  return {
    added: [...after.keys()].filter((code) => !before.has(code)),
    lost: [...before.keys()].filter((code) => !after.has(code)),
    changed: changed.listed(),
  }
}
