import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('../../.cache/compiled', import.meta.url))

/** Keeps compiled code from run to run, in a folder that may be deleted at any time. */
export const keepCompiledCode = (): void => {
  enableCompileCache(FOLDER)
}
