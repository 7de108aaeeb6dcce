import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Surroundings } from './surroundings.ts'

/** A build to be run. */
export interface BuildOrder {
  /** The folder of the code. */
  readonly project: string
  readonly inputs: readonly string[]
  readonly corrections: string | null
  readonly out: string
  /** Where it may put what it needs for a while. */
  readonly temporary: string
  /** Further words of the command line. */
  readonly more: readonly string[]
  readonly surroundings: Surroundings
}

/** Runs a build. */
export type RunBuild = (order: BuildOrder) => Promise<void>

/** A build that should have been compared ended without a release. */
export class BuildFailed extends Error {
  override readonly name = 'BuildFailed'
}

/** A build that sets documents aside makes a release all the same. */
const MADE_A_RELEASE = [0, 1]

const KEPT = 4_096

const environmentOf = ({ project, temporary, surroundings }: BuildOrder): NodeJS.ProcessEnv => {
  const clock = `--import=${pathToFileURL(join(project, 'pipeline/quality/verify/shifted-clock.ts')).href}`
  const { NODE_OPTIONS = '', ...environment } = process.env
  return {
    ...environment,
    LANG: surroundings.locale,
    LC_ALL: surroundings.locale,
    TZ: surroundings.timeZone,
    TMPDIR: temporary,
    NODE_OPTIONS: surroundings.clockShifted ? `${NODE_OPTIONS} ${clock}`.trim() : NODE_OPTIONS,
  }
}

const wordsOf = ({ project, inputs, corrections, out, more, surroundings }: BuildOrder): string[] => [
  join(project, 'pipeline/cli/main.js'),
  'build',
  ...['--input', ...inputs],
  ...(corrections === null ? [] : ['--corrections', corrections]),
  ...['--out', out],
  ...['--jobs', String(surroundings.jobs)],
  '--no-cache',
  ...more,
]

/**
 * Runs a build in a process of its own, in its surroundings.
 * @throws BuildFailed where it makes no release
 */
export const runBuild: RunBuild = async (order) => {
  const ownUmask = process.umask(order.surroundings.umask)
  const child = spawn(process.execPath, wordsOf(order), {
    cwd: order.temporary,
    env: environmentOf(order),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  process.umask(ownUmask)
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-KEPT)
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code === null || !MADE_A_RELEASE.includes(code)) {
    const sentence = said.trim().split('\n').at(-1) ?? ''
    throw new BuildFailed(`A build ended without a release, with ${code ?? 'a signal'}: ${sentence}`)
  }
}
