import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Bench } from './figure.ts'
import { type MeasuredRun, measuredRun } from './measured-run.ts'

const main = fileURLToPath(new URL('../pipeline/cli/main.js', import.meta.url))

/** Runs the command line by the Node.js that runs the bench. */
export const cyberwellness = (parameters: readonly string[], watchMemory = false): Promise<MeasuredRun> =>
  measuredRun(process.execPath, [main, ...parameters], watchMemory)

/** What a build of the bench takes. */
export interface BuildRun {
  readonly input: string
  readonly jobs: number
  /** Whether what was read before may be used; without it all is read anew. */
  readonly warm?: boolean
  readonly watchMemory?: boolean
}

/** Builds a folder without its explorer. */
export const buildOnce = async (
  { folder }: Bench,
  { input, jobs, warm = false, watchMemory = false }: BuildRun,
): Promise<MeasuredRun> => {
  const cache = join(folder, 'cache')
  if (!warm) await rm(cache, { recursive: true, force: true })
  const out = join(folder, 'out')
  return cyberwellness(
    [
      'build',
      ...['--input', input, '--out', out, '--jobs', String(jobs), '--cache', cache],
      ...['--no-explorer', '--accept'],
    ],
    watchMemory,
  )
}
