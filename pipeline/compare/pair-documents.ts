import type { Cell } from '../../schemas/index.ts'
import type { ReopenedRow } from '../reopen/index.ts'

/** A document as a comparison names it; what a release does not hold is null. */
export interface ComparedDocument {
  readonly document_id: string
  readonly country_code: string | null
  readonly country: string | null
  readonly source_date: string | null
}

/** A document of both releases, which may have got another id. */
export interface DocumentPair {
  readonly old: ReopenedRow
  readonly now: ReopenedRow
  /**
   * By what the two are known to be one document: the same id; the same bytes, read as of another country or date;
   * or the same country and date, in other bytes.
   */
  readonly by: 'document_id' | 'bytes' | 'country_and_date'
}

/** The documents of two releases, one by one. */
export interface PairedDocuments {
  readonly pairs: readonly DocumentPair[]
  readonly lost: readonly ReopenedRow[]
  readonly added: readonly ReopenedRow[]
}

/** The columns of `documents` by which documents are paired and named. */
export const PAIRING_COLUMNS: readonly string[] = [
  'document_id',
  'country_code',
  'country',
  'source_date',
  'sha256',
  'first_page',
]

const text = (cell: Cell | undefined): string | null => (typeof cell === 'string' ? cell : null)

/** A row of `documents` as a comparison names it. */
export const comparedDocument = (row: ReopenedRow): ComparedDocument => ({
  document_id: text(row['document_id']) ?? '',
  country_code: text(row['country_code']),
  country: text(row['country']),
  source_date: text(row['source_date']),
})

const KEYS: readonly { readonly by: DocumentPair['by']; readonly columns: readonly string[] }[] = [
  { by: 'document_id', columns: ['document_id'] },
  { by: 'bytes', columns: ['sha256', 'first_page'] },
  { by: 'country_and_date', columns: ['country_code', 'source_date'] },
]

/** Rows by their key; rows that share one, or lack a part of it that is known of others, have none. */
const byKey = (rows: readonly ReopenedRow[], columns: readonly string[]): ReadonlyMap<string, ReopenedRow> =>
  new Map(
    [...Map.groupBy(rows, (row) => JSON.stringify(columns.map((column) => row[column])))].flatMap(
      ([key, [row, ...others]]) => (row === undefined || others.length > 0 ? [] : [[key, row] as const]),
    ),
  )

/** Pairs the rows of `documents` of two releases; columns that one of them lacks pair nothing. */
export const pairDocuments = (old: readonly ReopenedRow[], now: readonly ReopenedRow[]): PairedDocuments => {
  const pairs: DocumentPair[] = []
  let [lost, added] = [old, now]
  for (const { by, columns } of KEYS) {
    if (lost.length === 0 || added.length === 0) break
    const isKnown = (row: ReopenedRow): boolean => columns.every((column) => Object.hasOwn(row, column))
    const former = byKey(lost.filter(isKnown), columns)
    const found = [...byKey(added.filter(isKnown), columns)].flatMap(([key, row]): DocumentPair[] => {
      const before = former.get(key)
      return before === undefined ? [] : [{ old: before, now: row, by }]
    })
    const paired = new Set(found.flatMap((pair) => [pair.old, pair.now]))
    pairs.push(...found)
    lost = lost.filter((row) => !paired.has(row))
    added = added.filter((row) => !paired.has(row))
  }
  return { pairs, lost, added }
}
