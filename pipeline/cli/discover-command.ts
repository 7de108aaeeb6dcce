import type { FetchSettings } from '../../schemas/index.ts'
import { readSettings, runDiscover } from '../fetch/network.ts'
import { EXIT, type ExitCode } from '../io/cli-error.ts'
import { countryFromFileName } from '../normalize/index.ts'
import type { Terminal } from './terminal.ts'
import { oneLine } from './visible-controls.ts'

/** The options of `cyberwellness discover`. */
export interface DiscoverOptions {
  readonly lock: string
  readonly settings?: string
}

/** Searches for profiles, adds what is new to the lock file and says what that is. */
export const discoverDocuments = async (
  lock: string,
  settings: FetchSettings,
  { terminal, maxSeconds }: { readonly terminal: Terminal; readonly maxSeconds?: number },
): Promise<{ readonly added: number; readonly failed: number }> => {
  const result = await runDiscover(
    {
      lock,
      settings,
      countryOfFile: (fileName) => countryFromFileName(fileName)?.code ?? null,
      ...(maxSeconds === undefined ? {} : { maxSeconds }),
    },
    { waiting: () => terminal.err('Another process is using the lock file; waiting for it.\n') },
  )
  const { added, failed } = result
  const lines = [
    ...result.read,
    ...failed.map((failure) => oneLine(`Not read: ${failure}`)),
    `${lock} names ${result.documents.length} documents: ${added.length} new, ${result.completed.length} with new facts.`,
    ...added.map(({ id, addresses }) => `  new: ${id} (${addresses[0]})`),
    ...result.conflicting.map(
      ({ id }) => `  ${id}: found with other bytes than the lock has, which was kept`,
    ),
    ...result.notFoundAgain.map(({ id }) => `  ${id}: not found again; it stays in the lock`),
  ]
  terminal.err(`${lines.join('\n')}\n`)
  return { added: added.length, failed: failed.length }
}

export const runDiscoverCommand = async (options: DiscoverOptions, terminal: Terminal): Promise<ExitCode> => {
  const settings = await readSettings(options.settings)
  const { failed } = await discoverDocuments(options.lock, settings, { terminal })
  return failed > 0 ? EXIT.incomplete : EXIT.good
}
