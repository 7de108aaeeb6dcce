import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { MEDIA_TYPES, sha256 } from '../../../schemas/index.ts'

/** A document that was received whole, and what its server said of it. */
const received = z.strictObject({
  address: z.string(),
  sha256,
  digest: z.string(),
  bytes: z.int(),
  mediaType: z.enum(MEDIA_TYPES),
  etag: z.string().exactOptional(),
  lastModified: z.string().exactOptional(),
  notes: z.array(z.string()),
})
export type Received = z.infer<typeof received>

const state = z.strictObject({
  /** The address that was asked. */
  asked: z.string(),
  /** The strong ETag of the bytes, without which they cannot be gone on with. */
  etag: z.string().nullable(),
  /** Size of the whole document, where the server declared it. */
  total: z.int().nullable(),
  received: received.nullable(),
})
/** What is known of the bytes of a partial file. */
export type PartialState = z.infer<typeof state>

/** A file that is being received, with a note beside it that tells the next run how to go on. */
export interface PartialFile {
  readonly path: string
  /** What is there: how many bytes and what of; null where nothing can be gone on with. */
  readonly read: (asked: string) => Promise<{ readonly size: number; readonly state: PartialState } | null>
  readonly note: (state: PartialState) => Promise<void>
  readonly remove: () => Promise<void>
  /** Removes it unless another run can go on with it. */
  readonly tidy: () => Promise<void>
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
    for (const file of [`${notePath}.next`, notePath, path]) await rm(file, { force: true })
  }
  return {
    path,
    read: async (asked) => {
      const left = await noted()
      return left?.state.asked === asked ? left : null
    },
    note: async (next) => {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(`${notePath}.next`, JSON.stringify(next))
      await rename(`${notePath}.next`, notePath)
    },
    remove,
    tidy: async () => {
      const left = await noted()
      if (left === null || (left.state.etag === null && left.state.received === null)) await remove()
    },
  }
}
