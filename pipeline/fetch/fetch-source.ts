import type { FetchedDocument, FetchOutcome, FetchReason, Source } from '../../schemas/index.ts'
import { makeReason } from '../../schemas/index.ts'
import { captureOf, captureTime } from './capture.ts'
import type { Network } from './download/answer.ts'
import { download } from './download/download.ts'
import type { PartialFile, Received } from './download/partial-file.ts'
import type { Shelf } from './shelf.ts'
import { mediaTypesOf, sourceFile } from './source-file-path.ts'

/** What fetching needs besides the document. */
export interface Fetching {
  readonly network: Network
  readonly shelf: Shelf
  /** Today, as an ISO date. */
  readonly today: string
  /** Whether documents that are here are asked for again, at addresses where they may change. */
  readonly recheck: boolean
}

/** Bytes at an address of the archive, or under a hash that the list of sources named, do not change. */
const mayChange = (source: Source, archive: string): boolean =>
  source.kind !== 'text copy' &&
  source.fetched !== undefined &&
  captureOf(archive, source.fetched.address) === null

/** How the server names what came, where that is not what it is. */
const mediaTypeNotes = ({ said, mediaType }: Received): string[] =>
  [undefined, mediaType, 'application/octet-stream'].includes(said.mediaType)
    ? []
    : [`The server calls it ${said.mediaType}; its bytes are ${mediaType}.`]

/** How the archive's answer differs from what it was asked for. */
const captureNotes = (source: Source, asked: string, received: Received, archive: string): string[] => {
  const [wanted, given] = [captureOf(archive, asked), captureOf(archive, received.said.address)]
  const otherTime =
    wanted && given && wanted.timestamp !== given.timestamp
      ? [`The archive was asked for the capture ${wanted.timestamp} and gave that of ${given.timestamp}.`]
      : []
  const otherBytes =
    source.digest !== undefined && source.digest !== received.digest
      ? [`The archive’s index names the bytes ${source.digest}; they are ${received.digest}.`]
      : []
  return [...otherTime, ...otherBytes]
}

const locked = (source: Source, received: Received, file: string, { network, today }: Fetching): Source => {
  const given = captureOf(network.settings.archive, received.said.address)
  const captured = given === null ? null : captureTime(given.timestamp)
  return {
    ...source,
    ...(captured === null ? {} : { captured }),
    digest: received.digest,
    sha256: received.sha256,
    bytes: received.bytes,
    media_type: received.mediaType,
    file,
    fetched: {
      address: received.said.address,
      retrieved: today,
      ...(received.said.etag === undefined ? {} : { etag: received.said.etag }),
      ...(received.said.lastModified === undefined ? {} : { last_modified: received.said.lastModified }),
    },
  }
}

/** The entry of bytes that an address gives instead of those that were locked. */
const newEdition = ({ id, kind, country_code, published, addresses }: Source, sha256: string): Source => ({
  id: `${id}-${sha256.slice(0, 8)}`,
  kind,
  ...(country_code === undefined ? {} : { country_code }),
  ...(published === undefined ? {} : { published }),
  addresses,
})

/** What is reported of a document. */
export const documentOf = (
  source: Source,
  outcome: FetchOutcome,
  rest: Partial<FetchedDocument> = {},
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
  ...rest,
})

/** Puts bytes in their place, and says what the lock says of them. */
const keep = async (
  source: Source,
  part: PartialFile,
  received: Received,
  fetching: Fetching,
): Promise<Source> => {
  const file = await fetching.shelf.place(part, sourceFile(source, received.mediaType), received)
  const known = source.sha256 === received.sha256 && source.fetched !== undefined
  const after = known ? { ...source, file } : locked(source, received, file, fetching)
  return after
}

/** A document whose bytes are on the shelf, whether it was fetched as this one or as another. */
const alreadyHere = async (source: Source, { shelf }: Fetching): Promise<Source | null> => {
  const file = shelf.fileOf(source.sha256 ?? source.digest ?? '')
  if (file === undefined) return null
  if (source.file === file) return source
  const same = shelf.sources().find((other) => other.file === file && other.sha256 !== undefined)
  const facts = {
    ...(same?.sha256 === undefined ? {} : { sha256: same.sha256 }),
    ...(same?.bytes === undefined ? {} : { bytes: same.bytes }),
    ...(same?.media_type === undefined ? {} : { media_type: same.media_type }),
  }
  const after = { ...facts, ...source, file }
  shelf.record(after)
  return after
}

/** Asks a document's own address whether it is still the same, and keeps what it has become beside it. */
const recheck = async (source: Source, fetching: Fetching): Promise<FetchedDocument> => {
  const { network, shelf } = fetching
  const { address = '', etag, last_modified: lastModified } = source.fetched ?? {}
  const asked = source.addresses[0] ?? address
  const part = shelf.part(source)
  const result = await download(
    {
      address: asked,
      part,
      wanted: { mediaTypes: mediaTypesOf(source), mostBytes: network.settings.most_bytes },
      known: { etag, lastModified },
    },
    network,
  )
  const { attempts } = result
  if ('reason' in result) {
    await part.tidy()
    const note = `It is here, but could not be asked for again: ${result.reason.message}.`
    return documentOf(source, 'present', { attempts, failures: [result.reason], notes: [note] })
  }
  if ('unchanged' in result || result.received.sha256 === source.sha256) {
    await part.remove()
    return documentOf(source, 'unchanged', { attempts, address: asked })
  }
  const edition = newEdition(source, result.received.sha256)
  if (shelf.source(edition.id)?.file !== undefined) {
    await part.remove()
    return documentOf(source, 'unchanged', { attempts, address: asked, notes: [`It is ${edition.id} now.`] })
  }
  const kept = await keep(edition, part, result.received, fetching)
  shelf.record(kept, part)
  return documentOf(kept, 'new_edition', { attempts, notes: [`It replaces ${source.id} at ${asked}.`] })
}

/** Tries the addresses of a document in order until one gives it. */
const fetchMissing = async (source: Source, fetching: Fetching): Promise<FetchedDocument> => {
  const { network, shelf } = fetching
  const { archive, most_bytes: mostBytes } = network.settings
  const part = shelf.part(source)
  const failures: FetchReason[] = []
  const notes: string[] = []
  let attempts = 0
  for (const address of source.addresses) {
    const result = await download(
      { address, part, wanted: { mediaTypes: mediaTypesOf(source), mostBytes } },
      network,
    )
    attempts += result.attempts
    if ('reason' in result) {
      failures.push(result.reason)
      continue
    }
    if ('unchanged' in result) continue
    const { received } = result
    if (source.sha256 !== undefined && received.sha256 !== source.sha256) {
      failures.push(makeReason('other_bytes', address, received.sha256))
      const edition = newEdition(source, received.sha256)
      if (source.kind === 'text copy' || shelf.source(edition.id) !== undefined) await part.remove()
      else {
        shelf.record(await keep(edition, part, received, fetching))
        await part.remove() // at once, for the next address is received into it
        notes.push(`What ${address} gives now was kept as ${edition.id}.`)
      }
      continue
    }
    const kept = await keep(source, part, received, fetching)
    shelf.record(kept, part)
    const outcome = captureOf(archive, received.said.address) === null ? 'fetched' : 'from_archive'
    return documentOf(kept, outcome, {
      address: received.said.address,
      attempts,
      failures,
      notes: [...notes, ...mediaTypeNotes(received), ...captureNotes(source, address, received, archive)],
    })
  }
  await part.tidy()
  return documentOf(source, 'failed', { attempts, failures, notes })
}

/** Fetches one document of the lock, unless its bytes are here. */
export const fetchSource = async (source: Source, fetching: Fetching): Promise<FetchedDocument> => {
  const here = await alreadyHere(source, fetching)
  if (here === null) return fetchMissing(source, fetching)
  const { archive } = fetching.network.settings
  return fetching.recheck && mayChange(here, archive) ? recheck(here, fetching) : documentOf(here, 'present')
}
