import { EXIT, type ExitCode } from '../io/cli-error.ts'
import { compareReleases, comparisonMarkdown, openRelease } from '../release/index.ts'
import type { Terminal } from './terminal.ts'

/** The options of `cyberwellness diff`. */
export interface DiffOptions {
  readonly json: boolean
}

/** Prints what changed from one release to the next; ends with 1 if anything did. */
export const runDiff = async (
  old: string,
  now: string,
  options: DiffOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const comparison = compareReleases(await openRelease(old), await openRelease(now))
  terminal.out(options.json ? `${JSON.stringify(comparison, null, 2)}\n` : comparisonMarkdown(comparison))
  return comparison.identical ? EXIT.good : EXIT.incomplete
}
