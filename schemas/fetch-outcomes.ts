import type { SourceKind } from './source-kinds.ts'

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

/** Why an address did not return a document; `value` is what the server sent or did. */
const FETCH_REASONS = {
  unreachable: (value: string) => `the host cannot be reached (${value})`,
  untrusted: (value: string) => `no secure connection to the host can be made (${value})`,
  too_slow: (value: string) => `the response took too long (${value})`,
  not_found: (value: string) => `it is not there (status ${value})`,
  refused: (value: string) => `the server refuses it (status ${value})`,
  busy: (value: string) => `the server is busy (status ${value})`,
  server_error: (value: string) => `the server has an error (status ${value})`,
  redirects: (value: string) => `it is redirected in circles or too often (${value})`,
  redirect_refused: (value: string) => `it is redirected to where no document is fetched from (${value})`,
  address_refused: (value: string) => `the address is not on the public internet (${value})`,
  too_large: (value: string) => `it is larger than ${value} bytes`,
  cut_off: (value: string) => `the response is cut off or malformed (${value})`,
  not_a_document: (value: string) => `the response is not the document but ${value}`,
  other_bytes: (value: string) => `the response has other bytes than the lock file says (SHA-256 ${value})`,
} as const satisfies Record<string, (value: string) => string>
export type FetchReasonCode = keyof typeof FETCH_REASONS

export const makeReason = (code: FetchReasonCode, address: string, value: string) => ({
  code,
  address,
  value,
  message: FETCH_REASONS[code](value),
})

export type FetchReason = Readonly<ReturnType<typeof makeReason>>

/** What became of one document of the lock file. */
export interface FetchedDocument {
  readonly id: string
  readonly kind: SourceKind
  readonly country_code: string | null
  readonly outcome: FetchOutcome
  /** The address that gave the bytes, or said that they are unchanged. */
  readonly address: string | null
  /** Path below the folder of fetched files. */
  readonly file: string | null
  readonly bytes: number | null
  readonly sha256: string | null
  /** The addresses that did not give it, in the order in which they were tried. */
  readonly failures: readonly FetchReason[]
  readonly notes: readonly string[]
}

/** What `fetch-report.json` holds. */
export interface FetchReport {
  readonly version: 1
  readonly started: string
  readonly seconds: number
  readonly lock: string
  /** Whether no host could be reached. */
  readonly offline: boolean
  readonly counts: Readonly<Record<FetchOutcome, number>>
  /** Received bytes of the documents that were fetched. */
  readonly bytes: number
  /** Hosts that cannot be reached, and why. */
  readonly unreachable: Readonly<Record<string, string>>
  /** Names below the folder of fetched files that cannot be read, and why. */
  readonly unusable: Readonly<Record<string, string>>
  readonly documents: readonly FetchedDocument[]
}
