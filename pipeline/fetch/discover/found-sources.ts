import { createHash } from 'node:crypto'
import { SOURCE_FOLDERS, type Source, type SourceKind } from '../../../schemas/index.ts'
import { captureAddress, parseCaptureTime } from '../capture.ts'
import { publishedAddress, slug } from '../source-names.ts'
import type { Discovered } from './search.ts'

/** The code of the country that a file name names; null where it names none. */
export type CountryOfFile = (fileName: string) => string | null

/** The ITU's publication number of the report that holds all profiles. */
const COMPENDIUM = /D-STR-SECU/i

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What addresses of the same document have in common, whatever their port, `www.`, case and percent signs. */
const addressKey = (address: string): string => {
  const { hostname, pathname, search } = new URL(address)
  return `${hostname.replace(/^www\./, '')}${decode(pathname)}${search}`.toLowerCase().normalize('NFC')
}

/** The decoded name of the file at an address. */
const fileNameAt = (address: string): string => decode(new URL(address).pathname).split(/[\\/]/).at(-1) ?? ''

const fingerprint = (address: string): string =>
  createHash('sha256').update(addressKey(address)).digest('hex').slice(0, 8)

const toHttps = (address: string): string => {
  const url = new URL(address)
  if (url.protocol === 'http:' && (url.port === '' || url.port === '80')) url.protocol = 'https:'
  url.hash = ''
  return url.href
}

/** File systems take names of 255 bytes, of which an edition and an ending need some. */
const MAX_NAME_CHARACTERS = 100

/** The document of every address: the one in the lock, else a new one with a unique id from the file name. */
const assignIds = (addresses: readonly string[], known: readonly Source[]): ReadonlyMap<string, Source> => {
  const sources = new Map<string, Source>()
  const taken = new Set(known.map(({ id }) => id))
  for (const source of known) {
    const address = publishedAddress(source)
    const isEdition = source.published !== undefined || sources.has(addressKey(address ?? source.id))
    if (address !== undefined && !isEdition) sources.set(addressKey(address), source)
  }
  for (const address of addresses) {
    const key = addressKey(address)
    if (sources.has(key)) continue
    const kind: SourceKind = COMPENDIUM.test(address) ? 'compendium' : 'profile'
    const whole = slug(fileNameAt(address).replace(/\.pdf$/i, ''))
    const name = slug(whole.slice(0, MAX_NAME_CHARACTERS))
    const plain = `${SOURCE_FOLDERS[kind]}/${name}`
    const isItsOwn = name !== '' && name === whole && !taken.has(plain)
    const id = isItsOwn ? plain : `${plain}${name === '' ? '' : '-'}${fingerprint(address)}`
    taken.add(id)
    sources.set(key, { id, kind, addresses: [address] })
  }
  return sources
}

/**
 * The documents that were found: one for each address, and one for each capture of it with bytes of its own. Captures
 * whose bytes the lock has already, from the same address, are left out.
 */
export const toSources = (
  { addresses, captures }: Pick<Discovered, 'addresses' | 'captures'>,
  known: readonly Source[],
  { archive, countryOfFile }: { readonly archive: string; readonly countryOfFile: CountryOfFile },
): Source[] => {
  const all = [...addresses, ...captures.map(({ original }) => toHttps(original))]
  const sources = assignIds(all, known)
  const withCountry = (source: Source, address: string): Source => {
    const country = source.kind === 'profile' ? countryOfFile(fileNameAt(address)) : null
    return country === null ? source : { ...source, country_code: country }
  }
  const found = new Map<string, Source>()
  for (const address of all) {
    const source = sources.get(addressKey(address))
    if (source && !found.has(source.id)) found.set(source.id, withCountry(source, address))
  }
  const seen = new Set(
    known.flatMap((source) =>
      source.digest ? [`${addressKey(publishedAddress(source) ?? '')} ${source.digest}`] : [],
    ),
  )
  const oldestFirst = captures.toSorted((left, right) => (left.timestamp < right.timestamp ? -1 : 1))
  for (const { timestamp, original, digest } of oldestFirst) {
    const key = `${addressKey(original)} ${digest}`
    const source = sources.get(addressKey(original))
    const captured = parseCaptureTime(timestamp)
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
