import { readdir, realpath, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { digestOfFile } from '../io/file-digest.ts'
import { readRegularText } from '../io/regular-file.ts'
import { CHECKSUM_FILE, checksumsInList, ISSUES_FILE } from './checksums.ts'
import { explainOutputError, OutputRefused, systemErrorCode } from './output-error.ts'

/** Foreign files that an error names; further ones are counted. */
const MAX_NAMED = 3

/** What is at the path of the output folder; `issues` are those of a build without documents. */
export type OutputState = 'absent' | 'empty' | 'issues' | 'release'

/** The absolute path of the output folder, links followed, so that a link to a folder stays a link. */
export const resolveOutput = async (out: string): Promise<string> => {
  try {
    return await realpath(out)
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return resolve(out)
    throw explainOutputError(out, error)
  }
}

/** Every file below a folder, and every folder that holds nothing, by path with `/` between its parts. */
const namesBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const parents = new Set(entries.map((entry) => entry.parentPath))
  return entries
    .map((entry) => ({ path: join(entry.parentPath, entry.name), isFolder: entry.isDirectory() }))
    .filter(({ path, isFolder }) => !(isFolder && parents.has(path)))
    .map(({ path }) => relative(folder, path).replaceAll(sep, '/'))
}

/** Room for the checksums of a hundred thousand files. */
const MAX_CHECKSUM_BYTES = 50_000_000

const readChecksums = async (folder: string): Promise<string> => {
  try {
    return await readRegularText(join(folder, CHECKSUM_FILE), MAX_CHECKSUM_BYTES)
  } catch (error) {
    if (systemErrorCode(error) !== undefined) throw error
    return '' // not a list of checksums
  }
}

/** Names in a folder that are not in the list of checksums of a release. */
const foreignNames = async (folder: string, topNames: readonly string[]): Promise<readonly string[]> => {
  if (!topNames.includes(CHECKSUM_FILE)) return topNames
  const listed = checksumsInList(await readChecksums(folder))
  // other downloads have such a list too, but no issues.json
  if (!listed.has(ISSUES_FILE)) return topNames
  return (await namesBelow(folder)).filter((name) => name !== CHECKSUM_FILE && !listed.has(name))
}

/** The files of a build without documents. */
const ISSUES_ONLY: ReadonlySet<string> = new Set([ISSUES_FILE, CHECKSUM_FILE])

const enumerate = (names: readonly string[]): string => {
  const named = names.slice(0, MAX_NAMED).join(', ')
  return names.length > MAX_NAMED ? `${named} and ${names.length - MAX_NAMED} more` : named
}

/**
 * Checks whether a release may be put at a path; changes nothing.
 * @throws OutputRefused where it is a file, or a folder with files that are not of an earlier release
 * @throws OutputUnwritable where it cannot be read
 */
export const checkOutput = async (out: string): Promise<OutputState> => {
  try {
    if (!(await stat(out)).isDirectory()) {
      throw new OutputRefused(`${out} is a file, not a folder; name another output folder.`)
    }
    const names = await readdir(out)
    if (names.length === 0) return 'empty'
    const foreign = await foreignNames(out, names)
    if (foreign.length === 0)
      return names.length === ISSUES_ONLY.size && names.every((name) => ISSUES_ONLY.has(name))
        ? 'issues'
        : 'release'
    throw new OutputRefused(
      `${out} holds files that are not of an earlier release (${enumerate(foreign.toSorted())}); move them away or name another output folder.`,
    )
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return 'absent'
    throw explainOutputError(out, error)
  }
}

/**
 * Refuses to replace a release of which files were changed since it was written.
 * @throws OutputRefused
 */
export const refuseEdited = async (out: string): Promise<void> => {
  if ((await checkOutput(out)) !== 'release') return
  const edited: string[] = []
  for (const [name, sha256] of checksumsInList(await readChecksums(out))) {
    const digest = await digestOfFile(join(out, name)).catch(() => null)
    if (digest !== null && digest.sha256 !== sha256) edited.push(name)
  }
  if (edited.length === 0) return
  throw new OutputRefused(
    `${out} holds files that were changed since they were written (${enumerate(edited)}); move them away, or replace them with --accept (make all ACCEPT=1).`,
  )
}
