import { ReleaseUnreadable, type ReopenedRow, type ReopenedTable } from '../reopen/index.ts'

/** How the documents of two releases belong together. */
export interface DocumentOrder {
  /** The place of each document in its release, by its id. */
  readonly old: ReadonlyMap<string, number>
  readonly now: ReadonlyMap<string, number>
  /** The old id of each document that both hold, by its new one. */
  readonly oldIds: ReadonlyMap<string, string>
}

/** The rows that two releases have for one document. */
export interface PairedRows {
  /** The id that the document has in the new release. */
  readonly documentId: string
  readonly old: readonly ReopenedRow[]
  readonly now: readonly ReopenedRow[]
}

interface DocumentGroup {
  readonly documentId: string
  readonly place: number
  readonly rows: ReopenedRow[]
}

/** Rows document by document, in the order of the documents, which every table of a release keeps. */
async function* documentGroups(
  table: ReopenedTable,
  columns: readonly string[],
  places: ReadonlyMap<string, number>,
): AsyncGenerator<DocumentGroup> {
  let group: DocumentGroup | undefined
  for await (const row of table.rows(columns)) {
    const documentId = String(row['document_id'])
    if (documentId !== group?.documentId) {
      if (group) yield group
      const place = places.get(documentId)
      if (place === undefined || place <= (group?.place ?? -1)) {
        throw new ReleaseUnreadable(
          `The rows of ${table.name} are not in the order of documents: ${documentId}.`,
        )
      }
      group = { documentId, place, rows: [] }
    }
    group.rows.push(row)
  }
  if (group) yield group
}

/**
 * Reads a table of two releases side by side, document by document, for those that both hold. Few rows are in memory at
 * a time: those of documents that have changed their place among the others wait for their turn.
 * @throws ReleaseUnreadable where the rows of a release are not in the order of its documents
 */
export async function* pairedRows(
  old: ReopenedTable,
  now: ReopenedTable,
  columns: readonly string[],
  order: DocumentOrder,
): AsyncGenerator<PairedRows> {
  const wanted = new Set(order.oldIds.values())
  const waiting = new Map<string, readonly ReopenedRow[]>()
  const former = documentGroups(old, columns, order.old)
  let readTo = -1
  const readUntil = async (place: number): Promise<void> => {
    while (readTo < place) {
      const next = await former.next()
      if (next.done) return
      readTo = next.value.place
      if (wanted.has(next.value.documentId)) waiting.set(next.value.documentId, next.value.rows)
    }
  }
  for await (const { documentId, rows } of documentGroups(now, columns, order.now)) {
    const oldId = order.oldIds.get(documentId)
    if (oldId === undefined) continue
    await readUntil(order.old.get(oldId) ?? -1)
    yield { documentId, old: waiting.get(oldId) ?? [], now: rows }
    waiting.delete(oldId)
  }
  await readUntil(Number.POSITIVE_INFINITY)
  const newIds = new Map([...order.oldIds].map(([newId, oldId]) => [oldId, newId]))
  for (const [oldId, rows] of waiting) yield { documentId: newIds.get(oldId) ?? oldId, old: rows, now: [] }
}
