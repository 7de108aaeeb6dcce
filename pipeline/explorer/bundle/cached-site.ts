import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import { z } from 'zod'
import { bundleSite, type SiteFile } from './bundle-site.ts'

const project = fileURLToPath(new URL('../../..', import.meta.url))

/** What the site is made of; the lock file stands for the packages. */
const SOURCES = ['pipeline/explorer', 'pipeline/publish/formula-guard.ts', 'schemas', 'package-lock.json']

/** Where the bundled site is kept, as one file under the hash of its sources. */
const CACHE = join(project, '.cache/explorer')

const cachedFiles = z.array(
  z.strictObject({ name: z.string(), content: z.union([z.string(), z.instanceof(Uint8Array)]) }),
)

const sha256 = (content: Uint8Array): Buffer => createHash('sha256').update(content).digest()

const HASH_BYTES = 32

const listFiles = async (path: string): Promise<string[]> => {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null)
  if (entries === null) return [path]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

const hashSources = async (): Promise<string> => {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const path of await listFiles(join(project, source))) {
      const content = await readFile(path)
      hash.update(`${relative(project, path)}\0${content.length}\0`).update(content)
    }
  }
  return hash.digest('hex')
}

/** The cached site; null if there is none, or if its bytes are not those that were written. */
const readCached = async (path: string): Promise<readonly SiteFile[] | null> => {
  try {
    const content = await readFile(path)
    const files = content.subarray(HASH_BYTES)
    return sha256(files).equals(content.subarray(0, HASH_BYTES))
      ? cachedFiles.parse(deserialize(files))
      : null
  } catch {
    return null
  }
}

/** Writes the site as one file and removes those of earlier sources. */
const writeCached = async (cache: string, name: string, site: readonly SiteFile[]): Promise<void> => {
  await mkdir(cache, { recursive: true })
  const partial = join(cache, `partial-${randomUUID()}`)
  const files = serialize(site)
  await writeFile(partial, Buffer.concat([sha256(files), files]))
  await rename(partial, join(cache, name))
  const earlier = (await readdir(cache)).filter((other) => other !== name && !other.startsWith('partial-'))
  for (const other of earlier) await rm(join(cache, other), { recursive: true, force: true })
}

const byName = (left: SiteFile, right: SiteFile): number =>
  left.name < right.name ? -1 : left.name > right.name ? 1 : 0

/**
 * The site as {@link bundleSite} makes it, sorted by name; from the cache if its sources have not changed. Any number
 * of processes may ask at once.
 */
export const cachedSite = async (
  cache: string = CACHE,
  make: () => Promise<readonly SiteFile[]> = bundleSite,
): Promise<readonly SiteFile[]> => {
  const name = await hashSources()
  const cached = await readCached(join(cache, name))
  if (cached) return cached
  const site = (await make()).toSorted(byName)
  // a build also works without a writable cache
  await writeCached(cache, name, site).catch(() => undefined)
  return site
}
