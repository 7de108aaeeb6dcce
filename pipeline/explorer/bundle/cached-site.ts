import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleSite } from './bundle-site.ts'
import type { SiteFile } from './site-file.ts'

const project = fileURLToPath(new URL('../../..', import.meta.url))

/** What the site is made of; the lock file stands for the packages. */
const SOURCES = ['pipeline/explorer', 'pipeline/publish/formula-guard.ts', 'schemas', 'package-lock.json']

/** Where bundled sites are kept. */
const CACHE = join(project, '.cache/explorer')

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

const readSite = async (folder: string): Promise<readonly SiteFile[] | null> => {
  const paths = (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  if (paths.length === 0) return null
  return Promise.all(
    paths.map(async (path) => ({
      name: relative(folder, path).replaceAll('\\', '/'),
      content: await readFile(path),
    })),
  )
}

/** Puts a site into the cache as a whole; what was kept of former sources goes. */
const keepSite = async (folder: string, site: readonly SiteFile[]): Promise<void> => {
  await mkdir(CACHE, { recursive: true })
  const partial = await mkdtemp(join(CACHE, 'partial-'))
  for (const { name, content } of site) {
    await mkdir(dirname(join(partial, name)), { recursive: true })
    await writeFile(join(partial, name), content)
  }
  const former = (await readdir(CACHE)).filter((name) => !name.startsWith('partial-'))
  for (const name of former) await rm(join(CACHE, name), { recursive: true, force: true })
  await rename(partial, folder).catch(() => rm(partial, { recursive: true, force: true }))
}

/** The site as {@link bundleSite} makes it; from the cache where its sources are those of the last time. */
export const cachedSite = async (): Promise<readonly SiteFile[]> => {
  const folder = join(CACHE, await hashOfSources())
  const kept = await readSite(folder)
  if (kept) return kept
  const site = await bundleSite()
  // a build goes on where nothing can be kept
  await keepSite(folder, site).catch(() => undefined)
  return site
}
