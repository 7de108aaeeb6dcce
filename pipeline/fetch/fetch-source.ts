import type { FetchedDocument, FetchOutcome, FetchReason, Source } from '../../schemas/index.ts'
import { makeReason } from '../../schemas/index.ts'
import { errorCode } from '../io/error-code.ts'
import { parseCapture, parseCaptureTime } from './capture.ts'
import type { DownloadStore } from './download-store.ts'
import { download } from './http/download.ts'
import type { Network } from './http/open-network.ts'
import type { PartialFile } from './http/partial-file.ts'
import type { Expectation, Received } from './http/receive.ts'
import { allowedMediaTypes, sourceFile } from './source-names.ts'

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

/** How a response differs from what was asked for. */
const noteOddities = (source: Source, asked: string, received: Received, archive: string): string[] => {
  const { response, mediaType, digest } = received
  const notes: string[] = []
  if (![undefined, mediaType, 'application/octet-stream'].includes(response.mediaType)) {
    notes.push(`The server calls it ${response.mediaType}; its bytes are ${mediaType}.`)
  }
  const [wanted, given] = [parseCapture(archive, asked), parseCapture(archive, response.address)]
  if (wanted && given && !given.timestamp.startsWith(wanted.timestamp)) {
    notes.push(
      `The archive was asked for the capture ${wanted.timestamp} and gave that of ${given.timestamp}.`,
    )
  }
  if (source.digest !== undefined && source.digest !== digest) {
    notes.push(`The archive’s index names the bytes ${source.digest}; they are ${digest}.`)
  }
  return notes
}

const lockReceived = (source: Source, received: Received, file: string, fetching: Fetching): Source => {
  const { response, digest, sha256, bytes, mediaType } = received
  const capture = parseCapture(fetching.network.settings.archive, response.address)
  const captured = capture && parseCaptureTime(capture.timestamp)
  return {
    ...source,
    ...(captured === null ? {} : { captured }),
    digest,
    sha256,
    bytes,
    media_type: mediaType,
    file,
    fetched: {
      address: response.address,
      retrieved: fetching.today,
      ...(response.etag === undefined ? {} : { etag: response.etag }),
      ...(response.lastModified === undefined ? {} : { last_modified: response.lastModified }),
    },
  }
}

/** The entry of bytes that an address gives instead of those that are locked. */
const newEdition = ({ id, kind, country_code, published, addresses }: Source, sha256: string): Source => ({
  id: `${id}-${sha256.slice(0, 8)}`,
  kind,
  ...(country_code === undefined ? {} : { country_code }),
  ...(published === undefined ? {} : { published }),
  addresses,
})

/** Puts received bytes in their place and records them in the lock. */
const keep = async (
  source: Source,
  part: PartialFile,
  received: Received,
  fetching: Fetching,
): Promise<Source> => {
  const file = await fetching.store.place(part, sourceFile(source, received.mediaType), received)
  const isKnown = source.sha256 === received.sha256 && source.fetched !== undefined
  const kept = isKnown ? { ...source, file } : lockReceived(source, received, file, fetching)
  fetching.store.record(kept)
  await part.remove()
  return kept
}

/** A document whose bytes are here, whether they were fetched for it or for another. */
const findHere = (source: Source, { store }: Fetching): Source | null => {
  const file = store.findFileOf(source)
  if (file === undefined || source.file === file) return file === undefined ? null : source
  const same = store.sources().find((other) => other.file === file && other.sha256 !== undefined)
  const here = {
    ...(same?.sha256 === undefined ? {} : { sha256: same.sha256 }),
    ...(same?.bytes === undefined ? {} : { bytes: same.bytes }),
    ...(same?.media_type === undefined ? {} : { media_type: same.media_type }),
    ...source,
    file,
  }
  store.record(here)
  return here
}

const expect = (source: Source, { settings }: Network): Expectation => ({
  mediaTypes: allowedMediaTypes(source),
  maxBytes: settings.most_bytes,
  sha256: source.sha256,
})

/** Asks a document's own address whether it is still the same, and keeps what it has become beside it. */
const recheck = async (source: Source, fetching: Fetching): Promise<FetchedDocument> => {
  const { network, store } = fetching
  const { address = '', etag, last_modified: lastModified } = source.fetched ?? {}
  const asked = source.addresses[0] ?? address
  const part = store.part(source)
  const request = { address: asked, part, expected: expect(source, network), known: { etag, lastModified } }
  const outcome = await download(request, network)
  const { attempts } = outcome
  if ('reason' in outcome) {
    await part.removeUnlessResumable()
    const note = `It is here, but could not be asked for again: ${outcome.reason.message}.`
    return reportDocument(source, 'present', { attempts, failures: [outcome.reason], notes: [note] })
  }
  const { result } = outcome
  if ('unchanged' in result || result.received.sha256 === source.sha256) {
    await part.remove()
    return reportDocument(source, 'unchanged', { attempts, address: asked })
  }
  const edition = newEdition(source, result.received.sha256)
  if (store.source(edition.id)?.file !== undefined) {
    await part.remove()
    const notes = [`It is ${edition.id} now.`]
    return reportDocument(source, 'unchanged', { attempts, address: asked, notes })
  }
  const kept = await keep(edition, part, result.received, fetching)
  return reportDocument(kept, 'new_edition', { attempts, notes: [`It replaces ${source.id} at ${asked}.`] })
}

/** Tries the addresses of a document in order until one gives it. */
const fetchMissing = async (source: Source, fetching: Fetching): Promise<FetchedDocument> => {
  const { network, store } = fetching
  const { archive } = network.settings
  const part = store.part(source)
  const failures: FetchReason[] = []
  const notes: string[] = []
  let attempts = 0
  for (const address of source.addresses) {
    const outcome = await download({ address, part, expected: expect(source, network) }, network)
    attempts += outcome.attempts
    if ('reason' in outcome) {
      failures.push(outcome.reason)
      continue
    }
    if ('unchanged' in outcome.result) continue
    const { received } = outcome.result
    if (source.sha256 === undefined || received.sha256 === source.sha256) {
      const kept = await keep(source, part, received, fetching)
      const isArchived = parseCapture(archive, received.response.address) !== null
      return reportDocument(kept, isArchived ? 'from_archive' : 'fetched', {
        address: received.response.address,
        attempts,
        failures,
        notes: [...notes, ...noteOddities(source, address, received, archive)],
      })
    }
    failures.push(makeReason('other_bytes', address, received.sha256))
    const edition = newEdition(source, received.sha256)
    if (source.kind === 'text copy' || store.source(edition.id) !== undefined) await part.remove()
    else {
      await keep(edition, part, received, fetching)
      notes.push(`What ${address} gives now was kept as ${edition.id}.`)
    }
  }
  await part.removeUnlessResumable()
  // a report without a hash may be gone for good, which does not make the dataset incomplete
  const isOptional = source.kind === 'compendium' && source.sha256 === undefined
  return reportDocument(source, isOptional ? 'unavailable' : 'failed', { attempts, failures, notes })
}

/** A name below the folder of fetched files that nothing can be put at, such as a link to itself. */
const PLACE_TAKEN = new Set(['ELOOP', 'ENOTDIR', 'EEXIST'])

/** Fetches one document of the lock, unless its bytes are here. */
export const fetchSource = async (source: Source, fetching: Fetching): Promise<FetchedDocument> => {
  const here = findHere(source, fetching)
  // bytes of the archive, and those of a text copy, do not change
  const mayChange =
    here?.fetched !== undefined &&
    here.kind !== 'text copy' &&
    parseCapture(fetching.network.settings.archive, here.fetched.address) === null
  try {
    if (here === null) return await fetchMissing(source, fetching)
    return fetching.recheck && mayChange ? await recheck(here, fetching) : reportDocument(here, 'present')
  } catch (error) {
    if (!PLACE_TAKEN.has(errorCode(error))) throw error
    const note = `It cannot be put below the folder of fetched files (${errorCode(error)}).`
    return reportDocument(source, 'failed', { notes: [note] })
  }
}
