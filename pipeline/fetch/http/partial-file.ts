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
/** What is known of a document that is being received. */
export type ResumeNote = z.infer<typeof resumeNote>

/** Where a download can be resumed. */
export interface ResumePoint extends ResumeNote {
  readonly offset: number
}

/** A file that is being received, with a note beside it (`.json`) by which another attempt or run can resume. */
export class PartialFile {
  readonly path: string
  readonly #notePath: string

  constructor(path: string) {
    this.path = path
    this.#notePath = `${path}.json`
  }

  /** Where to resume the download; null if there is nothing to resume. */
  async resumePoint(): Promise<ResumePoint | null> {
    try {
      const note = resumeNote.parse(JSON.parse(await readFile(this.#notePath, 'utf8')))
      const { size } = await stat(this.path)
      return size > 0 && size < note.total ? { ...note, offset: size } : null
    } catch {
      return null // missing or unusable: the document is received from its beginning
    }
  }

  /** Prepares for bytes from the beginning. Without a note they cannot be resumed. */
  async begin(note: ResumeNote | null): Promise<void> {
    await this.remove()
    await mkdir(dirname(this.path), { recursive: true })
    if (note !== null) await writeFile(this.#notePath, JSON.stringify(note))
  }

  /** The note goes first: it must never describe other bytes. */
  async remove(): Promise<void> {
    for (const file of [this.#notePath, this.path]) await rm(file, { force: true })
  }

  async removeUnlessResumable(): Promise<void> {
    if ((await this.resumePoint()) === null) await this.remove()
  }
}
