import { z } from 'zod'
import { SOURCE_KINDS } from './source-kinds.ts'

/** What became of a document. */
export const FETCH_OUTCOMES = {
  fetched: 'fetched',
  from_archive: 'fetched from the web archive',
  new_edition: 'had changed; the new edition was kept beside the old one',
  unchanged: 'unchanged, as its server says',
  present: 'here already',
  unavailable: 'not available, which is no error',
  failed: 'failed',
} as const
export type FetchOutcome = keyof typeof FETCH_OUTCOMES

/** Why an address did not give a document; `value` is what was met. */
export const FETCH_REASONS = {
  unreachable: (value: string) => `the host cannot be reached (${value})`,
  certificate: (value: string) => `the certificate of the host cannot be trusted (${value})`,
  no_secure_connection: (value: string) => `the host cannot be spoken to securely (${value})`,
  connection_failed: (value: string) => `the connection failed (${value})`,
  too_slow: (value: string) => `the answer took too long (${value})`,
  not_found: (value: string) => `it is not there (status ${value})`,
  refused: (value: string) => `the server refuses it (status ${value})`,
  busy: (value: string) => `the server asks to wait for too long (${value})`,
  server_error: (value: string) => `the server answers with status ${value}`,
  redirects: (value: string) => `it is redirected in circles or too often (${value})`,
  redirect_refused: (value: string) => `it is redirected to where no document is fetched from (${value})`,
  address_refused: (value: string) => `the address is no part of the public internet (${value})`,
  too_large: (value: string) => `it is larger than ${value} bytes`,
  cut_off: (value: string) => `the answer is cut off (${value})`,
  garbled: (value: string) => `the answer cannot be understood (${value})`,
  not_a_document: (value: string) => `the answer is not the document but ${value}`,
  other_bytes: (value: string) => `the answer has other bytes than the lock file says (SHA-256 ${value})`,
} as const satisfies Record<string, (value: string) => string>
export type FetchReasonCode = keyof typeof FETCH_REASONS

const OUTCOMES = Object.keys(FETCH_OUTCOMES) as [FetchOutcome, ...FetchOutcome[]]
const REASONS = Object.keys(FETCH_REASONS) as [FetchReasonCode, ...FetchReasonCode[]]

/** Why one address failed. */
export const fetchReason = z.strictObject({
  code: z.enum(REASONS),
  address: z.string(),
  value: z.string(),
  message: z.string(),
})
export type FetchReason = z.infer<typeof fetchReason>

/** What became of one document of the lock. */
export const fetchedDocument = z.strictObject({
  id: z.string(),
  kind: z.enum(SOURCE_KINDS),
  country_code: z.string().nullable(),
  outcome: z.enum(OUTCOMES),
  address: z
    .string()
    .nullable()
    .describe('The address that gave the bytes, or said that they are unchanged.'),
  file: z.string().nullable().describe('Path below the folder of fetched files.'),
  bytes: z.int().nullable().describe('Size of the file.'),
  sha256: z.string().nullable(),
  attempts: z.int().describe('How often a server was asked for it.'),
  failures: z
    .array(fetchReason)
    .describe('The addresses that did not give it, in the order in which they were tried.'),
  notes: z.array(z.string()).describe('What was odd, in sentences.'),
})
export type FetchedDocument = z.infer<typeof fetchedDocument>

/** What `fetch-report.json` holds. */
export const fetchReport = z.strictObject({
  version: z.literal(1),
  started: z.iso.datetime(),
  seconds: z.number(),
  lock: z.string().describe('The lock file, as it was named.'),
  offline: z.boolean().describe('Whether no host could be reached.'),
  counts: z.record(z.enum(OUTCOMES), z.int()),
  bytes: z.int().describe('Received bytes of the documents that were fetched.'),
  unreachable: z.record(z.string(), z.string()).describe('Hosts that cannot be reached, and why.'),
  unusable: z
    .record(z.string(), z.string())
    .describe('Names below the folder of fetched files that cannot be read, and why.'),
  documents: z.array(fetchedDocument),
})
export type FetchReport = z.infer<typeof fetchReport>

/** Makes a reason from its code, address and offending value. */
export const makeReason = (code: FetchReasonCode, address: string, value: string): FetchReason => ({
  code,
  address,
  value,
  message: FETCH_REASONS[code](value),
})
