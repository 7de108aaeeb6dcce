import { enableCompileCache, flushCompileCache, getCompileCacheDir } from 'node:module'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('../../.cache/compiled', import.meta.url))

/**
 * Keeps compiled code from run to run, in a folder that may be deleted at any time: the command line starts three
 * times as fast. Where the folder cannot be written to, code is compiled anew.
 */
export const keepCompiledCode = (): void => {
  enableCompileCache(FOLDER)
}

/** What a process with few permissions is started with. */
export interface StartOptions {
  readonly flags: readonly string[]
  readonly environment: NodeJS.ProcessEnv
}

/** Whether a process can give up a permission; the first version that was tried. */
const canGiveUp = (): boolean => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 26 || (major === 24 && minor >= 21)
}

/**
 * What gives a process with few permissions the code that is kept, where this one keeps it: Node.js reads such code only
 * where it may also write it, so that the process has to call {@link giveUpCompiledCode} once it has loaded its own.
 */
export const startWithCompiledCode = (): StartOptions =>
  getCompileCacheDir() === undefined || !canGiveUp()
    ? { flags: [], environment: process.env }
    : {
        flags: [`--allow-fs-write=${FOLDER}/*`],
        environment: { ...process.env, NODE_COMPILE_CACHE: FOLDER },
      }

/** Keeps the code that was loaded up to now, and takes from this thread the permission to keep more. */
export const giveUpCompiledCode = (): void => {
  flushCompileCache()
  // the types of Node.js do not know it yet
  const permission: object | undefined = process.permission
  if (permission && 'drop' in permission && typeof permission.drop === 'function') {
    permission.drop('fs.write', `${FOLDER}/*`)
  }
}
