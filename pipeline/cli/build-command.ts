import { relative, resolve } from 'node:path'
import { build, type OcrMode } from '../build/index.ts'
import { CliError, EXIT, type ExitCode } from '../io/cli-error.ts'
import type { QueuedReader } from '../queue/index.ts'
import { buildReport, countReasons, faults } from './build-report.ts'
import { limitsOf } from './limits-of.ts'
import { showProgress } from './progress.ts'
import { sourceDate } from './source-date.ts'
import type { Terminal } from './terminal.ts'
import { oneLine } from './visible-controls.ts'

/** The options of `cyberwellness build`. */
export interface BuildOptions {
  readonly input: readonly string[]
  readonly out: string
  readonly jobs: number
  readonly strict: boolean
  readonly ocr: OcrMode
  readonly corrections?: string
  /** False where the rules alone are wanted. */
  readonly reviewedItems: string | false
  readonly explorer: boolean
  /** False where nothing is to be kept. */
  readonly cache: string | false
  readonly accept: boolean
  readonly homepage?: string
  readonly withoutSourceText?: boolean
  readonly queue?: string
  readonly inFlight: number
}

/** Connects to the queue, where one is named. */
const connectReader = async (
  { queue, inFlight }: BuildOptions,
  say: (sentence: string) => void,
): Promise<QueuedReader | undefined> => {
  if (queue === undefined) return undefined
  const { connectQueue, parseQueueAddress } = await import('../queue/index.ts')
  return connectQueue(parseQueueAddress(queue), inFlight, say)
}

/** A release replaces its folder as a whole, so the folder of the shell would be gone. */
const refuseWorkingFolder = (out: string): void => {
  if (relative(resolve(out), process.cwd()).startsWith('..')) return
  const message = `${out} is or holds the folder you are in, which a release would replace as a whole; name another output folder.`
  throw new CliError(EXIT.usage, message)
}

/** Builds a release and says what became of it. */
export const runBuild = async (options: BuildOptions, terminal: Terminal): Promise<ExitCode> => {
  refuseWorkingFolder(options.out)
  const say = (sentence: string): void => terminal.err(`${oneLine(sentence)}\n`)
  const reader = await connectReader(options, say)
  const request = {
    inputs: options.input,
    out: options.out,
    jobs: options.jobs,
    corrections: options.corrections,
    reviewedItems: options.reviewedItems === false ? undefined : options.reviewedItems,
    ocr: options.ocr,
    explorer: options.explorer,
    cache: options.cache === false ? undefined : options.cache,
    accept: options.accept,
    created: sourceDate(process.env),
    homepage: options.homepage,
    withoutSourceText: options.withoutSourceText,
    limits: limitsOf(options),
    reader,
    say,
  }
  const result = await build(request, showProgress(terminal)).finally(() => reader?.close())
  const inputs = options.input.join(', ')
  if (result.found === 0) {
    throw new CliError(EXIT.nothing, `Nothing to build: ${inputs} holds no .pdf or .txt file.`)
  }
  if (result.files.length === 0) {
    const [first] = result.setAside
    const example = first ? ` ${first.document}: ${first.message}` : ''
    throw new CliError(
      EXIT.nothing,
      `Nothing could be built: none of the ${result.found} files in ${inputs} is a readable profile (${countReasons(result.setAside)}; see issues.json in ${result.rejected}).${example}`,
    )
  }
  terminal.err(buildReport(result, options.out))
  if (result.rejected !== null) return EXIT.incomplete
  return faults(result.setAside).length > 0 || (options.strict && result.summary.brokenRules > 0)
    ? EXIT.incomplete
    : EXIT.good
}
