import { readdir, realpath } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { nameFirst } from '../io/count-text.ts'
import { CliError, EXIT, errorCode } from '../io/errors.ts'
import { digestFile } from '../io/file-digest.ts'
import { readRegularText } from '../io/regular-file.ts'
import { CHECKSUM_FILE, checksumsInList, ISSUES_FILE } from './checksums.ts'

const MAX_NAMED_FILES = 3
/** Room for the checksums of a hundred thousand files. */
const MAX_CHECKSUM_BYTES = 50_000_000

const ELSEWHERE = 'name another output folder'
const MAKE_WRITABLE = `make the folder that holds it writable, or ${ELSEWHERE}`
const IS_A_FILE = ['it, or part of its path, is a file, not a folder', ELSEWHERE] as const
const IS_MOUNT_POINT = ['it is in use or is a mount point', 'name a folder inside it'] as const

/** What the operating system's error codes mean for an output folder, and what to do about them. */
const EXPLANATIONS: Readonly<Record<string, readonly [reason: string, advice: string]>> = {
  ENOTDIR: IS_A_FILE,
  EEXIST: IS_A_FILE,
  EACCES: ['permission is denied', MAKE_WRITABLE],
  EPERM: ['the operation is not permitted', MAKE_WRITABLE],
  EROFS: ['the file system is read-only', ELSEWHERE],
  ENOSPC: ['the disk is full', `free some space, or ${ELSEWHERE}`],
  EDQUOT: ['the disk quota is used up', `free some space, or ${ELSEWHERE}`],
  EBUSY: IS_MOUNT_POINT,
  EXDEV: IS_MOUNT_POINT,
  ENAMETOOLONG: ['the name is too long', 'name a shorter one'],
}

/** The lowest byte of an error number of SQLite is the kind of error (https://www.sqlite.org/rescode.html). */
const SQLITE_CODES: Readonly<Record<number, string>> = { 8: 'EROFS', 10: 'EIO', 13: 'ENOSPC', 14: 'EACCES' }

const systemErrorCode = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  if ('errcode' in error && typeof error.errcode === 'number') return SQLITE_CODES[error.errcode & 0xff]
  return 'syscall' in error ? errorCode(error) : undefined
}

/** An error of the operating system or of SQLite as one sentence about the output folder; any other unchanged. */
export const explainOutputError = (out: string, error: unknown): unknown => {
  const code = systemErrorCode(error)
  if (code === undefined) return error
  const [reason, advice] = EXPLANATIONS[code] ?? ['the operating system refused', ELSEWHERE]
  const message = `${out} cannot be written: ${reason} (${code}); ${advice}.`
  return new CliError(EXIT.nothing, message, { cause: error })
}

/** What is at the path of the output folder; `issues` are those of a build without documents. */
export type OutputState = 'absent' | 'empty' | 'issues' | 'release'

/** The absolute path of the output folder, links followed, so that a link to a folder stays a link. */
export const resolveOutput = (out: string): Promise<string> =>
  realpath(out).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return resolve(out)
    throw error
  })

/** Every file below a folder, and every folder that holds nothing. */
const listBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const parents = new Set(entries.map(({ parentPath }) => parentPath))
  return entries
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !parents.has(path))
    .map((path) => relative(folder, path))
}

const readChecksums = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const text = await readRegularText(join(folder, CHECKSUM_FILE), MAX_CHECKSUM_BYTES).catch(
    (error: unknown) => {
      if (systemErrorCode(error) !== undefined) throw error
      return '' // not a list of checksums
    },
  )
  return checksumsInList(text)
}

/** Names in a folder that are not in the list of checksums of a release. */
const listForeign = async (folder: string, names: readonly string[]): Promise<readonly string[]> => {
  const listed = names.includes(CHECKSUM_FILE) ? await readChecksums(folder) : new Map<string, string>()
  // other downloads have such a list too, but no issues.json
  if (!listed.has(ISSUES_FILE)) return names
  return (await listBelow(folder)).filter((name) => name !== CHECKSUM_FILE && !listed.has(name))
}

/**
 * Checks whether a release may be put at a path; changes nothing.
 * @throws CliError if it is a file, cannot be read, or holds files that are not of an earlier release
 */
export const checkOutput = async (out: string): Promise<OutputState> => {
  try {
    const names = await readdir(out)
    if (names.length === 0) return 'empty'
    const foreign = await listForeign(out, names)
    if (foreign.length === 0)
      return names.every((name) => name === ISSUES_FILE || name === CHECKSUM_FILE) ? 'issues' : 'release'
    throw new CliError(
      EXIT.usage,
      `${out} holds files that are not of an earlier release (${nameFirst(foreign.toSorted(), MAX_NAMED_FILES)}); move them away or ${ELSEWHERE}.`,
    )
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'absent'
    throw explainOutputError(out, error)
  }
}

/**
 * Refuses to replace a release of which files were changed since it was written.
 * @throws CliError
 */
export const refuseEdited = async (out: string): Promise<void> => {
  if ((await checkOutput(out)) !== 'release') return
  const edited: string[] = []
  for (const [name, sha256] of await readChecksums(out)) {
    const digest = await digestFile(join(out, name)).catch(() => null)
    if (digest !== null && digest.sha256 !== sha256) edited.push(name)
  }
  if (edited.length === 0) return
  throw new CliError(
    EXIT.usage,
    `${out} holds files that were changed since they were written (${nameFirst(edited, MAX_NAMED_FILES)}); move them away, or replace them with --accept (make all ACCEPT=1).`,
  )
}
