import { parentPort } from 'node:worker_threads'
import { keepCompiledCode } from '../../io/compile-cache.ts'
import type { PublishedFile } from '../staged-file.ts'
import type { ThreadFailure } from '../thread-failure.ts'
import type { WorkbookParts } from './pack-workbook.ts'

// A thread that packs one workbook, see threaded-pack.ts.

/** What the thread is told, in the end. */
export interface PackOrder {
  /** Where the workbook is written, and what it is called. */
  readonly path: string
  readonly name: string
  readonly parts: WorkbookParts
}

/** What it is told before: that the file of a sheet holds so many bytes. */
export interface SheetGrowth {
  readonly spooled: string
  readonly bytes: number
}

/** What it answers: the file, or what it threw. */
export type PackAnswer = { readonly file: PublishedFile } | { readonly failure: ThreadFailure }

keepCompiledCode()
// imported only now, so that they are kept, too
const { workbookPacker } = await import('./pack-workbook.ts')
const { stagedFile } = await import('../staged-file.ts')
const { failureOf } = await import('../thread-failure.ts')

const packer = workbookPacker()

const packed = ({ path, name, parts }: PackOrder): PublishedFile => {
  const files: PublishedFile[] = []
  const staged = stagedFile(path, name, (written) => files.push(written))
  packer.pack(parts, staged.put)
  staged.close()
  const [file] = files
  if (file === undefined) throw new Error(`${name} was not written`)
  return file
}

const port = parentPort
const answer = (said: PackAnswer): void => {
  port?.postMessage(said)
  port?.close()
}
port?.on('message', (told: PackOrder | SheetGrowth) => {
  try {
    if ('parts' in told) answer({ file: packed(told) })
    else packer.grow(told.spooled, told.bytes)
  } catch (error) {
    answer({ failure: failureOf(error) })
  }
})
