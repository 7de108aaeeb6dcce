import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** A path at which two folders differ. */
export type FolderDifference =
  | { readonly name: string; readonly only: 'first' | 'second' }
  /** `at` is the place of the first byte that is another, counted from 0. */
  | { readonly name: string; readonly at: number }

/** How two folders compare, file by file. */
export interface FolderComparison {
  /** Number of files that both have. */
  readonly files: number
  /** Size of those of the first, in bytes. */
  readonly bytes: number
  readonly differences: readonly FolderDifference[]
}

/** Every file below a folder by its path, and whatever else is no folder. */
const namesBelow = async (folder: string): Promise<ReadonlySet<string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return new Set(
    entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/')),
  )
}

/** The bytes of a file in pieces of one size, but for the last. */
async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  const size = 65_536
  let waiting = Buffer.alloc(0)
  for await (const chunk of createReadStream(path)) {
    waiting = Buffer.concat([waiting, chunk])
    while (waiting.length >= size) {
      yield waiting.subarray(0, size)
      waiting = waiting.subarray(size)
    }
  }
  yield waiting
}

const firstDifference = (left: Buffer, right: Buffer): number | null => {
  if (left.equals(right)) return null
  const at = left.findIndex((byte, index) => byte !== right[index])
  return at === -1 ? left.length : at
}

/** Where two files differ first, and the size of the first file as far as it was read. */
const compareFiles = async (
  first: string,
  second: string,
): Promise<{ readonly bytes: number; readonly at: number | null }> => {
  const others = piecesOf(second)
  let bytes = 0
  try {
    for await (const piece of piecesOf(first)) {
      const other = await others.next()
      const at = firstDifference(piece, other.done ? Buffer.alloc(0) : other.value)
      if (at !== null) return { bytes, at: bytes + at }
      bytes += piece.length
    }
    const rest = await others.next()
    return { bytes, at: rest.done || rest.value.length === 0 ? null : bytes }
  } finally {
    await others.return(undefined)
  }
}

/** Compares all bytes of two folders; modes and times of files, and empty folders, are not compared. */
export const compareFolders = async (first: string, second: string): Promise<FolderComparison> => {
  const [inFirst, inSecond] = [await namesBelow(first), await namesBelow(second)]
  const differences: FolderDifference[] = []
  let [files, bytes] = [0, 0]
  for (const name of [...new Set([...inFirst, ...inSecond])].sort()) {
    if (!inSecond.has(name)) differences.push({ name, only: 'first' })
    else if (!inFirst.has(name)) differences.push({ name, only: 'second' })
    else {
      const compared = await compareFiles(join(first, name), join(second, name))
      files++
      bytes += compared.bytes
      if (compared.at !== null) differences.push({ name, at: compared.at })
    }
  }
  return { files, bytes, differences }
}
