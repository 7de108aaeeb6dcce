import { hash } from 'node:crypto'
import { SOURCE_FOLDERS, type Source, type SourceKind } from '../../../schemas/index.ts'
import { decodePercent } from '../../io/decode-percent.ts'
import { captureAddress, parseCaptureTime } from '../capture.ts'
import { makeEditionId, publishedAddress, slug } from '../source-names.ts'
import type { IndexedCapture } from './archive-index.ts'

/** The code of the country that a file name names; null if it names none. */
export type CountryOfFile = (fileName: string) => string | null

/** The ITU's publication number of the report that holds all profiles. */
const COMPENDIUM = /D-STR-SECU/i

/** File systems take names of 255 bytes, of which an edition and an ending need some. */
const MAX_NAME_CHARACTERS = 100

/** A key that is equal for addresses of the same document, whatever their port, `www.`, case and percent signs. */
const addressKey = (address: string): string => {
  const { hostname, pathname, search } = new URL(address)
  return `${hostname.replace(/^www\./, '')}${decodePercent(pathname) ?? pathname}${search}`
    .toLowerCase()
    .normalize('NFC')
}

const toHttps = (address: string): string => {
  const url = new URL(address)
  if (url.protocol === 'http:' && (url.port === '' || url.port === '80')) url.protocol = 'https:'
  url.hash = ''
  return url.href
}

/** A new document at an address, with an id from its file name, made unique by a hash of the address. */
const newSource = (address: string, taken: ReadonlySet<string>, countryOfFile: CountryOfFile): Source => {
  const kind: SourceKind = COMPENDIUM.test(address) ? 'compendium' : 'profile'
  const { pathname } = new URL(address)
  const file = (decodePercent(pathname) ?? pathname).split(/[\\/]/).at(-1) ?? ''
  const country = kind === 'profile' ? countryOfFile(file) : null
  const whole = slug(file.replace(/\.pdf$/i, ''))
  const name = slug(whole.slice(0, MAX_NAME_CHARACTERS))
  const id = `${SOURCE_FOLDERS[kind]}/${name}`
  const isItsOwn = name !== '' && name === whole && !taken.has(id)
  return {
    id: isItsOwn ? id : `${id}${name === '' ? '' : '-'}${hash('sha256', addressKey(address)).slice(0, 8)}`,
    kind,
    addresses: [address],
    ...(country !== null && { country_code: country }),
  }
}

/**
 * The documents that were found: one for each address, and one for each capture of it with bytes of its own. Captures
 * whose bytes the lock has already, from the same address, are left out.
 */
export const toSources = (
  listed: { readonly addresses: readonly string[]; readonly captures: readonly IndexedCapture[] },
  known: readonly Source[],
  { archive, countryOfFile }: { readonly archive: string; readonly countryOfFile: CountryOfFile },
): Source[] => {
  const taken = new Set(known.map(({ id }) => id))
  const byAddress = new Map<string, Source>()
  const seen = new Set<string>()
  for (const source of known) {
    const key = addressKey(publishedAddress(source))
    if (source.published === undefined && !byAddress.has(key)) byAddress.set(key, source)
    seen.add(`${key} ${source.digest}`)
  }
  const found = new Map<string, Source>()
  const findSource = (address: string): Source => {
    const key = addressKey(address)
    const source = byAddress.get(key) ?? newSource(address, taken, countryOfFile)
    byAddress.set(key, source)
    taken.add(source.id)
    found.set(source.id, source)
    return source
  }
  for (const address of listed.addresses) findSource(address)
  for (const { original } of listed.captures) findSource(toHttps(original))
  const oldestFirst = listed.captures.toSorted((left, right) => (left.timestamp < right.timestamp ? -1 : 1))
  for (const { timestamp, original, digest } of oldestFirst) {
    const source = findSource(toHttps(original))
    const key = `${addressKey(original)} ${digest}`
    const captured = parseCaptureTime(timestamp)
    if (captured === null || seen.has(key)) continue
    seen.add(key)
    const { kind, country_code } = source
    const id = makeEditionId(source.id, timestamp)
    const addresses = [captureAddress(archive, timestamp, original)]
    const published = publishedAddress(source)
    const country = country_code === undefined ? {} : { country_code }
    found.set(id, { id, kind, ...country, published, addresses, captured, digest })
  }
  return [...found.values()]
}
