import { access, copyFile, link, mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { digestOfFile } from '../io/file-digest.ts'
import { codeOf } from './download/fault-of.ts'

/** SHA-256 of a file in hexadecimal; null where it is not there. */
export const hashOfFile = async (path: string): Promise<string | null> => {
  try {
    return (await digestOfFile(path)).sha256
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error))) return null
    throw error
  }
}

/** File systems that know no hard links. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'])

/** Gives a file a second name, which must be free. */
const linkOrCopy = async (from: string, to: string): Promise<void> => {
  try {
    await link(from, to).catch(async (error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error
      await mkdir(dirname(to), { recursive: true })
      await link(from, to)
    })
  } catch (error) {
    if (!NO_LINKS.has(codeOf(error))) throw error
    const taken = await access(to).then(
      () => true,
      () => false,
    )
    if (taken) throw Object.assign(new Error(`${to} exists`), { code: 'EEXIST' })
    await copyFile(from, `${from}.copy`)
    await rename(`${from}.copy`, to)
  }
}

/**
 * Puts the bytes of a file under a name below a folder, as a whole. A file that is there is never overwritten: the same
 * bytes stand already, other bytes get a name of their own beside it.
 *
 * @param sha256 the hash of the bytes
 * @returns the name that holds the bytes
 */
export const placeFile = async (
  from: string,
  folder: string,
  file: string,
  sha256: string,
): Promise<string> => {
  const names = [sha256.slice(0, 8), sha256].map((hash) => file.replace(/(\.[a-z]+)$/, `-${hash}$1`))
  for (const name of [file, ...names]) {
    const path = join(folder, name)
    try {
      await linkOrCopy(from, path)
      return name
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
      if ((await hashOfFile(path)) === sha256) return name
    }
  }
  throw new Error(`${names.at(-1)} holds another file; move it away`)
}
