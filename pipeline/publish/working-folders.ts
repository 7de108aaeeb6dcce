import { randomBytes } from 'node:crypto'
import { access, open, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type FileLock, tryFileLock } from '../io/file-lock.ts'
import { checkOutput } from './output-check.ts'
import { systemErrorCode } from './output-error.ts'

/** Where a build makes its release (`partial`), and where it keeps the previous one during the swap (`previous`). */
export type WorkingFolder = 'partial' | 'previous'

const TOKEN_BYTES = 6
const TOKEN = /^[0-9a-f]{12}$/

const besidePath = (out: string, kind: string, token: string): string =>
  join(dirname(out), `.${basename(out)}.${kind}-${token}`)

/** A working folder lies beside the output folder, so that a rename can put it in place, and is named by its build. */
export const workingFolder = (out: string, kind: WorkingFolder, token: string): string =>
  besidePath(out, kind, token)

/** The file that a build keeps locked while it runs. */
const lockFile = (out: string, token: string): string => besidePath(out, 'build', token)

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** A new token with its file locked; another build may remove the file before it is locked, so this tries again. */
const takeToken = async (out: string): Promise<{ readonly token: string; readonly lock: FileLock }> => {
  for (;;) {
    const token = randomBytes(TOKEN_BYTES).toString('hex')
    const path = lockFile(out, token)
    await (await open(path, 'wx')).close()
    const lock = tryFileLock(path)
    if (lock !== null && (await exists(path))) return { token, lock }
    lock?.release()
  }
}

/** Works with a token that counts as in use until this process ends, however it ends. The parent folder must exist. */
export const asBuild = async <Result>(
  out: string,
  work: (token: string) => Promise<Result>,
): Promise<Result> => {
  const { token, lock } = await takeToken(out)
  try {
    return await work(token)
  } finally {
    // the next build removes what cannot be removed now
    await rm(lockFile(out, token), { force: true }).catch(() => undefined)
    lock.release()
  }
}

const namesBeside = async (out: string): Promise<readonly string[]> => {
  try {
    return await readdir(dirname(out))
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return []
    throw error
  }
}

/** The tokens of all builds that left something beside an output folder, or still work there. */
const tokensBeside = async (out: string): Promise<ReadonlySet<string>> => {
  const prefixes = ['partial', 'previous', 'build'].map((kind) => `.${basename(out)}.${kind}-`)
  const names = await namesBeside(out)
  return new Set(
    names.flatMap((name) => {
      const prefix = prefixes.find((one) => name.startsWith(one))
      const token = prefix === undefined ? '' : name.slice(prefix.length)
      return TOKEN.test(token) ? [token] : []
    }),
  )
}

/** Restores the previous release where there is none now, and removes what else a build left. */
const clearUpAfter = async (out: string, token: string): Promise<void> => {
  const previous = workingFolder(out, 'previous', token)
  if (await exists(previous)) {
    const standing = await checkOutput(out)
    if (standing === 'empty') await rmdir(out)
    if (standing === 'release' || standing === 'issues') await rm(previous, { recursive: true, force: true })
    else await rename(previous, out)
  }
  await rm(workingFolder(out, 'partial', token), { recursive: true, force: true })
  await rm(lockFile(out, token), { force: true })
}

/** Cleans up after killed builds and restores the release they were replacing; running builds are left alone. */
export const clearLeftovers = async (out: string): Promise<void> => {
  for (const token of await tokensBeside(out)) {
    const path = lockFile(out, token)
    const lock = (await exists(path)) ? tryFileLock(path) : { release: () => {} }
    if (lock === null) continue
    try {
      await clearUpAfter(out, token)
    } finally {
      lock.release()
    }
  }
}
