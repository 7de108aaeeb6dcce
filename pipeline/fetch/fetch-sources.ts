import type { FetchedDocument, Source } from '../../schemas/index.ts'
import { type Fetching, fetchSource, reportDocument } from './fetch-source.ts'
import { publishedAddress } from './source-names.ts'

/** Called after each document, with how many are done and how many bytes were received. */
export type FetchProgress = (done: number, total: number, bytes: number) => void

/** Outcomes for which the bytes came over the network. */
const RECEIVED: ReadonlySet<string> = new Set(['fetched', 'from_archive', 'new_edition'])

/** Bytes that were received for documents. */
export const countReceivedBytes = (documents: readonly FetchedDocument[]): number =>
  documents.reduce((sum, { outcome, bytes }) => sum + (RECEIVED.has(outcome) ? (bytes ?? 0) : 0), 0)

/** The address that publishes a document before its captures, and older editions before newer ones. */
const sortEditions = (editions: readonly Source[]): Source[] =>
  editions.toSorted(
    (left, right) =>
      Number(left.published !== undefined) - Number(right.published !== undefined) ||
      (left.captured ?? '').localeCompare(right.captured ?? '') ||
      left.id.length - right.id.length,
  )

/** The edition whose address is asked whether there is a newer one. */
const findNewest = (editions: readonly Source[]): Source | undefined =>
  editions
    .filter(({ published }) => published === undefined)
    .toSorted(
      (left, right) =>
        (left.fetched?.retrieved ?? '').localeCompare(right.fetched?.retrieved ?? '') ||
        left.id.length - right.id.length,
    )
    .at(-1)

/** Whether a document without a hash need not be asked for, because a capture of it is here. */
const isReplaced = (source: Source, editions: readonly Source[], { store, recheck }: Fetching): boolean =>
  !recheck &&
  source.sha256 === undefined &&
  source.digest === undefined &&
  editions.some((edition) => store.findFileOf(edition) !== undefined)

/** Where the address of publication gives nothing, its newest capture replaces it. */
const replaceFailed = (documents: readonly FetchedDocument[]): FetchedDocument[] => {
  const good = documents.findLast(({ file, outcome }) => file !== null && outcome !== 'failed')
  return documents.map((document) =>
    good !== undefined && ['failed', 'unavailable'].includes(document.outcome) && document.sha256 === null
      ? {
          ...document,
          outcome: 'from_archive',
          notes: [...document.notes, `The capture ${good.id} replaces it.`],
        }
      : document,
  )
}

/**
 * Fetches documents, each host within its limits; the editions of one document one after the other.
 *
 * @throws the first error that is not about one document, such as that of a full disk, once nothing is under way
 */
export const fetchSources = async (
  sources: readonly Source[],
  fetching: Fetching,
  progress: FetchProgress,
): Promise<FetchedDocument[]> => {
  const groups = Map.groupBy(sources, (source) => publishedAddress(source) ?? source.id)
  let done = 0
  let bytes = 0
  const fetchGroup = async (editions: readonly Source[]): Promise<FetchedDocument[]> => {
    const newest = findNewest(editions)
    const documents: FetchedDocument[] = []
    for (const edition of sortEditions(editions)) {
      const recheck = fetching.recheck && edition.id === newest?.id
      const document = isReplaced(edition, editions, fetching)
        ? reportDocument(edition, 'present', { notes: ['A capture of it is here.'] })
        : await fetchSource(edition, { ...fetching, recheck })
      documents.push(document)
      done++
      bytes += countReceivedBytes([document])
      progress(done, sources.length, bytes)
    }
    return editions.length > 1 ? replaceFailed(documents) : documents
  }
  const documents = await Promise.all(
    [...groups.values()].map((group) =>
      fetchGroup(group).catch((error: unknown) => {
        fetching.network.stop(error)
        return []
      }),
    ),
  )
  fetching.network.signal.throwIfAborted()
  return documents.flat().toSorted((left, right) => (left.id < right.id ? -1 : 1))
}
