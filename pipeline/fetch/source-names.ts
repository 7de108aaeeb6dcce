import { MAX_ID_CHARACTERS, type MediaType, type Source } from '../../schemas/index.ts'
import { at } from '../io/at.ts'

/** A name in lower-case ASCII letters and digits, its parts joined by hyphens; empty if it has no letters or digits. */
export const slug = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** The id of an edition, which begins with that of its document, as far as there is room. */
export const makeEditionId = (id: string, edition: string): string =>
  `${id.slice(0, MAX_ID_CHARACTERS - edition.length - 1).replace(/-$/, '')}-${edition}`

const ENDINGS = { 'application/pdf': 'pdf', 'text/plain': 'txt' } as const satisfies Record<MediaType, string>

/** The name that a fetched document gets below the folder of fetched files. */
export const sourceFile = ({ id }: Source, mediaType: MediaType): string => `${id}.${ENDINGS[mediaType]}`

/** Where a document was published: at its first address, unless the lock says otherwise. */
export const publishedAddress = ({ published, addresses }: Source): string => published ?? at(addresses, 0)
