import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access, copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A Chromium that the tests can start. */
export interface FoundBrowser {
  readonly path: string
  /** Variables that it needs beside those of this process. */
  readonly environment: Readonly<Record<string, string>>
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

const project = fileURLToPath(new URL('../..', import.meta.url))
const lockFolder = join(project, '.ci/browser')
const cacheFolder = join(project, '.cache')

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK)
    .then(() => true)
    .catch(() => false)

/** Unpacks a browser into the folder for temporary files, and the libraries that a bare system lacks. */
const UNPACK = `
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium, { inflate } from '@sparticuz/chromium'
await chromium.executablePath()
const packed = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin')
await inflate(join(packed, 'al2023.tar.br'))
`

/** Installs the package of the lock file beside its final place and unpacks it, so that two at once do no harm. */
const installPackage = async (target: string): Promise<void> => {
  await mkdir(cacheFolder, { recursive: true })
  const work = await mkdtemp(join(cacheFolder, 'browser-'))
  try {
    for (const name of ['package.json', 'package-lock.json']) {
      await copyFile(join(lockFolder, name), join(work, name))
    }
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: work })
    await writeFile(join(work, 'unpack.mjs'), UNPACK)
    const unpacked = join(work, 'unpacked')
    await mkdir(unpacked)
    await run(process.execPath, ['unpack.mjs'], { cwd: work, env: { ...process.env, TMPDIR: unpacked } })
    await rename(unpacked, target).catch(async (error: unknown) => {
      if (!(await isExecutable(join(target, 'chromium')))) throw error
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

const packagedBrowser = async (): Promise<FoundBrowser> => {
  const lock = await readFile(join(lockFolder, 'package-lock.json'), 'utf8')
  const [, version = 'unknown'] = /"@sparticuz\/chromium": "([^"]+)"/.exec(lock) ?? []
  const target = join(cacheFolder, `chromium-${version}`)
  const path = join(target, 'chromium')
  if (!(await isExecutable(path))) await installPackage(target)
  return { path, environment: { LD_LIBRARY_PATH: join(target, 'al2023/lib') } }
}

/**
 * Finds a Chromium: that of the variable `CHROMIUM`, one on the PATH, or the one that comes as a package, which is
 * installed when it is first needed (Linux on x86-64 alone).
 */
export const findBrowser = async (): Promise<FoundBrowser> => {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const named = process.env['CHROMIUM']
  const places = named
    ? [named]
    : [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES]
  for (const path of places) {
    if (await isExecutable(path)) return { path, environment: {} }
  }
  if (named) throw new Error(`CHROMIUM names ${named}, which cannot be run.`)
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The explorer is tested in Chromium; install it, or name one by the variable CHROMIUM.')
  }
  return packagedBrowser()
}
