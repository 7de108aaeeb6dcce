import type { FetchSettings } from '../../schemas/index.ts'
import { isSearchDue, readSettings, reportPath, runFetch } from '../fetch/network.ts'
import { EXIT, type ExitCode } from '../io/cli-error.ts'
import { discoverDocuments } from './discover-command.ts'
import { showFetchProgress } from './fetch-progress.ts'
import { fetchSummary, missingNotice, offlineNotice } from './fetch-summary.ts'
import type { Terminal } from './terminal.ts'

/** The options of `cyberwellness fetch`. */
export interface FetchOptions {
  readonly lock: string
  readonly settings?: string
  readonly missing: boolean
  readonly strict: boolean
  readonly discover: boolean
}

const MAX_SEARCH_SECONDS = 60

/** Searches for the published PDFs where the lock names none and nobody has searched for them yet. */
const searchOnce = async (lock: string, settings: FetchSettings, terminal: Terminal): Promise<void> => {
  if (!(await isSearchDue(lock))) return
  terminal.err(
    `Searching once for the published PDFs, for ${MAX_SEARCH_SECONDS} s at most (DISCOVER=0 skips this).\n`,
  )
  const { added } = await discoverDocuments(lock, settings, { terminal, maxSeconds: MAX_SEARCH_SECONDS })
  const found = added === 0 ? 'No PDF was found' : `${added} PDFs were found`
  terminal.err(`${found}; text copies replace profiles whose PDF is missing.\n`)
}

/** Fetches the documents of the lock file and says what became of them. Being offline is not an error. */
export const runFetchCommand = async (options: FetchOptions, terminal: Terminal): Promise<ExitCode> => {
  const { lock, missing, strict } = options
  const settings = await readSettings(options.settings)
  if (options.discover) await searchOnce(lock, settings, terminal)
  const report = await runFetch(
    { lock, settings, recheck: !missing },
    {
      progress: showFetchProgress(terminal),
      waiting: () => terminal.err('Another process is fetching into the same folder; waiting for it.\n'),
    },
  )
  const { counts, documents, unusable } = report
  for (const [file, why] of Object.entries(unusable)) {
    terminal.err(`${file} among the fetched files cannot be read (${why}) and was left alone.\n`)
  }
  if (counts.present === documents.length) {
    terminal.err(`All ${documents.length} documents of ${lock} are here.\n`)
    return EXIT.good
  }
  terminal.err(report.offline ? offlineNotice(report) : fetchSummary(report, reportPath(lock)))
  if (!strict || counts.failed === 0) return EXIT.good
  terminal.err(missingNotice(report))
  return EXIT.incomplete
}
