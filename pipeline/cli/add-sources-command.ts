import type { SourceKind } from '../../schemas/index.ts'
import { addSources } from '../fetch/network.ts'
import { EXIT, type ExitCode } from '../io/cli-error.ts'
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
  const waiting = (): void => terminal.err('Another process is using the lock file; waiting for it.\n')
  const merged = await addSources(list, options.kind, { lock: options.lock, waiting })
  const { documents, added, completed, conflicting } = merged
  terminal.err(
    `${options.lock} names ${documents.length} documents: ${added.length} new, ${completed.length} with new facts.\n`,
  )
  for (const { id } of conflicting) {
    terminal.err(`  ${id}: the list has other bytes for it than the lock, which was kept.\n`)
  }
  return conflicting.length > 0 ? EXIT.incomplete : EXIT.good
}
