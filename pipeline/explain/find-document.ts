import { ReleaseUnreadable, type ReopenedRow, type ReopenedTable } from '../reopen/index.ts'
import { NoSuchCell } from './no-such-cell.ts'

/** How many codes an error names before it only counts the rest. */
const NAMED_AT_MOST = 10

const folded = (text: unknown): string => String(text).normalize('NFC').toLowerCase()

const knownCodes = (rows: readonly ReopenedRow[]): string => {
  const codes = [...new Set(rows.map((row) => String(row['country_code'])))]
  const rest = codes.length - NAMED_AT_MOST
  const named = codes.slice(0, NAMED_AT_MOST).join(', ')
  return rest > 0 ? `${named} and ${rest} more` : named
}

/** A document, and the others that the same words name. */
export interface FoundDocument {
  readonly documentId: string
  readonly others: readonly string[]
}

/**
 * Finds a document by its id, or the latest of a country by its code or name, in whatever case.
 * @throws NoSuchCell where there is none
 */
export const findDocument = async (documents: ReopenedTable, asked: string): Promise<FoundDocument> => {
  const columns = ['document_id', 'country_code', 'country']
  if (!columns.every((name) => documents.columns.some((column) => column.name === name))) {
    throw new ReleaseUnreadable(`documents lacks one of the columns ${columns.join(', ')}.`)
  }
  const rows = await Array.fromAsync(documents.rows(columns))
  const matching = columns
    .map((column) => rows.filter((row) => folded(row[column]) === folded(asked)))
    .find((found) => found.length > 0)
  const ids = (matching ?? []).map((row) => String(row['document_id']))
  // documents of a country stand from the oldest to the latest
  const documentId = ids.at(-1)
  if (documentId === undefined) {
    throw new NoSuchCell(
      `There is no document of ${asked}; give a country code or name, or the id of a document. There is ${knownCodes(rows)}.`,
    )
  }
  return { documentId, others: ids.slice(0, -1) }
}
