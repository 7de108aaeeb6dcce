import { batcher } from '../../pipeline/publish/batcher.ts'
import type { Row } from '../../pipeline/publish/published-table.ts'
import type { OpenTableWriter } from '../../pipeline/publish/table-writer.ts'
import { type Column, columnsOf, releaseInfo, type Table } from '../../schemas/index.ts'

/** The bytes of a table in a format, as a release of specimens has them. */
export const writtenTable = async (
  open: OpenTableWriter,
  table: Table,
  rows: readonly Row[],
  columns: readonly Column[] = columnsOf(table),
): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  const writer = open({ table, columns, info: releaseInfo('specimen') }, (bytes) =>
    pieces.push(bytes.slice()),
  )
  const batches = batcher(columns)
  for (const row of rows) {
    const full = batches.add(row)
    if (full) await writer.write(full)
  }
  const rest = batches.rest()
  if (rest) await writer.write(rest)
  await writer.finish()
  return Buffer.concat(pieces)
}
