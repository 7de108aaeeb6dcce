import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import { z } from 'zod'
import { bundleSite } from './bundle-site.ts'
import type { SiteFile } from './site-file.ts'

const project = fileURLToPath(new URL('../../..', import.meta.url))

/** What the site is made of; the lock file stands for the packages. */
const SOURCES = ['pipeline/explorer', 'pipeline/publish/formula-guard.ts', 'schemas', 'package-lock.json']

/** Where bundled sites are kept, each as one file, so that it is read whole or not at all. */
const CACHE = join(project, '.cache/explorer')

const keptSite = z.array(
  z.strictObject({ name: z.string(), content: z.union([z.string(), z.instanceof(Uint8Array)]) }),
)

const filesBelow = async (path: string): Promise<string[]> => {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null)
  if (entries === null) return [path]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

const hashOfSources = async (): Promise<string> => {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const path of await filesBelow(join(project, source))) {
      const content = await readFile(path)
      hash.update(`${relative(project, path)}\0${content.length}\0`).update(content)
    }
  }
  return hash.digest('hex')
}

const byName = (left: SiteFile, right: SiteFile): number =>
  left.name < right.name ? -1 : left.name > right.name ? 1 : 0

/** The site of that name in a cache; null where none can be read. */
const readKept = async (cache: string, name: string): Promise<readonly SiteFile[] | null> => {
  try {
    return keptSite.parse(deserialize(await readFile(join(cache, name))))
  } catch {
    return null
  }
}

/** Puts a site into the cache as a whole; what was kept of former sources goes. */
const keep = async (cache: string, name: string, site: readonly SiteFile[]): Promise<void> => {
  await mkdir(cache, { recursive: true })
  const partial = join(cache, `partial-${randomUUID()}`)
  await writeFile(partial, serialize(site))
  await rename(partial, join(cache, name))
  const former = (await readdir(cache)).filter((other) => other !== name && !other.startsWith('partial-'))
  for (const other of former) await rm(join(cache, other), { recursive: true, force: true })
}

/**
 * The site as {@link bundleSite} makes it, sorted by name; from the cache where its sources are those of the last time.
 * Any number of processes may ask at once.
 */
export const cachedSite = async (
  cache: string = CACHE,
  make: () => Promise<readonly SiteFile[]> = bundleSite,
): Promise<readonly SiteFile[]> => {
  const name = await hashOfSources()
  const kept = await readKept(cache, name)
  if (kept) return kept
  const site = (await make()).toSorted(byName)
  // a build goes on where nothing can be kept
  await keep(cache, name, site).catch(() => undefined)
  return site
}
