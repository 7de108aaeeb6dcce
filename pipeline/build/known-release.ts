import type { Issue } from '../../schemas/index.ts'
import type { PublishedFile } from '../publish/index.ts'
import type { BuildSummary } from './build-summary.ts'
import { type DocumentStore, readEntry, storePath, writeEntry } from './store/index.ts'

/** All that the bytes of a release hang on beside the code. */
export interface ReleaseKey {
  /** A digest of each file, in the order of their names. */
  readonly sources: readonly string[]
  /** Options and corrections, as plain data. */
  readonly settings: unknown
}

/** What is kept of a release that took its place. */
export interface KnownRelease {
  readonly summary: BuildSummary
  readonly setAside: readonly Issue[]
  readonly files: readonly PublishedFile[]
}

const pathOf = (store: DocumentStore, { sources, settings }: ReleaseKey): string =>
  storePath(store, 'releases', [settings, sources])

/** Keeps what was made of these sources. */
export const keepRelease = (store: DocumentStore, key: ReleaseKey, release: KnownRelease): void => {
  const { summary, setAside, files } = release
  const statuses = [...summary.statuses]
  writeEntry(pathOf(store, key), JSON.stringify({ summary: { ...summary, statuses }, setAside, files }))
}

/** What was made of these sources by this very code, where that is kept. */
export const knownRelease = (store: DocumentStore, key: ReleaseKey): KnownRelease | null => {
  const text = readEntry(pathOf(store, key))
  if (text === null) return null
  const { summary, setAside, files } = JSON.parse(text)
  return { summary: { ...summary, statuses: new Map(summary.statuses) }, setAside, files }
}
