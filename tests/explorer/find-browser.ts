import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** A Chromium that the tests can start, and variables that it needs beside those of this process. */
type FoundBrowser = Readonly<{ path: string; environment: Readonly<Record<string, string>> }>

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

const findInProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

const isExecutable = async (path: string): Promise<boolean> =>
  (await access(path, constants.X_OK).catch((error: Error) => error)) === undefined

const packagedBrowser = async (): Promise<FoundBrowser> => {
  const lock = await readFile(findInProject('.ci/browser/package-lock.json'), 'utf8')
  const [, version = 'unknown'] = /"@sparticuz\/chromium": "([^"]+)"/.exec(lock) ?? []
  const folder = findInProject(`.cache/chromium-${version}`)
  const path = join(folder, 'chromium')
  if (!(await isExecutable(path))) await promisify(execFile)(findInProject('.ci/install-browser'), [folder])
  return { path, environment: { LD_LIBRARY_PATH: join(folder, 'al2023/lib') } }
}

/**
 * Finds a Chromium: that of the variable `CHROMIUM`, one on the PATH, or the one that comes as a package, which is
 * installed when it is first needed (Linux on x86-64 alone).
 */
export const findBrowser = async (): Promise<FoundBrowser> => {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const named = process.env['CHROMIUM']
  const usual = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES]
  for (const path of named ? [named] : usual) {
    if (await isExecutable(path)) return { path, environment: {} }
  }
  if (named) throw new Error(`CHROMIUM names ${named}, which cannot be run.`)
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The explorer is tested in Chromium; install it, or name one by the variable CHROMIUM.')
  }
  return packagedBrowser()
}
