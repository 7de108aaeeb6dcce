import { readSettings, runDiscover } from '../fetch/network.ts'
import { EXIT, type ExitCode } from '../io/cli-error.ts'
import { countryFromFileName } from '../normalize/index.ts'
import { explainFetchError } from './explain-fetch-error.ts'
import type { Terminal } from './terminal.ts'
import { oneLine } from './visible-controls.ts'

/** The options of `cyberwellness discover`. */
export interface DiscoverOptions {
  readonly lock: string
  readonly settings?: string
}

/** Looks for profiles, adds what is new to the lock file and says what that is. */
export const runDiscoverCommand = async (options: DiscoverOptions, terminal: Terminal): Promise<ExitCode> => {
  const settings = await readSettings(options.settings).catch(explainFetchError)
  const result = await runDiscover(
    {
      lock: options.lock,
      settings,
      countryOf: (fileName) => countryFromFileName(fileName)?.code ?? null,
    },
    { waiting: () => terminal.err('Another process works on the lock file; waiting for it.\n') },
  ).catch(explainFetchError)
  const lines = [
    ...result.read,
    ...result.failed.map((failure) => oneLine(`Not read: ${failure}`)),
    `${options.lock} names ${result.documents.length} documents: ${result.added.length} are new, of ${result.completed.length} more is known now.`,
    ...result.added.map(({ id, addresses }) => `  new: ${id} (${addresses[0]})`),
    ...result.conflicting.map(
      ({ id }) => `  ${id}: found with other bytes than the lock has, which was kept`,
    ),
    ...result.notFoundAgain.map(({ id }) => `  ${id}: not found again; it stays in the lock`),
    '',
  ]
  terminal.err(lines.join('\n'))
  return result.failed.length > 0 ? EXIT.incomplete : EXIT.good
}
