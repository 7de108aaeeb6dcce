import { type FetchedDocument, type FetchReason, makeReason, type Source } from '../../schemas/index.ts'
import { at } from '../io/at.ts'
import { parseCapture, parseCaptureTime } from './capture.ts'
import type { DownloadStore } from './download-store.ts'
import { download, type Received } from './http/download.ts'
import { FetchError } from './http/fetch-error.ts'
import type { Network } from './http/network.ts'
import { makeEditionId, sourceFile } from './source-names.ts'

/** What fetching needs besides the document. */
export interface Fetching {
  readonly network: Network
  readonly store: DownloadStore
  /** Today, as an ISO date. */
  readonly today: string
  /** Whether to ask for documents again that are here already, at addresses where they may change. */
  readonly recheck: boolean
}

/** The report of one document. */
export const reportDocument = (
  source: Source,
  outcome: FetchedDocument['outcome'],
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
  failures: [],
  notes: [],
  ...more,
})

/** The entry of bytes that an address gives instead of those that are locked. */
const newEdition = ({ id, kind, country_code, published, addresses }: Source, sha256: string): Source => ({
  id: makeEditionId(id, sha256.slice(0, 8)),
  kind,
  ...(country_code !== undefined && { country_code }),
  ...(published !== undefined && { published }),
  addresses,
})

/**
 * Records received bytes in the lock and puts them in their place. Other bytes than those of the lock are kept as an
 * edition; null if that is here already, or a text copy.
 */
const keep = async (source: Source, received: Received, { network, store, today }: Fetching) => {
  const { fetched, mediaType, ...content } = received
  const isOther = source.sha256 !== undefined && source.sha256 !== received.sha256
  const entry = isOther ? newEdition(source, received.sha256) : source
  if (isOther && (source.kind === 'text copy' || store.sources.get(entry.id)?.file !== undefined)) return null
  const capture = parseCapture(network.settings.archive, fetched.address)
  const captured = capture && parseCaptureTime(capture.timestamp)
  const isKnown = entry.sha256 !== undefined && entry.fetched !== undefined
  const facts = { ...content, media_type: mediaType, fetched: { ...fetched, retrieved: today } }
  return store.place(store.openPart(source), sourceFile(entry, mediaType), received, {
    ...entry,
    ...(isKnown ? {} : { ...(captured !== null && { captured }), ...facts }),
  })
}

/** Asks whether the bytes of a document that is here have changed at its first address. */
const recheckSource = async (source: Source, fetching: Fetching): Promise<FetchedDocument> => {
  const { network, store } = fetching
  const address = at(source.addresses, 0)
  const part = store.openPart(source)
  const result = await download({ address, source, part, recheck: true }, network)
  if (result instanceof FetchError) {
    const notes = ['It is here, but its server could not be asked whether it has changed.']
    return reportDocument(source, 'present', { failures: [result.reason], notes })
  }
  const isSame = result === 'unchanged' || result.sha256 === source.sha256
  const kept = isSame ? null : await keep(source, result, fetching)
  if (kept === null) return reportDocument(source, 'unchanged', { address })
  return reportDocument(kept, 'new_edition', { notes: [`It replaces ${source.id} at ${address}.`] })
}

/** Asks the addresses of a document in turn until one gives its bytes. */
const askAddresses = async (source: Source, fetching: Fetching): Promise<FetchedDocument> => {
  const { network, store } = fetching
  const { archive } = network.settings
  const part = store.openPart(source)
  const failures: FetchReason[] = []
  const notes: string[] = []
  for (const address of source.addresses) {
    const result = await download({ address, source, part, recheck: false }, network)
    if (result instanceof FetchError) failures.push(result.reason)
    if (result instanceof FetchError || result === 'unchanged') continue
    const kept = await keep(source, result, fetching)
    if (kept?.id === source.id) {
      const given = result.fetched.address
      const [asked, capture] = [address, given].map((one) => parseCapture(archive, one)?.timestamp)
      if (asked !== undefined && capture?.startsWith(asked) === false) {
        notes.push(`The archive was asked for the capture ${asked} and gave that of ${capture}.`)
      }
      const outcome = capture === undefined ? 'fetched' : 'from_archive'
      return reportDocument(kept, outcome, { address: given, failures, notes })
    }
    failures.push(makeReason('other_bytes', address, result.sha256))
    if (kept !== null) notes.push(`What ${address} gives now was kept as ${kept.id}.`)
  }
  // a report without a hash may no longer exist, which does not make the dataset incomplete
  const isOptional = source.kind === 'compendium' && source.sha256 === undefined
  return reportDocument(source, isOptional ? 'unavailable' : 'failed', { failures, notes })
}

/** Fetches one document of the lock, unless its bytes are here, whether they were fetched for it or for another. */
export const fetchSource = async (source: Source, fetching: Fetching): Promise<FetchedDocument> => {
  const { network, store, recheck } = fetching
  const file = store.findFile(source)
  if (file === undefined) return askAddresses(source, fetching)
  // bytes of the archive, and those of a text copy, do not change
  const isFixed =
    source.fetched === undefined ||
    source.kind === 'text copy' ||
    parseCapture(network.settings.archive, source.fetched.address) !== null
  return isFixed || !recheck ? reportDocument(source, 'present', { file }) : recheckSource(source, fetching)
}
