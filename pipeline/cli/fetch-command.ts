import { readSettings, reportPath, runFetch } from '../fetch/network.ts'
import { EXIT, type ExitCode } from '../io/cli-error.ts'
import { explainFetchError } from './explain-fetch-error.ts'
import { showFetchProgress } from './fetch-progress.ts'
import { fetchSummary, missingNotice, offlineNotice } from './fetch-summary.ts'
import type { Terminal } from './terminal.ts'

/** The options of `cyberwellness fetch`. */
export interface FetchOptions {
  readonly lock: string
  readonly settings?: string
  readonly missing: boolean
  readonly strict: boolean
}

/** Fetches the documents of the lock file and says what became of them. Without a network it is good all the same. */
export const runFetchCommand = async (options: FetchOptions, terminal: Terminal): Promise<ExitCode> => {
  const settings = await readSettings(options.settings).catch(explainFetchError)
  const show = showFetchProgress(terminal)
  const report = await runFetch(
    { lock: options.lock, settings, recheck: !options.missing },
    {
      progress: show,
      waiting: () => terminal.err('Another process is fetching into the same folder; waiting for it.\n'),
    },
  ).catch(explainFetchError)
  const { counts, documents } = report
  if (counts.present === documents.length) {
    terminal.err(`All ${documents.length} documents of ${options.lock} are here.\n`)
    return EXIT.good
  }
  terminal.err(report.offline ? offlineNotice(report) : fetchSummary(report, reportPath(options.lock)))
  if (!options.strict || counts.failed === 0) return EXIT.good
  terminal.err(missingNotice(report))
  return EXIT.incomplete
}
