import { relative, resolve } from 'node:path'
import { Command } from 'commander'
import type { BuildRequest } from '../build/index.ts'
import { CliError, EXIT } from '../io/errors.ts'
import { buildReport, countReasons } from './build-report.ts'
import { addOptions, options, readLimits, readSourceDate, wholeNumber } from './options.ts'
import { type CommandContext, sayOn, showProgress, type Terminal } from './terminal.ts'

interface BuildOptions extends Omit<BuildRequest, 'inputs' | 'reader' | 'limits' | 'say'> {
  readonly input: readonly string[]
  readonly strict?: true
  readonly queue?: string
  readonly inFlight: number
}

/** Enough for the workers of a few machines. */
const DEFAULT_IN_FLIGHT = 128

/** A release replaces its folder as a whole, so the folder of the shell would be gone. */
const refuseWorkingFolder = (out: string): void => {
  if (relative(resolve(out), process.cwd()).startsWith('..')) return
  throw new CliError(
    EXIT.usage,
    `${out} is or contains the current folder, and a release replaces the whole folder; name another output folder.`,
  )
}

const runBuild = async ({ input, strict, queue, inFlight, ...given }: BuildOptions, terminal: Terminal) => {
  const { build } = await import('../build/index.ts')
  const released = given.released ?? readSourceDate(process.env)
  const limits = readLimits(given)
  const say = sayOn(terminal)
  const connect = async (url: string) => {
    const { connectQueue, parseQueueAddress } = await import('../queue/index.ts')
    return connectQueue(parseQueueAddress(url), inFlight, say)
  }
  const reader = queue === undefined ? undefined : await connect(queue)
  try {
    return await build({ ...given, inputs: input, released, limits, reader, say }, showProgress(terminal))
  } finally {
    reader?.close()
  }
}

export const buildCommand = ({ terminal, end }: CommandContext): Command =>
  addOptions(
    new Command('build')
      .description('read profiles (PDF or text), write the tables and a website to browse them')
      .addOption(options.input().makeOptionMandatory())
      .requiredOption('-o, --out <folder>', 'folder for the release; its previous content is replaced')
      .addOption(options.jobs())
      .option('--corrections <file>', 'manual corrections (CSV), see docs/corrections.md')
      .addOption(options.ocr())
      .option('--no-explorer', 'do not make the website')
      .option('--without-source-text', 'leave out the notes and other wording of the ITU, for publishing')
      .option('--csv-bom', 'begin CSV files with a byte order mark, so that Excel shows their accents')
      .option('--accept', 'replace the previous release even if the release check fails')
      .option('--strict', 'exit with 1 if a rule is broken, even if no document was rejected')
      .addOption(options.homepage())
      .addOption(options.released())
      .addOption(options.queue('read by the workers on a queue, see docs/scale.md'))
      .option('--in-flight <number>', 'documents on the queue at a time', wholeNumber(1), DEFAULT_IN_FLIGHT),
    [...options.reviewedItems(), ...options.cache(), ...options.limits()],
  ).action(async (given: BuildOptions) => {
    refuseWorkingFolder(given.out)
    const result = await runBuild(given, terminal)
    const { found, files, setAside, rejected } = result
    const inputs = given.input.join(', ')
    if (found === 0) {
      throw new CliError(EXIT.nothing, `Nothing to build: ${inputs} holds no .pdf or .txt file.`)
    }
    if (files.length === 0) {
      const [first] = setAside
      const example = first ? ` ${first.document}: ${first.message}` : ''
      throw new CliError(
        EXIT.nothing,
        `Nothing could be built: none of the ${found} files in ${inputs} is a readable profile (${countReasons(setAside)}; see issues.json in ${rejected}).${example}`,
      )
    }
    terminal.err(buildReport(result, given.out))
    const hasErrors = setAside.some(({ severity }) => severity === 'error')
    const breaksRules = given.strict === true && result.summary.brokenRules > 0
    if (rejected !== null || hasErrors || breaksRules) end(EXIT.incomplete)
  })

type WorkerOptions = Pick<BuildRequest, 'jobs' | 'cache'> & { readonly queue: string }

export const workerCommand = ({ terminal }: CommandContext): Command =>
  addOptions(
    new Command('worker').description(
      'read documents from a queue for builds on other machines, until SIGTERM',
    ),
    [
      options.queue('the queue').makeOptionMandatory(),
      options.jobs(),
      ...options.cache(),
      ...options.limits(['time', 'memory']),
    ],
  ).action(async ({ queue, jobs, cache, ...given }: WorkerOptions) => {
    const { parseQueueAddress, runWorker } = await import('../queue/index.ts')
    const stop = new AbortController()
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
    const say = sayOn(terminal)
    const request = { jobs, limits: readLimits(given), cache: cache || undefined, stop: stop.signal, say }
    say(`Ended after ${await runWorker(parseQueueAddress(queue), request)} documents.`)
  })
