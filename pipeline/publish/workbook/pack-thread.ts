import { parentPort } from 'node:worker_threads'
import { keepCompiledCode } from '../../compile-cache.ts'
import type { PublishedFile } from '../staging-folder.ts'
import type { ThreadFailure } from '../thread-failure.ts'
import type { WorkbookParts } from './pack-workbook.ts'

// A thread that packs one workbook, see threaded-pack.ts.

/** What the thread is told. */
export interface PackOrder {
  /** Where the workbook is written, and what it is called. */
  readonly path: string
  readonly name: string
  readonly parts: WorkbookParts
}

/** What it answers: the file, or what it threw. */
export type PackAnswer = { readonly file: PublishedFile } | { readonly failure: ThreadFailure }

keepCompiledCode()
// imported only now, so that they are kept, too
const { packWorkbook } = await import('./pack-workbook.ts')
const { stagedFile } = await import('../staging-folder.ts')
const { failureOf } = await import('../thread-failure.ts')

const answerTo = ({ path, name, parts }: PackOrder): PackAnswer => {
  try {
    const files: PublishedFile[] = []
    const staged = stagedFile(path, name, (written) => files.push(written))
    packWorkbook(parts, staged.put)
    staged.close()
    const [file] = files
    return file ? { file } : { failure: { message: `${name} was not written` } }
  } catch (error) {
    return { failure: failureOf(error) }
  }
}

parentPort?.once('message', (order: PackOrder) => parentPort?.postMessage(answerTo(order)))
