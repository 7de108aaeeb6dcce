import { Command, Option } from 'commander'
import { FETCH_OUTCOMES, type FetchOutcome, type FetchReport } from '../../schemas/fetch-outcomes.ts'
import type { FetchSettings, Source } from '../../schemas/index.ts'
import { SOURCE_KINDS, type SourceKind } from '../../schemas/source-kinds.ts'
import { formatCount, listFirst, plural } from '../io/count-text.ts'
import { EXIT } from '../io/errors.ts'
import { options } from './options.ts'
import { type CommandContext, sayOn, showProgress, type Terminal } from './terminal.ts'
import { indent, wrapText } from './terminal-text.ts'

interface DiscoverOptions {
  readonly lock: string
  readonly settings?: string
}

interface FetchOptions extends DiscoverOptions {
  readonly missing?: true
  readonly strict?: true
  readonly discover?: true
}

const MAX_SEARCH_SECONDS = 60

const waitForLock = (terminal: Terminal) => (): void =>
  sayOn(terminal)('Another process is using the lock file; waiting for it.')

type Changes = Record<'documents' | 'added' | 'completed', readonly Source[]>

const describeLock = (lock: string, { documents, added, completed }: Changes): string =>
  `${lock} names ${plural(documents.length, 'document')}: ${added.length} new, ${completed.length} with new facts.`

const discover = async (lock: string, settings: FetchSettings, terminal: Terminal, maxSeconds?: number) => {
  const { runDiscover } = await import('../fetch/discover/run-discover.ts')
  const { countryFromFileName } = await import('../normalize/index.ts')
  const found = await runDiscover({
    lock,
    settings,
    countryOfFile: (fileName) => countryFromFileName(fileName)?.code ?? null,
    maxSeconds,
    waiting: waitForLock(terminal),
  })
  const { read, added, conflicting, notFoundAgain, failed } = found
  const lines = [
    ...read,
    ...failed.map((failure) => `Not read: ${failure}`),
    describeLock(lock, found),
    ...added.map(({ id, addresses }) => `  new: ${id} (${addresses[0]})`),
    ...conflicting.map(({ id }) => `  ${id}: found with other bytes than the lock has, which was kept`),
    ...notFoundAgain.map(({ id }) => `  ${id}: not found again; it stays in the lock`),
  ]
  for (const line of lines) sayOn(terminal)(line) // more than a call takes as arguments
  return { added: added.length, failed: failed.length }
}

/** Searches for the published PDFs if the lock names none and no search has been made yet. */
const searchOnce = async (lock: string, settings: FetchSettings, terminal: Terminal): Promise<void> => {
  const { isSearchDue } = await import('../fetch/discover/run-discover.ts')
  if (!(await isSearchDue(lock))) return
  const say = sayOn(terminal)
  say(`Searching once for the published PDFs, for ${MAX_SEARCH_SECONDS} s at most (DISCOVER=0 skips this).`)
  const { added } = await discover(lock, settings, terminal, MAX_SEARCH_SECONDS)
  const found = added === 0 ? 'No PDF was found' : `${plural(added, 'PDF was', 'PDFs were')} found`
  say(`${found}; text copies replace profiles whose PDF is missing.`)
}

const MAX_WIDTH = 100

const wrapParagraph = (text: string): string => `${wrapText(text, MAX_WIDTH).join('\n')}\n`

const findFailed = ({ documents }: FetchReport) => documents.filter(({ outcome }) => outcome === 'failed')

const offlineNotice = ({ unreachable, counts, documents }: FetchReport): string => {
  const hosts = Object.entries(unreachable).map(([host, why]) => `${host} (${why})`)
  const missing = counts.failed + counts.unavailable
  return wrapParagraph(
    `Offline: ${hosts.join(', ')} cannot be reached. ${formatCount(missing)} of the ${formatCount(documents.length)} documents in the lock file are not on this machine. This is not an error: a build reads the profiles that are here, or else the sample profiles. Run the same command again when you are online.`,
  )
}

const fetchSummary = (report: FetchReport, reportPath: string): string => {
  const failed = findFailed(report).map(({ id, failures }) => {
    const reasons = failures.map(({ message, address }) => `${message}: ${address}`)
    return `${id}: ${reasons.join('; ')}`
  })
  const noted = report.documents.filter(({ notes }) => notes.length > 0).length
  return [
    ...Object.entries(FETCH_OUTCOMES).flatMap(([name, meaning]) => {
      const count = report.counts[name as FetchOutcome]
      return count === 0 ? [] : [`${formatCount(count).padStart(7)}  ${meaning}`]
    }),
    ...listFirst(failed).map(indent),
    `Received ${(report.bytes / 1_000_000).toFixed(1)} MB in ${report.seconds.toFixed(1)} s; ${noted > 0 ? `${formatCount(noted)} with a note; ` : ''}the report is ${reportPath}.`,
    '',
  ].join('\n')
}

export const fetchCommand = ({ terminal, end }: CommandContext): Command =>
  new Command('fetch')
    .description(
      'fetch the documents of the lock file and verify each by SHA-256; being offline is not an error',
    )
    .addOption(options.lock())
    .addOption(options.settings())
    .option('--missing', 'fetch only missing documents; do not ask whether the others have changed')
    .option('--discover', 'search for the published PDFs first, unless this was done before')
    .option('--strict', 'exit with 1 if a document is still missing')
    .action(async ({ lock, missing, discover, strict, ...given }: FetchOptions) => {
      const { readSettings } = await import('../fetch/lock-request.ts')
      const { reportPath, runFetch } = await import('../fetch/run-fetch.ts')
      const say = sayOn(terminal)
      const settings = await readSettings(given.settings)
      if (discover) await searchOnce(lock, settings, terminal)
      const report = await runFetch({
        lock,
        settings,
        recheck: !missing,
        progress: showProgress(terminal, 'Fetching documents'),
        waiting: () => say('Another process is fetching into the same folder; waiting for it.'),
      })
      const { counts, documents, unusable } = report
      for (const [file, why] of Object.entries(unusable)) {
        say(`${file} among the fetched files cannot be read (${why}) and was left alone.`)
      }
      if (counts.present === documents.length) {
        say(`All ${documents.length} documents of ${lock} are here.`)
        return
      }
      terminal.err(report.offline ? offlineNotice(report) : fetchSummary(report, reportPath(lock)))
      if (!strict || counts.failed === 0) return
      const failed = findFailed(report).map(({ id }) => id)
      terminal.err(wrapParagraph(`Missing, which --strict does not allow: ${failed.join(', ')}.`))
      end(EXIT.incomplete)
    })

export const discoverCommand = ({ terminal, end }: CommandContext): Command =>
  new Command('discover')
    .description(
      'search the index pages and the web archive for profiles, and add what is new to the lock file',
    )
    .addOption(options.lock())
    .addOption(options.settings())
    .action(async ({ lock, settings }: DiscoverOptions) => {
      const { readSettings } = await import('../fetch/lock-request.ts')
      const { failed } = await discover(lock, await readSettings(settings), terminal)
      if (failed > 0) end(EXIT.incomplete)
    })

export const addSourcesCommand = ({ terminal, end }: CommandContext): Command =>
  new Command('add-sources')
    .description('add the sources of a CSV file to the lock file')
    .argument('<list>', 'CSV with the columns name, url and, if known, country_code, sha256, bytes')
    .addOption(new Option('--kind <kind>', 'kind of source').choices(SOURCE_KINDS).default('profile'))
    .addOption(options.lock())
    .action(async (list: string, { kind, lock }: { readonly kind: SourceKind; readonly lock: string }) => {
      const { addSources } = await import('../fetch/add-sources.ts')
      const changes = await addSources(list, kind, { lock, waiting: waitForLock(terminal) })
      const { conflicting } = changes
      sayOn(terminal)(
        describeLock(lock, changes),
        ...conflicting.map(
          ({ id }) => `  ${id}: the list has other bytes for it than the lock, which was kept.`,
        ),
      )
      if (conflicting.length > 0) end(EXIT.incomplete)
    })
