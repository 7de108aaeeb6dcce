import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Command, InvalidArgumentError, Option } from 'commander'
import { SOURCE_KINDS, type SourceKind } from '../../schemas/source-kinds.ts'
import { VERSION } from '../../schemas/version.ts'
import type { OcrMode } from '../build/index.ts'
import { EXIT, type ExitCode } from '../io/cli-error.ts'
import type { AccuracyOptions } from './accuracy-command.ts'
import type { AddSourcesOptions } from './add-sources-command.ts'
import type { BuildOptions } from './build-command.ts'
import type { CrosscheckOptions } from './crosscheck-command.ts'
import type { DiffOptions } from './diff-command.ts'
import type { DiscoverOptions } from './discover-command.ts'
import type { ExplainOptions } from './explain-command.ts'
import type { ExploreOptions } from './explore-command.ts'
import type { ExtractOptions } from './extract-command.ts'
import type { FetchOptions } from './fetch-command.ts'
import { homepageOption } from './homepage-option.ts'
import { limitOptions } from './limit-options.ts'
import { queueOption } from './queue-options.ts'
import type { ShowOptions } from './show-command.ts'
import type { Terminal } from './terminal.ts'
import type { VerifyOptions } from './verify-command.ts'
import type { WorkerOptions } from './worker-command.ts'

const EXIT_HELP = `
Exit codes:
  0  good
  1  finished, but documents were set aside, rules were broken under --strict, or the release does not replace the
     former one (see --accept); diff, verify, explain: two releases, builds or papers differ
  2  wrong usage
  3  nothing could be built, a release could not be read, or the queue cannot be reached`

/** The folder of the project that may be deleted at any time. */
const REVIEWED_ITEMS = fileURLToPath(new URL('../../raw/reviewed-items.csv', import.meta.url))
const CACHE_FOLDER = fileURLToPath(new URL('../../.cache/documents', import.meta.url))

const positive = (text: string): number => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Give a whole number from 1.')
  return value
}

const port = (text: string): number => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > 65_535) {
    throw new InvalidArgumentError('Give a port from 0 to 65535.')
  }
  return value
}

const OCR_MODES = ['off', 'auto', 'force'] as const satisfies readonly OcrMode[]

const ocrOption = (): Option =>
  new Option('--ocr <mode>', 'read pages by OCR: none, those without a readable text layer, or all')
    .choices(OCR_MODES)
    .default('auto' satisfies OcrMode)

const lockOption = (): Option => new Option('--lock <file>', 'the lock file').default('raw/sources.json')

/** Enough for the workers of a few machines; what the queue holds does not grow beyond. */
const IN_FLIGHT = 128

/** The commands that read documents, and so limit what one may take. */
const READING_COMMANDS: ReadonlySet<string> = new Set(['build', 'extract', 'show', 'accuracy', 'crosscheck'])

/**
 * The command line. Commands are imported when they run, so that help and usage errors load no reader or writer.
 * `ended` receives the exit code of the command that ran.
 */
export const createProgram = (terminal: Terminal, ended: (code: ExitCode) => void): Command => {
  const program = new Command('cyberwellness')
    .description('Reads ITU Cyberwellness Profiles into an open dataset.')
    .version(VERSION)
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride()
    .showHelpAfterError('Run with --help for usage.')
    .addHelpText('after', EXIT_HELP)

  program
    .command('build')
    .description('read profiles (PDF or text) and write the tables, and a site to look at them with')
    .requiredOption('-i, --input <path...>', 'folders to search for .pdf and .txt files, or files')
    .requiredOption('-o, --out <folder>', 'where the release is written; replaced as a whole')
    .option(
      '-j, --jobs <number>',
      'documents read at a time, each in a process of its own',
      positive,
      availableParallelism(),
    )
    .option('--corrections <file>', 'what persons settled: a CSV file, see docs/corrections.md')
    .option(
      '--reviewed-items <file>',
      'items that people read: a CSV file, see docs/corrections.md',
      REVIEWED_ITEMS,
    )
    .option('--no-reviewed-items', 'publish the items that the rules find, and no others')
    .addOption(ocrOption())
    .option('--no-explorer', 'leave out the website of the release')
    .option('--cache <folder>', 'where what was read is kept for the next build', CACHE_FOLDER)
    .option('--no-cache', 'read everything anew, and keep nothing')
    .addOption(homepageOption())
    .option('--without-source-text', 'leave out the notes and other wording of the ITU, for publishing')
    .option('--accept', 'replace the former release, whatever the comparison with it finds', false)
    .option('--strict', 'end with 1 where a rule is broken, even if nothing was set aside', false)
    .addOption(queueOption('read by the workers on a queue, see docs/scale.md'))
    .option('--in-flight <number>', 'documents in the queue at a time', positive, IN_FLIGHT)
    .addHelpText('after', EXIT_HELP)
    .action(async (options: BuildOptions) => {
      const { runBuild } = await import('./build-command.ts')
      ended(await runBuild(options, terminal))
    })

  const worker = program
    .command('worker')
    .description(
      'read documents for builds on other machines, until a signal (SIGTERM) ends it; the queue brings them',
    )
    .addOption(queueOption('the queue').makeOptionMandatory())
    .option('-j, --jobs <number>', 'documents read at a time', positive, availableParallelism())
    .option('--cache <folder>', 'where what was read is kept', CACHE_FOLDER)
    .option('--no-cache', 'read everything anew, and keep nothing')
    .addHelpText('after', EXIT_HELP)
    .action(async (options: WorkerOptions) => {
      const { runWorkerCommand } = await import('./worker-command.ts')
      ended(await runWorkerCommand(options, terminal))
    })
  for (const option of limitOptions(['time', 'memory'])) worker.addOption(option)

  program
    .command('diff')
    .description('compare two releases: columns, documents, statuses, notes, items')
    .argument('<old>', 'the folder of a release')
    .argument('<new>', 'the folder of the release that follows it')
    .option('--json', 'print the whole comparison as JSON instead of Markdown', false)
    .addHelpText('after', EXIT_HELP)
    .action(async (old: string, now: string, options: DiffOptions) => {
      const { runDiff } = await import('./diff-command.ts')
      ended(await runDiff(old, now, options, terminal))
    })

  program
    .command('verify')
    .description('build twice, in two surroundings and two folders, and compare all bytes')
    .requiredOption('-i, --input <path...>', 'folders to search for .pdf and .txt files, or files')
    .option('--corrections <file>', 'as given to build')
    .option('--reviewed-items <file>', 'as given to build', REVIEWED_ITEMS)
    .option('--no-reviewed-items', 'as given to build')
    .option('--no-explorer', 'leave out the website of the release')
    .addHelpText('after', EXIT_HELP)
    .action(async (options: VerifyOptions) => {
      const { runVerify } = await import('./verify-command.ts')
      ended(await runVerify(options, terminal))
    })

  program
    .command('explain')
    .description(
      'lead from a cell of a release back to the words, the rule, the document and the place on its pages',
    )
    .argument('<document>', 'a country, by code or name (its latest document), or the id of a document')
    .argument('<section>', 'the code of the section, such as 1.2.3')
    .option('-r, --release <folder>', 'the release, as build wrote it', 'out')
    .option(
      '-i, --input <path...>',
      'where the papers lie, to compare their bytes with those that were read',
      [],
    )
    .option('--json', 'print the path as JSON', false)
    .addHelpText('after', EXIT_HELP)
    .action(async (document: string, section: string, options: ExplainOptions) => {
      const { runExplain } = await import('./explain-command.ts')
      ended(await runExplain(document, section, options, terminal))
    })

  program
    .command('explore')
    .description('serve the explorer of a release on 127.0.0.1, with source pages drawn from their files')
    .requiredOption('-r, --release <folder>', 'the release, as build wrote it')
    .option('-i, --input <path...>', 'where the source documents are, as given to build', [])
    .option('-p, --port <number>', 'the port; 0 for any that is free', port, 8420)
    .addHelpText('after', EXIT_HELP)
    .action(async (options: ExploreOptions) => {
      const { runExplore } = await import('./explore-command.ts')
      ended(await runExplore(options, terminal))
    })

  program
    .command('extract')
    .description('print the text runs and lines of one file as JSON')
    .argument('<file>', 'a PDF or text file')
    .addOption(ocrOption())
    .action(async (file: string, options: ExtractOptions) => {
      const { runExtract } = await import('./extract-command.ts')
      ended(await runExtract(file, options, terminal))
    })

  program
    .command('show')
    .description('print one profile: section, status, evidence and note')
    .argument('<file>', 'a PDF or text file')
    .addOption(ocrOption())
    .action(async (file: string, options: ShowOptions) => {
      const { runShow } = await import('./show-command.ts')
      ended(await runShow(file, options, terminal))
    })

  program
    .command('accuracy')
    .description('score a folder of profiles against what careful readers took from them')
    .requiredOption('--profiles <folder>', 'profiles, PDF or text')
    .requiredOption('--gold <folder>', 'one JSON file for each profile, of the same name')
    .option('--items <file>', 'what readers took as items (default: items.tsv beside the folder of gold)')
    .option('--reviewed-items <file>', 'apply reviewed items; without it the rules alone are scored')
    .option(
      '-j, --jobs <number>',
      'documents read at a time, each in a process of its own',
      positive,
      availableParallelism(),
    )
    .addOption(ocrOption())
    .option('--json', 'print scores and differences as JSON', false)
    .action(async (options: AccuracyOptions) => {
      const { runAccuracy } = await import('./accuracy-command.ts')
      ended(await runAccuracy(options, terminal))
    })

  program
    .command('crosscheck')
    .description('compare the words of each section with those that poppler’s pdftotext finds there')
    .argument('<folder>', 'PDF files, in any depth')
    .option(
      '-j, --jobs <number>',
      'documents read at a time, each in a process of its own',
      positive,
      availableParallelism(),
    )
    .option('--json', 'print the comparison as JSON', false)
    .action(async (folder: string, options: CrosscheckOptions) => {
      const { runCrosscheck } = await import('./crosscheck-command.ts')
      ended(await runCrosscheck(folder, options, terminal))
    })

  program
    .command('fetch')
    .description(
      'fetch the documents of the lock file and verify each by SHA-256; being offline is not an error',
    )
    .addOption(lockOption())
    .option('--settings <file>', 'JSON with addresses, limits and time-outs; see docs/fetching.md')
    .option('--missing', 'only fetch what is not here; do not ask whether the rest has changed', false)
    .option('--discover', 'first search for the published PDFs, where nobody has yet', false)
    .option('--strict', 'exit with 1 if a document is still missing', false)
    .addHelpText('after', EXIT_HELP)
    .action(async (options: FetchOptions) => {
      const { runFetchCommand } = await import('./fetch-command.ts')
      ended(await runFetchCommand(options, terminal))
    })

  program
    .command('discover')
    .description(
      'search the index pages and the web archive for profiles, and add what is new to the lock file',
    )
    .addOption(lockOption())
    .option('--settings <file>', 'JSON with addresses, limits and time-outs; see docs/fetching.md')
    .addHelpText('after', EXIT_HELP)
    .action(async (options: DiscoverOptions) => {
      const { runDiscoverCommand } = await import('./discover-command.ts')
      ended(await runDiscoverCommand(options, terminal))
    })

  program
    .command('add-sources')
    .description(
      'add the sources that a CSV lists (name, url, and where known country_code, sha256, bytes) to the lock file',
    )
    .argument('<list>', 'a CSV file with a header')
    .addOption(
      new Option('--kind <kind>', 'what they are')
        .choices(SOURCE_KINDS)
        .default('profile' satisfies SourceKind),
    )
    .addOption(lockOption())
    .action(async (list: string, options: AddSourcesOptions) => {
      const { runAddSources } = await import('./add-sources-command.ts')
      ended(await runAddSources(list, options, terminal))
    })

  for (const command of program.commands) {
    if (READING_COMMANDS.has(command.name())) for (const option of limitOptions()) command.addOption(option)
  }

  program.action(() => {
    program.outputHelp({ error: true })
    ended(EXIT.usage)
  })
  return program
}
