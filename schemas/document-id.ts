/** How much of a file's SHA-256 is in the ids of its documents. */
const HASH_LENGTH = 8

/** The id of a document ({@link DOCUMENT_ID}); `page` is null unless its file binds several profiles. */
export const makeDocumentId = (profile: {
  readonly countryCode: string
  readonly date: string | null
  readonly sha256: string
  readonly page: number | null
}): string => {
  const { countryCode, date, sha256, page } = profile
  const id = `${countryCode.toLowerCase()}-${date ?? 'undated'}-${sha256.slice(0, HASH_LENGTH)}`
  return page === null ? id : `${id}-${page}`
}

/** Whether an id may be that of a document in the file with this SHA-256. */
export const isDocumentOfFile = (documentId: string, sha256: string): boolean =>
  documentId.split('-').includes(sha256.slice(0, HASH_LENGTH))
