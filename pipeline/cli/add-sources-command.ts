import type { SourceKind } from '../../schemas/index.ts'
import { addSources } from '../fetch/network.ts'
import { EXIT, type ExitCode } from '../io/cli-error.ts'
import { explainFetchError } from './explain-fetch-error.ts'
import type { Terminal } from './terminal.ts'

/** The options of `cyberwellness add-sources`. */
export interface AddSourcesOptions {
  readonly lock: string
  readonly kind: SourceKind
}

/** Adds the sources of a list to the lock file, and says what was new. */
export const runAddSources = async (
  list: string,
  options: AddSourcesOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const waiting = (): void => terminal.err('Another process works on the lock file; waiting for it.\n')
  const merged = await addSources(list, options.kind, options.lock, waiting).catch(explainFetchError)
  const { documents, added, completed, conflicting } = merged
  terminal.err(
    `${options.lock} names ${documents.length} documents: ${added.length} are new, of ${completed.length} more is known now.\n`,
  )
  for (const { id } of conflicting) {
    terminal.err(`  ${id}: the list gives it other bytes than the lock, which was kept as it is.\n`)
  }
  return conflicting.length > 0 ? EXIT.incomplete : EXIT.good
}
