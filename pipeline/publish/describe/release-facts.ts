import type { Collection, ReleaseInfo, Severity, Status } from '../../../schemas/index.ts'

/** What is known of a source document. */
export interface DocumentFacts {
  readonly country: string
  readonly country_code: string
  readonly country_printed: string | null
  /** ISO date of the profile; null where it prints none. */
  readonly source_date: string | null
  readonly source_url: string | null
  /** ISO date on which the bytes were fetched, where they were. */
  readonly retrieved: string | null
}

/** What is known of a written file: its path below the release, its size in bytes and its SHA-256 in hexadecimal. */
export interface FileFacts {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** What is known of a release once its files are written; descriptors are pure functions of it. */
export interface ReleaseFacts {
  readonly info: ReleaseInfo
  readonly collection: Collection
  /** ISO day of publication, where it was given. */
  readonly created?: string | undefined
  /** Whether the rows hold no wording of the profiles. */
  readonly withoutSourceText: boolean
  readonly documents: readonly DocumentFacts[]
  /** Number of rows by table or view. */
  readonly rows: Readonly<Record<string, number>>
  /** Number of indicators by status; those that do not occur may be left out. */
  readonly statuses: Readonly<Partial<Record<Status, number>>>
  /** Number of issues by severity. */
  readonly issues: Readonly<Record<Severity, number>>
  readonly files: readonly FileFacts[]
}
