import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'

const note = z.strictObject({
  /** The address that was asked. */
  asked: z.string(),
  /** The strong ETag of the bytes; null where the server gave none, so that they cannot be resumed. */
  resumeEtag: z.string().nullable(),
  /** Size of the whole document, where the server declared it. */
  total: z.int().nullable(),
})
/** What is known of the bytes of a partial file. */
export type PartialNote = z.infer<typeof note>

/** Where a download can be resumed. */
export interface ResumePoint {
  readonly offset: number
  readonly etag: string
  readonly total: number
}

/** A file that is being received, with a note beside it (`.json`) by which another attempt or run can resume. */
export class PartialFile {
  readonly path: string
  readonly #notePath: string

  constructor(path: string) {
    this.path = path
    this.#notePath = `${path}.json`
  }

  /** Where to resume a download from an address; null where there is nothing to resume. */
  async resumePoint(asked?: string): Promise<ResumePoint | null> {
    try {
      const known = note.parse(JSON.parse(await readFile(this.#notePath, 'utf8')))
      const { size } = await stat(this.path)
      const { resumeEtag: etag, total } = known
      if (asked !== undefined && known.asked !== asked) return null
      return etag !== null && total !== null && size > 0 && size < total
        ? { offset: size, etag, total }
        : null
    } catch {
      return null // missing or unusable: the document is received from its beginning
    }
  }

  /** Prepares for bytes from the beginning. Earlier bytes are unlinked, not cut: another name may link to them. */
  async begin(next: PartialNote): Promise<void> {
    await this.remove()
    await mkdir(dirname(this.path), { recursive: true })
    await writeFile(this.#notePath, JSON.stringify(next))
  }

  /** The note goes first: it must never describe other bytes. */
  async remove(): Promise<void> {
    for (const file of [this.#notePath, this.path]) await rm(file, { force: true })
  }

  async removeUnlessResumable(): Promise<void> {
    if ((await this.resumePoint()) === null) await this.remove()
  }
}
