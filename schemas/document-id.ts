/** How much of a file's SHA-256 is in the ids of its documents. */
const HASH_LENGTH = 8

/** What an id is made of. */
export interface DocumentIdParts {
  /** ISO 3166-1 alpha-3. */
  readonly countryCode: string
  /** ISO date; null if the profile prints none. */
  readonly date: string | null
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string
  /** The page on which the profile begins, where its file binds several. */
  readonly page: number | null
}

/**
 * `aze-2014-08-12-1f0c9a7b`: readable, sorted by country and date, and unique by the hash; where the file binds
 * several profiles, by the page on which this one begins as well.
 */
export const makeDocumentId = ({ countryCode, date, sha256, page }: DocumentIdParts): string => {
  const id = `${countryCode.toLowerCase()}-${date ?? 'undated'}-${sha256.slice(0, HASH_LENGTH)}`
  return page === null ? id : `${id}-${page}`
}

/** Whether an id may be that of a document in the file with this SHA-256. */
export const isDocumentOfFile = (documentId: string, sha256: string): boolean =>
  documentId.split('-').includes(sha256.slice(0, HASH_LENGTH))
