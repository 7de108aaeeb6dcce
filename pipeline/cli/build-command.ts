import { relative, resolve } from 'node:path'
import { Command } from 'commander'
import type { BuildResult, OcrMode } from '../build/index.ts'
import { CliError, EXIT, type ExitCode } from '../io/cli-error.ts'
import type { QueuedReader } from '../queue/index.ts'
import {
  cacheOptions,
  homepageOption,
  inputOption,
  jobsOption,
  limitOptions,
  ocrOption,
  queueOption,
  readLimits,
  readSourceDate,
  releasedOption,
  reviewedItemsOptions,
  wholeNumber,
} from './options.ts'
import { showProgress } from './progress.ts'
import type { CommandContext, Terminal } from './terminal.ts'
import { oneLine } from './visible-controls.ts'

interface BuildOptions {
  readonly input: readonly string[]
  readonly out: string
  readonly jobs: number
  readonly strict?: true
  readonly ocr: OcrMode
  readonly corrections?: string
  /** False with `--no-reviewed-items`. */
  readonly reviewedItems: string | false
  readonly explorer: boolean
  readonly withoutSourceText?: true
  readonly csvBom?: true
  /** False with `--no-cache`. */
  readonly cache: string | false
  readonly accept?: true
  readonly homepage?: string
  readonly released?: string
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
    `${out} is or holds the folder you are in, which a release would replace as a whole; name another output folder.`,
  )
}

/** Connects to the queue, if one is named. */
const connectReader = async (
  { queue, inFlight }: BuildOptions,
  say: (sentence: string) => void,
): Promise<QueuedReader | undefined> => {
  if (queue === undefined) return undefined
  const { connectQueue, parseQueueAddress } = await import('../queue/index.ts')
  return connectQueue(parseQueueAddress(queue), inFlight, say)
}

const runBuild = async (options: BuildOptions, terminal: Terminal): Promise<BuildResult> => {
  const { build } = await import('../build/index.ts')
  const created = options.released ?? readSourceDate(process.env)
  const say = (sentence: string): void => terminal.err(`${oneLine(sentence)}\n`)
  const reader = await connectReader(options, say)
  try {
    return await build(
      {
        inputs: options.input,
        out: options.out,
        jobs: options.jobs,
        corrections: options.corrections,
        reviewedItems: options.reviewedItems === false ? undefined : options.reviewedItems,
        ocr: options.ocr,
        explorer: options.explorer,
        withoutSourceText: options.withoutSourceText ?? false,
        csvBom: options.csvBom ?? false,
        cache: options.cache === false ? undefined : options.cache,
        accept: options.accept ?? false,
        created,
        homepage: options.homepage,
        limits: await readLimits(options),
        reader,
        say,
      },
      showProgress(terminal),
    )
  } finally {
    await reader?.close()
  }
}

const chooseExitCode = ({ rejected, setAside, summary }: BuildResult, strict: boolean): ExitCode => {
  const hasErrors = setAside.some(({ severity }) => severity === 'error')
  return rejected !== null || hasErrors || (strict && summary.brokenRules > 0) ? EXIT.incomplete : EXIT.good
}

/** Builds a release and says what became of it. */
export const buildCommand = ({ terminal, end }: CommandContext): Command => {
  const command = new Command('build')
    .description('read profiles (PDF or text) and write the tables, and a website to browse them')
    .addOption(inputOption().makeOptionMandatory())
    .requiredOption('-o, --out <folder>', 'where to write the release; replaced as a whole')
    .addOption(jobsOption())
    .option('--corrections <file>', 'manual corrections (CSV), see docs/corrections.md')
    .addOption(ocrOption())
    .option('--no-explorer', 'do not make the website')
    .option('--without-source-text', 'leave out the notes and other wording of the ITU, for publishing')
    .option('--csv-bom', 'begin CSV files with a byte order mark, so that Excel shows their accents')
    .option('--accept', 'replace the previous release, whatever the comparison with it finds')
    .option('--strict', 'exit with 1 if a rule is broken, even if no document was rejected')
    .addOption(homepageOption())
    .addOption(releasedOption())
    .addOption(queueOption('read by the workers on a queue, see docs/scale.md'))
    .option('--in-flight <number>', 'documents on the queue at a time', wholeNumber(1), DEFAULT_IN_FLIGHT)
  for (const option of [...reviewedItemsOptions(), ...cacheOptions(), ...limitOptions()])
    command.addOption(option)
  return command.action(async (options: BuildOptions) => {
    refuseWorkingFolder(options.out)
    const { buildReport, countReasons } = await import('./build-report.ts')
    const result = await runBuild(options, terminal)
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
    end(chooseExitCode(result, options.strict ?? false))
  })
}
