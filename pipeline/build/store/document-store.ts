import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeDigest } from './code-digest.ts'
import { readEntry, writeEntry } from './entry-file.ts'

/** What turns the bytes of a document into pages. */
const PAGE_CODE = ['pipeline/extract', 'pipeline/fetch', 'schemas']

/** What turns the pages into rows, beside that. */
export const ROW_CODE = [
  ...PAGE_CODE,
  'pipeline/layout',
  'pipeline/parse',
  'pipeline/normalize',
  'pipeline/build/validate',
  'pipeline/build',
  'pipeline/build/store',
]

/** What turns the rows into a release, beside that. */
const RELEASE_CODE = ['pipeline', 'schemas']

const DAY_IN_MILLISECONDS = 86_400_000

/** What other code kept is removed once nobody used it for so long. */
const KEPT_FOR = 30 * DAY_IN_MILLISECONDS

/** Where what was read is kept from build to build: plain data, so that other processes can be told of it. */
export interface DocumentStore {
  /** The folder for pages, which only a change of the extracting code makes worthless. */
  readonly pages: string
  /** The folder for rows, which any change of the reading code makes worthless. */
  readonly rows: string
  /** The folder for what is known of releases, which any change of the code makes worthless. */
  readonly releases: string
}

/** One of the kinds of things that are kept. */
export type StoreKind = keyof DocumentStore

const KINDS = ['pages', 'rows', 'releases'] as const satisfies readonly StoreKind[]

const digestFolder = (folder: string, kind: StoreKind, code: readonly string[]): string =>
  join(folder, kind, codeDigest(code).slice(0, 16))

/** The store in a folder, for the code as it is now; nothing is written yet. */
const storeIn = (folder: string): DocumentStore => ({
  pages: digestFolder(folder, 'pages', PAGE_CODE),
  rows: digestFolder(folder, 'rows', ROW_CODE),
  releases: digestFolder(folder, 'releases', RELEASE_CODE),
})

/** The path of what is kept under a key, whose parts are all that it hangs on beside the code. */
export const storePath = (store: DocumentStore, kind: StoreKind, parts: readonly unknown[]): string => {
  const key = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return join(store[kind], key.slice(0, 2), key.slice(2))
}

/** The name of what shows, in each folder of a store, that it can be written to. */
const USED = 'used'

/** Whether anything is kept of releases. */
export const knowsReleases = async ({ releases }: DocumentStore): Promise<boolean> =>
  (await readdir(releases).catch(() => [])).some((name) => name !== USED)

const removeUnused = async (folder: string, kept: DocumentStore): Promise<void> => {
  for (const kind of KINDS) {
    for (const name of await readdir(join(folder, kind)).catch(() => [])) {
      const path = join(folder, kind, name)
      if (path === kept[kind]) continue
      const age = Date.now() - (await stat(path)).mtimeMs
      if (age > KEPT_FOR) await rm(path, { recursive: true, force: true })
    }
  }
}

/** A store, and what to do once the build is over. */
export interface OpenStore {
  readonly store: DocumentStore
  readonly close: () => Promise<void>
}

const temporaryStore = async (): Promise<OpenStore> => {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-'))
  return { store: storeIn(folder), close: () => rm(folder, { recursive: true, force: true }) }
}

/** Whether a store can be written to; shown by writing. */
const isWritable = (store: DocumentStore): boolean => {
  try {
    for (const kind of KINDS) {
      const path = join(store[kind], USED)
      writeEntry(path, '')
      if (readEntry(path) !== '') return false
    }
    return true
  } catch {
    return false
  }
}

/**
 * Opens the store in a folder that may be deleted at any time; where there is none, or it cannot be written to, one
 * that lasts as long as the build.
 */
export const openStore = async (folder: string | null): Promise<OpenStore> => {
  if (folder === null) return temporaryStore()
  const store = storeIn(folder)
  if (!isWritable(store)) return temporaryStore()
  const now = new Date()
  return {
    store,
    close: async () => {
      for (const kind of KINDS) await utimes(store[kind], now, now).catch(() => {})
      await removeUnused(folder, store).catch(() => {}) // the next build tries again
    },
  }
}
