import type { FetchedDocument, Source } from '../../schemas/index.ts'
import { documentOf, type Fetching, fetchSource } from './fetch-source.ts'

/** Called after each document, with how many are done and how many bytes were received. */
export type FetchProgress = (done: number, total: number, bytes: number) => void

/** Outcomes for which the bytes came over the network. */
const RECEIVED: ReadonlySet<string> = new Set(['fetched', 'from_archive', 'new_edition'])

/** Bytes that were received for documents. */
export const receivedBytes = (documents: readonly FetchedDocument[]): number =>
  documents.reduce((sum, { outcome, bytes }) => sum + (RECEIVED.has(outcome) ? (bytes ?? 0) : 0), 0)

/** The address that the editions of a document have in common. */
const publishedAt = ({ published, addresses, id }: Source): string => published ?? addresses[0] ?? id

/** The address that publishes a document before its captures, and the newest edition of it before the older ones. */
const inOrder = (editions: readonly Source[]): Source[] =>
  editions.toSorted(
    (left, right) =>
      Number(left.published !== undefined) - Number(right.published !== undefined) ||
      (left.captured ?? '').localeCompare(right.captured ?? '') ||
      left.id.length - right.id.length,
  )

/** The edition whose address is asked whether there is a newer one. */
const newest = (editions: readonly Source[]): Source | undefined =>
  editions
    .filter(({ published }) => published === undefined)
    .toSorted(
      (left, right) =>
        (left.fetched?.retrieved ?? '').localeCompare(right.fetched?.retrieved ?? '') ||
        left.id.length - right.id.length,
    )
    .at(-1)

/** Whether a document that is not here need not be asked for, because a capture of it is. */
const isStoodFor = (source: Source, editions: readonly Source[], { shelf, recheck }: Fetching): boolean => {
  const here = ({ sha256, digest }: Source): boolean => shelf.fileOf(sha256 ?? digest ?? '') !== undefined
  return !recheck && source.sha256 === undefined && source.digest === undefined && editions.some(here)
}

/** Where the address of publication gives nothing, its newest capture stands for it. */
const standIn = (documents: readonly FetchedDocument[]): FetchedDocument[] => {
  const good = documents.findLast(({ file, outcome }) => file !== null && outcome !== 'failed')
  if (good === undefined) return [...documents]
  return documents.map((document) =>
    document.outcome === 'failed' && document.sha256 === null
      ? { ...document, outcome: 'from_archive', notes: [...document.notes, `${good.id} stands for it.`] }
      : document,
  )
}

/**
 * Fetches documents, each host at its own pace; the editions of one document one after the other.
 *
 * @param stop called with an error that is no document's fault, such as that of a full disk
 * @throws that error, when nothing is under way any more
 */
export const fetchSources = async (
  sources: readonly Source[],
  fetching: Fetching,
  progress: FetchProgress,
  stop: (error: unknown) => void,
): Promise<FetchedDocument[]> => {
  const groups = Map.groupBy(sources, publishedAt)
  let done = 0
  let bytes = 0
  const fetchGroup = async (editions: readonly Source[]): Promise<FetchedDocument[]> => {
    const asked = newest(editions)
    const documents: FetchedDocument[] = []
    for (const edition of inOrder(editions)) {
      const recheck = fetching.recheck && edition.id === asked?.id
      const document = isStoodFor(edition, editions, fetching)
        ? documentOf(edition, 'present', { notes: ['A capture of it stands for it.'] })
        : await fetchSource(edition, { ...fetching, recheck })
      documents.push(document)
      done++
      bytes += receivedBytes([document])
      progress(done, sources.length, bytes)
    }
    return editions.length > 1 ? standIn(documents) : documents
  }
  const documents = await Promise.all(
    [...groups.values()].map((group) =>
      fetchGroup(group).catch((error: unknown) => {
        stop(error)
        return []
      }),
    ),
  )
  fetching.network.signal.throwIfAborted()
  return documents.flat().toSorted((left, right) => (left.id < right.id ? -1 : 1))
}
