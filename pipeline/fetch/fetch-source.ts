import {
  type FetchedDocument,
  type FetchOutcome,
  type FetchReason,
  makeReason,
  type Source,
} from '../../schemas/index.ts'
import { at } from '../io/at.ts'
import { errorCode } from '../io/error-code.ts'
import { parseCapture, parseCaptureTime } from './capture.ts'
import type { DownloadStore } from './download-store.ts'
import { download, type Received } from './http/download.ts'
import type { Network } from './http/network.ts'
import type { PartialFile } from './http/partial-file.ts'
import { sourceFile } from './source-names.ts'

/** What fetching needs besides the document. */
export interface Fetching {
  readonly network: Network
  readonly store: DownloadStore
  /** Today, as an ISO date. */
  readonly today: string
  /** Whether documents that are here are asked for again, at addresses where they may change. */
  readonly recheck: boolean
}

/** The report of one document. */
export const reportDocument = (
  source: Source,
  outcome: FetchOutcome,
  more: Partial<FetchedDocument> = {},
): FetchedDocument => ({
  id: source.id,
  kind: source.kind,
  country_code: source.country_code ?? null,
  outcome,
  address: source.fetched?.address ?? null,
  file: source.file ?? null,
  bytes: source.bytes ?? null,
  sha256: source.sha256 ?? null,
  attempts: 0,
  failures: [],
  notes: [],
  ...more,
})

/** A note where the archive gave the capture of another time than it was asked for. */
const noteOtherTime = (asked: string, given: string, archive: string): string[] => {
  const [wanted, capture] = [asked, given].map((address) => parseCapture(archive, address)?.timestamp)
  if (wanted === undefined || capture === undefined || capture.startsWith(wanted)) return []
  return [`The archive was asked for the capture ${wanted} and gave that of ${capture}.`]
}

/** The entry of bytes that an address gives instead of those that are locked. */
const newEdition = ({ id, kind, country_code, published, addresses }: Source, sha256: string): Source => ({
  id: `${id}-${sha256.slice(0, 8)}`,
  kind,
  ...(country_code !== undefined && { country_code }),
  ...(published !== undefined && { published }),
  addresses,
})

/** Records received bytes in the lock and puts them in their place. */
const keep = (
  source: Source,
  part: PartialFile,
  received: Received,
  { network, store, today }: Fetching,
): Promise<Source> => {
  const { fetched, mediaType, ...content } = received
  const capture = parseCapture(network.settings.archive, fetched.address)
  const captured = capture && parseCaptureTime(capture.timestamp)
  const isKnown = source.sha256 === received.sha256 && source.fetched !== undefined
  return store.place(part, sourceFile(source, mediaType), received, (file) => ({
    ...source,
    ...(isKnown || captured === null ? {} : { captured }),
    ...(isKnown ? {} : { ...content, media_type: mediaType, fetched: { ...fetched, retrieved: today } }),
    file,
  }))
}

/** Keeps other bytes than those of the lock as an edition; null if they are here already, or those of a text copy. */
const keepEdition = async (
  source: Source,
  part: PartialFile,
  received: Received,
  fetching: Fetching,
): Promise<Source | null> => {
  const edition = newEdition(source, received.sha256)
  const isHere = fetching.store.source(edition.id)?.file !== undefined
  return isHere || source.kind === 'text copy' ? null : keep(edition, part, received, fetching)
}

/** Asks whether the bytes of a document that is here have changed at its first address. */
const recheckSource = async (source: Source, fetching: Fetching): Promise<FetchedDocument> => {
  const { network, store } = fetching
  const part = store.openPart(source)
  const address = at(source.addresses, 0)
  const outcome = await download({ address, source, part, recheck: true }, network)
  const { attempts } = outcome
  if ('reason' in outcome) {
    const notes = ['It is here, but could not be asked for again.']
    return reportDocument(source, 'present', { attempts, failures: [outcome.reason], notes })
  }
  const { result } = outcome
  const isSame = result === 'unchanged' || result.sha256 === source.sha256
  const kept = isSame ? null : await keepEdition(source, part, result, fetching)
  if (kept === null) return reportDocument(source, 'unchanged', { attempts, address })
  return reportDocument(kept, 'new_edition', { attempts, notes: [`It replaces ${source.id} at ${address}.`] })
}

/** Asks the addresses of a document in turn until one gives its bytes. */
const askAddresses = async (source: Source, fetching: Fetching): Promise<FetchedDocument> => {
  const { network, store } = fetching
  const { archive } = network.settings
  const part = store.openPart(source)
  const failures: FetchReason[] = []
  const notes: string[] = []
  let attempts = 0
  for (const address of source.addresses) {
    const outcome = await download({ address, source, part, recheck: false }, network)
    attempts += outcome.attempts
    if ('reason' in outcome) failures.push(outcome.reason)
    if ('reason' in outcome || outcome.result === 'unchanged') continue
    const { result } = outcome
    if (source.sha256 === undefined || result.sha256 === source.sha256) {
      const kept = await keep(source, part, result, fetching)
      const given = result.fetched.address
      notes.push(...noteOtherTime(address, given, archive))
      const more = { address: given, attempts, failures, notes }
      return reportDocument(kept, parseCapture(archive, given) ? 'from_archive' : 'fetched', more)
    }
    failures.push(makeReason('other_bytes', address, result.sha256))
    const edition = await keepEdition(source, part, result, fetching)
    if (edition !== null) notes.push(`What ${address} gives now was kept as ${edition.id}.`)
  }
  // a report without a hash may no longer exist, which does not make the dataset incomplete
  const isOptional = source.kind === 'compendium' && source.sha256 === undefined
  return reportDocument(source, isOptional ? 'unavailable' : 'failed', { attempts, failures, notes })
}

/** The folder of fetched files cannot be written to, such as a link to itself. */
const PLACE_TAKEN = new Set(['ELOOP', 'ENOTDIR', 'EEXIST'])

/** Fetches one document of the lock, unless its bytes are here, whether they were fetched for it or for another. */
export const fetchSource = async (source: Source, fetching: Fetching): Promise<FetchedDocument> => {
  const { network, store, recheck } = fetching
  const file = store.findFile(source)
  // bytes of the archive, and those of a text copy, do not change
  const isFixed =
    source.fetched === undefined ||
    source.kind === 'text copy' ||
    parseCapture(network.settings.archive, source.fetched.address) !== null
  if (file !== undefined && (isFixed || !recheck)) return reportDocument(source, 'present', { file })
  try {
    return await (file === undefined ? askAddresses(source, fetching) : recheckSource(source, fetching))
  } catch (error) {
    if (!PLACE_TAKEN.has(errorCode(error))) throw error
    const note = `It cannot be saved in the folder of fetched files (${errorCode(error)}).`
    return reportDocument(source, 'failed', { notes: [note] })
  }
}
