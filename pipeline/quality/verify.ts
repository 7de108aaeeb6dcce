import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { at } from '../io/at.ts'
import { CliError, EXIT } from '../io/cli-error.ts'
import { compareFolders, type FolderComparison } from './compare-folders.ts'

/** What a build runs in, none of which may show in its release. */
export interface Environment {
  readonly jobs: number
  readonly locale: string
  /** A name of the time zone database. */
  readonly timeZone: string
  readonly umask: number
  /** Whether the clock runs ahead, by `shifted-clock.ts`. */
  readonly clockShifted: boolean
}

/** The environments of the two builds: a plain one, and one as different as possible. */
export const ENVIRONMENTS = {
  first: { jobs: 1, locale: 'C', timeZone: 'UTC', umask: 0o022, clockShifted: false },
  // Turkish has its own upper and lower case; Kiritimati is a day ahead of most of the world
  second: {
    jobs: 3,
    locale: 'tr_TR.UTF-8',
    timeZone: 'Pacific/Kiritimati',
    umask: 0o077,
    clockShifted: true,
  },
} as const satisfies Readonly<Record<string, Environment>>

/** An environment in a few words. */
export const describeEnvironment = ({ jobs, locale, timeZone, umask, clockShifted }: Environment): string =>
  `${jobs} ${jobs === 1 ? 'document' : 'documents'} at a time, locale ${locale}, time zone ${timeZone}, umask ${umask.toString(8).padStart(3, '0')}${clockShifted ? ', clock 400 days ahead' : ''}`

/** A build to run in a process of its own. */
export interface BuildRun {
  /** The folder of the code. */
  readonly project: string
  readonly inputs: readonly string[]
  readonly corrections: string | null
  readonly out: string
  readonly temporary: string
  /** More options of the command line. */
  readonly options: readonly string[]
  readonly environment: Environment
}

/** What is built twice. */
export type VerifyRequest = Pick<BuildRun, 'inputs' | 'corrections' | 'options'>

/** What came of building twice. */
export interface Verification extends FolderComparison {
  /** The folder with both releases, if they differ; it is removed if they do not. */
  readonly kept: string | null
}

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

/** What a build needs of the project; packages are linked, not copied. */
const PROJECT_PARTS = ['pipeline', 'schemas', 'package.json', 'package-lock.json', 'tsconfig.json']

/** An unusual path: with spaces, and letters beyond ASCII. */
const UNUSUAL_PATH = 'ein anderer Ort, weit weg/für später'

const MAX_KEPT_OUTPUT = 4_096

/** Copies the code into another folder, where it has no caches. */
export const copyProject = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true })
  for (const part of PROJECT_PARTS) await cp(join(PROJECT, part), join(folder, part), { recursive: true })
  await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'))
}

const createEnvironment = ({ project, temporary, environment }: BuildRun): NodeJS.ProcessEnv => {
  const clock = pathToFileURL(join(project, 'pipeline/quality/shifted-clock.ts')).href
  const { NODE_OPTIONS = '', ...inherited } = process.env
  return {
    ...inherited,
    LANG: environment.locale,
    LC_ALL: environment.locale,
    TZ: environment.timeZone,
    TMPDIR: temporary,
    NODE_OPTIONS: environment.clockShifted ? `${NODE_OPTIONS} --import=${clock}`.trim() : NODE_OPTIONS,
  }
}

/**
 * Runs a build in a process of its own.
 * @throws CliError if it makes no release
 */
export const runBuild = async (build: BuildRun): Promise<void> => {
  const { project, inputs, corrections, out, temporary, options, environment } = build
  const words = [
    ...[join(project, 'pipeline/cli/main.js'), 'build', '--input', ...inputs, '--out', out],
    ...(corrections === null ? [] : ['--corrections', corrections]),
    ...['--jobs', String(environment.jobs), '--no-cache', ...options],
  ]
  const ownUmask = process.umask(environment.umask)
  const child = spawn(process.execPath, words, {
    cwd: temporary,
    env: createEnvironment(build),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  process.umask(ownUmask)
  let output = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-MAX_KEPT_OUTPUT)
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  // a build that rejects documents makes a release all the same
  if (code === EXIT.good || code === EXIT.incomplete) return
  const sentence = output.trim().split('\n').at(-1) ?? ''
  throw new CliError(EXIT.nothing, `A build ended without a release, with ${code ?? 'a signal'}: ${sentence}`)
}

/**
 * Builds the same inputs twice and compares all bytes. The second build runs in another environment, from a copy of the
 * code in another folder, reads by other paths, and has no caches.
 * @throws CliError if a build makes no release
 */
export const verifyBuild = async (
  { inputs, corrections, options }: VerifyRequest,
  run: (build: BuildRun) => Promise<void> = runBuild,
): Promise<Verification> => {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-verify-'))
  const [here, there] = [join(folder, 'here'), join(folder, UNUSUAL_PATH)]
  const [first, second] = [join(here, 'out'), join(there, 'release')]
  let isSame = true
  try {
    for (const parent of [here, there]) await mkdir(join(parent, 'tmp'), { recursive: true })
    await copyProject(join(there, 'project'))
    const sources = inputs.map((input) => resolve(input))
    const links = sources.map((source, index) => join(there, `input ${index}`, basename(source)))
    for (const [index, link] of links.entries()) {
      await mkdir(dirname(link))
      await symlink(at(sources, index), link)
    }
    const shared = { corrections: corrections && resolve(corrections), options }
    await run({
      ...shared,
      project: PROJECT,
      inputs: sources,
      out: first,
      temporary: join(here, 'tmp'),
      environment: ENVIRONMENTS.first,
    })
    await run({
      ...shared,
      project: join(there, 'project'),
      inputs: links,
      out: second,
      temporary: join(there, 'tmp'),
      environment: ENVIRONMENTS.second,
    })
    const comparison = await compareFolders(first, second)
    isSame = comparison.differences.length === 0
    return { ...comparison, kept: isSame ? null : folder }
  } finally {
    if (isSame) await rm(folder, { recursive: true, force: true })
  }
}
