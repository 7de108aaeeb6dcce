import { once } from 'node:events'
import { Command } from 'commander'
import { plural } from '../io/count-text.ts'
import { EXIT } from '../io/errors.ts'
import { digestFile } from '../io/file-digest.ts'
import type { Explanation } from '../release/index.ts'
import type { SourceCheck } from './explanation-text.ts'
import { options, wholeNumber } from './options.ts'
import { type CommandContext, formatJson, sayOn } from './terminal.ts'

export const diffCommand = ({ terminal, end }: CommandContext): Command =>
  new Command('diff')
    .description('compare two releases: columns, documents, statuses, notes, items')
    .argument('<old>', 'the folder of a release')
    .argument('<new>', 'the folder of a later release')
    .option('--json', 'print the whole comparison as JSON instead of Markdown')
    .action(async (old: string, now: string, { json }: { readonly json?: true }) => {
      const { checkFiles, compareReleases, comparisonMarkdown, openRelease } = await import(
        '../release/index.ts'
      )
      const releases = [await openRelease(old), await openRelease(now)] as const
      const comparison = compareReleases(...releases)
      // equal lists say nothing of files that were changed since
      if (comparison.identical) for (const release of releases) await checkFiles(release)
      terminal.out(json ? formatJson(comparison) : comparisonMarkdown(comparison))
      end(comparison.identical ? EXIT.good : EXIT.incomplete)
    })

interface ExplainOptions {
  readonly release: string
  readonly input: readonly string[]
  readonly json?: true
}

const checkSource = async ({ document }: Explanation, inputs: readonly string[]): Promise<SourceCheck> => {
  if (inputs.length === 0) return null
  const { listSourceFiles } = await import('../fetch/index.ts')
  const files = await listSourceFiles(inputs)
  const path = files.find(({ name }) => name === document['file_name'])?.path ?? null
  const is_same = path !== null && (await digestFile(path)).sha256 === document['sha256']
  return { path, is_same }
}

export const explainCommand = ({ terminal, end }: CommandContext): Command =>
  new Command('explain')
    .description('trace a value to its rule, words, document and page')
    .argument('<document>', 'a country, by code or name (its latest document), or a document id')
    .argument('<section>', 'a section code or indicator name, such as 1.2.1 or cirt')
    .option('-r, --release <folder>', 'a release that build wrote', 'out')
    .addOption(options.input('source documents, to check that their bytes have not changed').default([]))
    .option('--json', 'print the explanation as JSON')
    .action(async (document: string, section: string, { release, input, json }: ExplainOptions) => {
      const { explainCell, openRelease } = await import('../release/index.ts')
      const { ruleMeaning } = await import('../normalize/index.ts')
      const { explanationText } = await import('./explanation-text.ts')
      const explanation = explainCell(await openRelease(release), document, section, ruleMeaning)
      const source = await checkSource(explanation, input)
      const text = explanationText(explanation, source, terminal.width)
      terminal.out(json ? formatJson({ ...explanation, source }) : text)
      if (source?.path && !source.is_same) end(EXIT.incomplete)
    })

type ExploreOptions = Omit<ExplainOptions, 'json'> & { readonly port: number }

const DEFAULT_PORT = 8420

const waitForSignal = (): Promise<unknown> =>
  Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])

export const exploreCommand = ({ terminal }: CommandContext, waitForStop = waitForSignal): Command =>
  new Command('explore')
    .description('serve the website of a release on 127.0.0.1, with the pages of its source documents')
    .requiredOption('-r, --release <folder>', 'a release that build wrote')
    .addOption(options.input('source documents, as given to build').default([]))
    .option('-p, --port <number>', 'the port; 0 for any free one', wholeNumber(0, 65_535), DEFAULT_PORT)
    .action(async ({ release, input, port }: ExploreOptions) => {
      const { releaseIndex, serveRelease } = await import('../explorer/index.ts')
      const index = await releaseIndex(release, input)
      const server = await serveRelease(index, port)
      const sources =
        index.sources === 0
          ? 'source pages are redrawn from extracted text'
          : `the pages of ${plural(index.sources, 'source document')} are drawn from files`
      terminal.out(`${server.address}\n`)
      sayOn(terminal)(`Serving the explorer; ${sources}. Press Ctrl+C to stop.`)
      await waitForStop()
      await server.close()
    })
