import { createHash } from 'node:crypto'
import type { Collection, DocumentRow, Indicator, Issue, Status } from '../../schemas/index.ts'
import type { DocumentRows } from '../normalize/index.ts'

/**
 * What a build remembers of a profile once its rows are in the store: enough to choose among copies, to put them in
 * order and to count, and no more, since there may be very many.
 */
export interface ProfileEntry {
  /** The name of its file, and its place among the profiles of that file, from 0. */
  readonly file: string
  readonly index: number
  readonly documentId: string
  readonly countryCode: string
  readonly sourceDate: string | null
  readonly collection: Collection
  readonly sha256: string
  readonly isPdf: boolean
  readonly characters: number
  readonly firstPage: number
  /** A digest of what copies of one profile have in common, see {@link wordsDigest}. */
  readonly wordsDigest: string
  readonly statuses: Readonly<Partial<Record<Status, number>>>
  readonly items: number
  readonly reviewRows: number
  readonly issues: Readonly<Record<Issue['severity'], number>>
}

/** How often each part of a text stands in it, whatever the order. */
const tally = (parts: Iterable<string>): string => {
  const counts = new Map<string, number>()
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1)
  return [...counts]
    .map(([part, count]) => `${part}:${count} `)
    .sort()
    .join('')
}

/** The letters and the numbers of a text: the same wherever copies break lines, words and columns. */
const lettersAndNumbersOf = (text: string): string => {
  const plain = text.normalize('NFKD').toLowerCase()
  return `${tally(plain.replaceAll(/\P{L}+/gu, ''))}${tally(plain.match(/\p{N}+/gu) ?? [])}`
}

/** A digest of what two copies of one profile share: country, date, and by section the words or the figure. */
const wordsDigest = (document: DocumentRow, indicators: readonly Indicator[]): string =>
  createHash('sha256')
    .update(
      [
        document.country_code,
        document.source_date,
        ...indicators.map((row) => (row.unit === null ? lettersAndNumbersOf(row.note ?? '') : row.value)),
      ].join(' '),
    )
    .digest('base64')

const countBy = <Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> => {
  const counts: Partial<Record<Key, number>> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

/** What a build remembers of the profile with these rows. */
export const profileEntry = (rows: DocumentRows, index: number): ProfileEntry => {
  const { document, indicators, items, review, issues } = rows
  return {
    file: document.file_name,
    index,
    documentId: document.document_id,
    countryCode: document.country_code,
    sourceDate: document.source_date,
    collection: document.collection,
    sha256: document.sha256,
    isPdf: document.media_type === 'application/pdf',
    characters: document.characters,
    firstPage: document.first_page,
    wordsDigest: wordsDigest(document, indicators),
    statuses: countBy(indicators.map(({ status }) => status)),
    items: items.length,
    reviewRows: review.length,
    issues: { error: 0, warning: 0, notice: 0, ...countBy(issues.map(({ severity }) => severity)) },
  }
}
