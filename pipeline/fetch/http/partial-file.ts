import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'

const resumeNote = z.strictObject({
  /** The address that was asked. */
  asked: z.string(),
  /** The strong ETag of the bytes. */
  etag: z.string(),
  /** Size of the whole document. */
  total: z.int(),
})

/** A file that is being received, with a note beside it (`.json`) by which another attempt or run can resume. */
export const openPartialFile = (path: string) => {
  const notePath = `${path}.json`
  /** The note goes first: it must never describe other bytes. */
  const remove = async (): Promise<void> => {
    for (const file of [notePath, path]) await rm(file, { force: true, recursive: true })
  }
  return {
    path,
    remove,
    /** Where to resume the download, and what is known of its document; null if there is nothing to resume. */
    resumePoint: async () => {
      try {
        const note = resumeNote.parse(JSON.parse(await readFile(notePath, 'utf8')))
        const { size } = await stat(path)
        return size > 0 && size < note.total ? { ...note, offset: size } : null
      } catch {
        return null // missing or unusable: the document is received from its beginning
      }
    },
    /** Prepares for bytes from the beginning. Without a note they cannot be resumed. */
    begin: async (note: z.infer<typeof resumeNote> | null): Promise<void> => {
      await remove()
      await mkdir(dirname(path), { recursive: true })
      if (note !== null) await writeFile(notePath, JSON.stringify(note))
    },
  }
}

export type PartialFile = ReturnType<typeof openPartialFile>
export type ResumePoint = Awaited<ReturnType<PartialFile['resumePoint']>>
