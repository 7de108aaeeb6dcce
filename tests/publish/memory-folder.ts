import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReleaseContent } from '../../pipeline/publish/index.ts'
import type { PublishedFile } from '../../pipeline/publish/staged-file.ts'
import type { StagingFolder } from '../../pipeline/publish/staging-folder.ts'
import { writeRelease } from '../../pipeline/publish/write-release.ts'
import type { Dataset } from '../../schemas/index.ts'
import { contentOf } from './sample-dataset.ts'

let placesMade: string | undefined
/** The places of all folders of this process, which go with it. */
const places = (): string => {
  if (placesMade === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'memory-folders-'))
    process.on('exit', () => rmSync(made, { recursive: true, force: true }))
    placesMade = made
  }
  return placesMade
}

/** A folder of a release that is kept in memory. */
export const memoryFolder = (): StagingFolder & { readonly contents: ReadonlyMap<string, Uint8Array> } => {
  const files: PublishedFile[] = []
  const contents = new Map<string, Uint8Array>()
  let disk: string | undefined
  /** A place for what is written by path, until it is adopted or removed. */
  const onDisk = (): string => {
    disk ??= mkdtempSync(join(places(), 'folder-'))
    return disk
  }
  const open: StagingFolder['open'] = (name) => {
    const pieces: Uint8Array[] = []
    return {
      put: (bytes) => pieces.push(bytes.slice()),
      close: () => {
        const bytes = Buffer.concat(pieces)
        contents.set(name, bytes)
        files.push({
          name,
          bytes: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        })
      },
      abandon: () => {},
    }
  }
  return {
    files,
    contents,
    open,
    write: (name, content) => {
      const file = open(name)
      file.put(Buffer.from(content))
      file.close()
    },
    path: (name) => join(onDisk(), name),
    adopt: async (name) => {
      const bytes = await readFile(join(onDisk(), name))
      await rm(join(onDisk(), name))
      const file = open(name)
      file.put(bytes)
      file.close()
    },
    sync: async () => {},
    abandon: () => {},
  }
}

/** The files of a release of a dataset, by name, in the order in which they were written. */
export const releaseFilesOf = async (
  dataset: Dataset,
  told: Pick<ReleaseContent, 'created' | 'homepage'> = {},
): Promise<ReadonlyMap<string, Uint8Array>> => {
  const folder = memoryFolder()
  await writeRelease(folder, { ...contentOf(dataset), ...told })
  return folder.contents
}
