import { type FileHandle, mkdir, open, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { type MediaType, sha256 } from '../../../schemas/index.ts'
import { codeOf } from './fault-of.ts'

/** What a server said of a document, apart from its bytes. */
const said = z.strictObject({
  /** The address that answered, after all redirections. */
  address: z.string(),
  etag: z.string().exactOptional(),
  lastModified: z.string().exactOptional(),
  /** Media type without parameters, in lower case. */
  mediaType: z.string().exactOptional(),
})
export type Said = z.infer<typeof said>

const state = z.strictObject({
  /** The address that was asked. */
  asked: z.string(),
  said,
  /** The strong ETag of the bytes, without which they cannot be gone on with. */
  goesOnBy: z.string().nullable(),
  /** Size of the whole document, where the server declared it. */
  total: z.int().nullable(),
  /** SHA-256 of the whole document, where it was received though its size was not declared. */
  whole: sha256.nullable(),
})
/** What is known of the bytes of a partial file. */
export type PartialState = z.infer<typeof state>

/** A document that was received whole, and what its server said of it. */
export interface Received {
  readonly said: Said
  readonly sha256: string
  /** SHA-1 in base 32. */
  readonly digest: string
  readonly bytes: number
  readonly mediaType: MediaType
}

/** A file that is being received, with a note beside it that tells the next run how to go on. */
export interface PartialFile {
  readonly path: string
  /** What is there: how many bytes and what of; null where nothing can be gone on with. */
  readonly read: (asked: string) => Promise<{ readonly size: number; readonly state: PartialState } | null>
  /** Opens it empty, as a file that no other name is a link to. */
  readonly begin: () => Promise<FileHandle>
  readonly note: (state: PartialState) => Promise<void>
  readonly remove: () => Promise<void>
  /** Removes it unless another run can go on with it. */
  readonly tidy: () => Promise<void>
}

const unless = (code: string) => (error: unknown) => {
  if (codeOf(error) !== code) throw error
}

/** The partial file at a path; the note has the same name with `.json` behind it. */
export const partialFile = (path: string): PartialFile => {
  const notePath = `${path}.json`
  const noted = async (): Promise<{ size: number; state: PartialState } | null> => {
    try {
      const note = state.safeParse(JSON.parse(await readFile(notePath, 'utf8')))
      return note.success ? { size: (await stat(path)).size, state: note.data } : null
    } catch {
      return null // nothing there, or nothing that can be used: the document is received from its beginning
    }
  }
  const remove = async (): Promise<void> => {
    for (const file of [notePath, path]) await unlink(file).catch(unless('ENOENT'))
  }
  return {
    path,
    read: async (asked) => {
      const left = await noted()
      return left?.state.asked === asked ? left : null
    },
    begin: async () => {
      try {
        return await open(path, 'wx+')
      } catch (error) {
        // The note goes first: it must never stand beside bytes that it does not speak of.
        if (codeOf(error) === 'EEXIST') await remove()
        else if (codeOf(error) === 'ENOENT') await mkdir(dirname(path), { recursive: true })
        else throw error
        return open(path, 'wx+')
      }
    },
    note: async (next) => {
      await writeFile(`${notePath}.next`, JSON.stringify(next))
      await rename(`${notePath}.next`, notePath)
    },
    remove,
    tidy: async () => {
      const left = await noted()
      if (left === null || (left.state.goesOnBy === null && left.state.whole === null)) await remove()
    },
  }
}
