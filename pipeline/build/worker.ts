import { LimitExceeded, type LimitName, type Limits } from '../../schemas/index.ts'
import { extract, type OcrMode, type Page } from '../extract/index.ts'
import { readSource, type SourceFile } from '../fetch/index.ts'
import { giveUpCompiledCode } from '../io/compile-cache.ts'
import { layout } from '../layout/index.ts'
import { watchMemory } from './memory-watch.ts'
import { cutNetwork } from './no-network.ts'
import { type DocumentResult, readFile } from './read-document.ts'
import { readToStore, type StoreResult, type StoreTask } from './read-to-store.ts'

// The process in which documents are read, see cell.ts.

/** A document as extraction and layout see it, for debugging. */
export interface ExtractedView {
  readonly derivation: string
  readonly producer: string | null
  readonly pages: readonly Page[]
  /** The lines in reading order, with their place and, in column blocks, their cell. */
  readonly lines: readonly object[]
  readonly furniture: readonly object[]
}

/** What to read: a file, and which of its pages are read by OCR. */
export interface ReadTask {
  readonly file: SourceFile
  readonly ocr: OcrMode
}

/** A view, or the message of the issue that sets the document aside. */
export type ViewResult = ExtractedView | { readonly message: string }

/** What the process is asked for. */
export type Order = { readonly limits: Limits } & (
  | { readonly name: 'read' | 'view'; readonly task: ReadTask }
  | { readonly name: 'store'; readonly task: StoreTask }
)

/** What it gives. */
export interface Result {
  /** To `read`: the rows of the profiles of a file. */
  readonly results?: readonly DocumentResult[]
  /** To `view`. */
  readonly view?: ViewResult
  /** To `store`: what was left in the store. */
  readonly stored?: StoreResult
}

/** Why a document could not be read. */
export interface Failure {
  /** The limit that it exceeded; null for a fault of the reader. */
  readonly limit: LimitName | null
  readonly message: string
}

/** Its answer: what it gives, or why it cannot; and the bytes of memory that it holds now. */
export interface Answer {
  readonly memory: number
  readonly result: Result
  readonly failure?: Failure
}

const withoutWords = <Line extends { readonly words: unknown }>({
  words,
  ...line
}: Line): Omit<Line, 'words'> => line

const view = async ({ file, ocr }: ReadTask, limits: Limits): Promise<ViewResult> => {
  const source = await readSource(file, limits)
  if ('issue' in source) return { message: source.issue.message }
  const extracted = await extract(source.source, ocr, limits)
  if ('issue' in extracted) return { message: extracted.issue.message }
  const { lines, furniture } = layout(extracted.extracted.pages)
  return { ...extracted.extracted, lines: lines.map(withoutWords), furniture: furniture.map(withoutWords) }
}

const resultOf = async ({ name, task, limits }: Order): Promise<Result> => {
  switch (name) {
    case 'read':
      return { results: await readFile(task.file, task.ocr, limits) }
    case 'view':
      return { view: await view(task, limits) }
    case 'store':
      return { stored: await readToStore(task) }
  }
}

const failureOf = (error: unknown): Failure => ({
  limit: error instanceof LimitExceeded ? error.limit : null,
  message: error instanceof Error ? error.message : String(error),
})

const answerTo = async (order: Order): Promise<Answer> => {
  try {
    const result = await resultOf(order)
    return { result, memory: process.memoryUsage.rss() }
  } catch (error) {
    return { result: {}, failure: failureOf(error), memory: process.memoryUsage.rss() }
  }
}

cutNetwork()
giveUpCompiledCode()
watchMemory(Number(process.argv[2]))
// told to a whole group of processes: the one that started this one decides what is still read
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
process.on('disconnect', () => process.exit())
process.on('message', async (order: Order) => {
  process.send?.(await answerTo(order))
})
