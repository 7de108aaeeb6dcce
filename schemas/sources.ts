import { z } from 'zod'
import { COUNTRY_CODE, SHA256 } from './column.ts'
import { MEDIA_TYPES } from './documents.ts'
import { SOURCE_KINDS, type SourceKind } from './source-kinds.ts'

/** The folder of the ids and files of a kind. */
export const SOURCE_FOLDERS = {
  profile: 'profile',
  compendium: 'compendium',
  'text copy': 'text-copy',
} as const satisfies Record<SourceKind, string>

/** The longest id: file systems take names of 255 bytes, of which editions and endings need some. */
export const MAX_ID_CHARACTERS = 160

/** A header of a response that can be sent back in a request: printable, without line ends (RFC 9110, 5.5). */
export const headerValue = z.string().regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'is no value of a header')

/** An id: the folder of the kind and a name in lower case, `profile/azerbaijan`. */
export const SOURCE_ID = /^(profile|compendium|text-copy)\/[a-z0-9]+(-[a-z0-9]+)*$/

/** A file below the folder of fetched files: the id with the ending of its media type. */
export const SOURCE_FILE = /^(profile|compendium|text-copy)\/[a-z0-9]+(-[a-z0-9]+)*\.(pdf|txt)$/

/** Query parameters that carry a signature, a token or a password: of Amazon, Google, Azure and others. */
const SECRET_PARAMETER =
  /^(?:x-(?:amz|goog|ms|oss|cos)-.+|sig|signature|sign|token|key-pair-id|policy|awsaccesskeyid|googleaccessid|jwt|auth|authkey|api-?_?key|key|secret|pass|passwd|password|pwd|sid|.*(?:token|secret|session|password|authorization|credential|signature).*)$/i

/** An address without user name and password, and without its query where that holds a secret. */
export const withoutSecrets = (address: string): string => {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  url.username = ''
  url.password = ''
  if ([...url.searchParams.keys()].some((name) => SECRET_PARAMETER.test(name))) url.search = ''
  return url.href
}

/** An address of the web without credentials, which would get into files that are published. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'is not an address of http or https' })
  .refine(
    (address) => !URL.canParse(address) || new URL(address).href === withoutSecrets(address),
    'holds a user name, a password or a signature',
  )

export const sha256 = z.string().regex(SHA256, 'is not a SHA-256 in lower-case hexadecimal')

/** How a file was fetched, for the next request. */
const fetched = z.strictObject({
  address: webAddress.describe('The address that gave the bytes.'),
  retrieved: z.iso.date().describe('Day on which it gave them.'),
  etag: headerValue.exactOptional().describe('ETag of the response, as the server wrote it.'),
  last_modified: headerValue
    .exactOptional()
    .describe('Last-Modified of the response, as the server wrote it.'),
})

/** One document of the lock file. What is not known yet is left out. */
export const source = z.strictObject({
  id: z
    .string()
    .max(MAX_ID_CHARACTERS, 'is too long')
    .regex(SOURCE_ID, 'is not an id like profile/azerbaijan'),
  kind: z.enum(SOURCE_KINDS),
  country_code: z
    .string()
    .regex(COUNTRY_CODE, 'is not a code like AZE')
    .exactOptional()
    .describe('ISO 3166-1 alpha-3, where known.'),
  published: webAddress
    .exactOptional()
    .describe('Where the document was published, where that is not the first of its addresses.'),
  addresses: z.array(webAddress).min(1).describe('Where to fetch it, in order of preference.'),
  captured: z.iso
    .datetime({ precision: 0 })
    .exactOptional()
    .describe('When the web archive took the bytes, UTC.'),
  digest: z
    .string()
    .regex(/^[A-Z2-7]{32}$/, 'is not a SHA-1 in base 32')
    .exactOptional()
    .describe('SHA-1 of the bytes in base 32, as the web archive prints it.'),
  sha256: sha256.exactOptional(),
  bytes: z.int().min(1).exactOptional(),
  media_type: z.enum(MEDIA_TYPES).exactOptional(),
  file: z
    .string()
    .max(MAX_ID_CHARACTERS + '-'.length + 64 + '.pdf'.length, 'is too long')
    .regex(SOURCE_FILE, 'is not a file like profile/azerbaijan.pdf')
    .exactOptional()
    .describe('The fetched file; two documents of the same bytes share one.'),
  fetched: fetched.exactOptional(),
})
export type Source = z.infer<typeof source>

/** The lock file: every document of the dataset, each id once, and no file under two hashes. */
export const sourcesLock = z
  .strictObject({ version: z.literal(1), documents: z.array(source) })
  .superRefine(({ documents }, context) => {
    const seen = new Set<string>()
    const hashes = new Map<string, string>()
    for (const [index, { id, kind, file, sha256: hash }] of documents.entries()) {
      const say = (key: string, message: string): void =>
        context.addIssue({ code: 'custom', path: ['documents', index, key], message })
      if (seen.has(id)) say('id', 'occurs twice')
      if (!id.startsWith(`${SOURCE_FOLDERS[kind]}/`)) say('kind', `is another than that of its id`)
      seen.add(id)
      if (file === undefined || hash === undefined) continue
      if ((hashes.get(file) ?? hash) !== hash)
        say('file', 'belongs to another document, with another SHA-256')
      hashes.set(file, hash)
    }
  })
