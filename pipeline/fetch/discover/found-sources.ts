import { createHash } from 'node:crypto'
import { SOURCE_FOLDERS, type Source, type SourceKind } from '../../../schemas/index.ts'
import { captureAddress, captureTime } from '../capture.ts'
import { slug } from '../slug.ts'
import type { IndexedCapture } from './cdx.ts'

/** What was found: addresses of PDFs, and captures of them. */
export interface Finds {
  readonly addresses: readonly string[]
  readonly captures: readonly IndexedCapture[]
}

/** The code of the country that a file name speaks of; null where it speaks of none. */
export type CountryOf = (fileName: string) => string | null

/** How the ITU numbers the report that binds all profiles. */
const COMPENDIUM = /D-STR-SECU/i

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * What addresses of the same document have in common: the host without its port and `www.`, the path whatever its case
 * and coding.
 */
const addressKey = (address: string): string => {
  const { hostname, pathname, search } = new URL(address)
  return `${hostname.replace(/^www\./, '')}${decoded(pathname)}${search}`.toLowerCase().normalize('NFC')
}

/** The name of the file at an address, as people write it. */
const fileName = (address: string): string => decoded(new URL(address).pathname).split(/[\\/]/).at(-1) ?? ''

const fingerprint = (address: string): string =>
  createHash('sha256').update(addressKey(address)).digest('hex').slice(0, 8)

/** Where a document was published: at the address itself, where nothing else is said. */
const publishedAt = ({ published, addresses }: Source): string | undefined => published ?? addresses[0]

const secure = (address: string): string => {
  const url = new URL(address)
  if (url.protocol === 'http:' && (url.port === '' || url.port === '80')) url.protocol = 'https:'
  url.hash = ''
  return url.href
}

/** File systems take names of 255 bytes, of which an edition and an ending need some. */
const LONGEST_NAME = 100

/** Gives every address an id: the one it has in the lock, else one after its file name, which no other address has. */
const idsOf = (addresses: readonly string[], known: readonly Source[]): ReadonlyMap<string, Source> => {
  const sources = new Map<string, Source>()
  const taken = new Set(known.map(({ id }) => id))
  for (const source of known) {
    const address = publishedAt(source)
    const isEdition = source.published !== undefined || sources.has(addressKey(address ?? source.id))
    if (address !== undefined && !isEdition) sources.set(addressKey(address), source)
  }
  for (const address of addresses) {
    const key = addressKey(address)
    if (sources.has(key)) continue
    const kind: SourceKind = COMPENDIUM.test(address) ? 'compendium' : 'profile'
    const whole = slug(fileName(address).replace(/\.pdf$/i, ''))
    const name = slug(whole.slice(0, LONGEST_NAME))
    const plain = `${SOURCE_FOLDERS[kind]}/${name}`
    const isItsOwn = name !== '' && name === whole && !taken.has(plain)
    const id = isItsOwn ? plain : `${plain}${name === '' ? '' : '-'}${fingerprint(address)}`
    taken.add(id)
    sources.set(key, { id, kind, addresses: [address] })
  }
  return sources
}

/**
 * The documents that stand behind finds: one for each address, and one for each capture of it that has bytes of its own.
 * Captures whose bytes the lock has already, from the same address, are none.
 */
export const foundSources = (
  { addresses, captures }: Finds,
  known: readonly Source[],
  archive: string,
  countryOf: CountryOf,
): Source[] => {
  const all = [...addresses, ...captures.map(({ original }) => secure(original))]
  const sources = idsOf(all, known)
  const withCountry = (source: Source, address: string): Source => {
    const country = source.kind === 'profile' ? countryOf(fileName(address)) : null
    return country === null ? source : { ...source, country_code: country }
  }
  const found = new Map<string, Source>()
  for (const address of all) {
    const source = sources.get(addressKey(address))
    if (source && !found.has(source.id)) found.set(source.id, withCountry(source, address))
  }
  const seen = new Set(
    known.flatMap((source) =>
      source.digest ? [`${addressKey(publishedAt(source) ?? '')} ${source.digest}`] : [],
    ),
  )
  const oldestFirst = captures.toSorted((left, right) => (left.timestamp < right.timestamp ? -1 : 1))
  for (const { timestamp, original, digest } of oldestFirst) {
    const key = `${addressKey(original)} ${digest}`
    const source = sources.get(addressKey(original))
    const captured = captureTime(timestamp)
    if (source === undefined || captured === null || seen.has(key)) continue
    seen.add(key)
    const edition: Source = {
      id: `${source.id}-${timestamp}`,
      kind: source.kind,
      published: source.addresses[0] ?? original,
      addresses: [captureAddress(archive, { timestamp, original })],
      captured,
      digest,
    }
    found.set(edition.id, withCountry(edition, original))
  }
  return [...found.values()]
}
