import { readdir, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { checkOutput } from './output-check.ts'
import { systemErrorCode } from './output-error.ts'

/** Where a build makes its release (`partial`), and where it sets the former one aside (`previous`). */
export type WorkingFolder = 'partial' | 'previous'

/** A working folder stands beside the output folder, so that a rename can put it in place, and names its process. */
export const workingFolder = (out: string, kind: WorkingFolder, processId: number): string =>
  join(dirname(out), `.${basename(out)}.${kind}-${processId}`)

const isRunning = (processId: number): boolean => {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return systemErrorCode(error) === 'EPERM'
  }
}

const leftovers = async (out: string, kind: WorkingFolder, ownProcessId: number): Promise<string[]> => {
  const prefix = `.${basename(out)}.${kind}-`
  const names = await readdir(dirname(out)).catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return []
    throw error
  })
  return names.filter((name) => {
    if (!name.startsWith(prefix) || !/^\d+$/.test(name.slice(prefix.length))) return false
    const processId = Number(name.slice(prefix.length))
    return processId === ownProcessId || !isRunning(processId)
  })
}

/**
 * Clears up after builds that were killed: brings a former release back where none stands, and removes the rest.
 * Folders of builds that still run are left alone.
 */
export const clearLeftovers = async (out: string, ownProcessId: number): Promise<void> => {
  const removals = await leftovers(out, 'partial', ownProcessId)
  for (const name of await leftovers(out, 'previous', ownProcessId)) {
    const standing = await checkOutput(out)
    if (standing === 'empty') await rmdir(out)
    if (standing === 'release') removals.push(name)
    else await rename(join(dirname(out), name), out)
  }
  for (const name of removals) await rm(join(dirname(out), name), { recursive: true, force: true })
}
