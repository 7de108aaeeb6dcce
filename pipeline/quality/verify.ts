import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { at } from '../io/at.ts'
import { plural } from '../io/count-text.ts'
import { CliError, EXIT } from '../io/errors.ts'
import { digestFile, type FileDigest } from '../io/file-digest.ts'

/** The environments of two builds, as different as possible; neither may affect the release. */
export const ENVIRONMENTS = {
  first: { jobs: 1, locale: 'C', timeZone: 'UTC', umask: 0o022, clockAhead: false },
  // Turkish has its own upper and lower case; Kiritimati is a day ahead of most of the world
  second: { jobs: 3, locale: 'tr_TR.UTF-8', timeZone: 'Pacific/Kiritimati', umask: 0o077, clockAhead: true },
} as const

export type Environment = (typeof ENVIRONMENTS)['first' | 'second']

export const describeEnvironment = ({ jobs, locale, timeZone, umask, clockAhead }: Environment): string =>
  `${plural(jobs, 'document')} at a time, locale ${locale}, time zone ${timeZone}, umask ${umask.toString(8).padStart(3, '0')}${clockAhead ? ', clock 400 days ahead' : ''}`

export interface BuildRun {
  readonly project: string
  readonly inputs: readonly string[]
  readonly out: string
  readonly temporary: string
  readonly options: readonly string[]
  readonly environment: Environment
}

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

/** What a build needs of the project; packages are linked, not copied. */
const PROJECT_PARTS = ['pipeline', 'schemas', 'package.json', 'package-lock.json', 'tsconfig.json']

/** An unusual path: with spaces, and letters beyond ASCII. */
const UNUSUAL_PATH = 'ein anderer Ort, weit weg/für später'

/** Copies the code into another folder, where it has no caches. */
export const copyProject = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true })
  for (const part of PROJECT_PARTS) await cp(join(PROJECT, part), join(folder, part), { recursive: true })
  await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'))
}

/**
 * Runs a build in a process of its own.
 * @throws CliError if it makes no release
 */
export const runBuild = async ({ project, inputs, out, temporary, options, environment }: BuildRun) => {
  const { jobs, locale, timeZone, umask, clockAhead } = environment
  const clock = pathToFileURL(join(project, 'pipeline/quality/shifted-clock.ts')).href
  const { NODE_OPTIONS = '', ...inherited } = process.env
  const env = {
    ...inherited,
    ...{ LANG: locale, LC_ALL: locale, TZ: timeZone, TMPDIR: temporary },
    NODE_COMPILE_CACHE: undefined, // each build has the one of its project
    NODE_OPTIONS: clockAhead ? `${NODE_OPTIONS} --import=${clock}`.trim() : NODE_OPTIONS,
  }
  const words = [
    ...[join(project, 'pipeline/cli/main.js'), 'build', '--input', ...inputs, '--out', out],
    ...['--jobs', String(jobs), '--no-cache', ...options],
  ]
  const settings = { cwd: temporary, env, encoding: 'utf8', maxBuffer: Number.POSITIVE_INFINITY } as const
  const ownUmask = process.umask(umask)
  const { error, status, stderr } = spawnSync(process.execPath, words, settings)
  process.umask(ownUmask)
  if (error) throw error // the process did not start
  // a build that rejects documents makes a release all the same
  if (status === EXIT.good || status === EXIT.incomplete) return
  const message = `A build ended without a release, with ${status ?? 'a signal'}: ${stderr.trim().split('\n').at(-1)}`
  throw new CliError(EXIT.nothing, message)
}

/** Size and SHA-256 of each file below a folder, by its path; null for what is neither file nor folder. */
const digestFiles = async (folder: string) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const digests = new Map<string, FileDigest | null>()
  for (const entry of entries.filter((one) => !one.isDirectory())) {
    const path = join(entry.parentPath, entry.name)
    digests.set(relative(folder, path), entry.isFile() ? await digestFile(path) : null)
  }
  return digests
}

/**
 * Compares all bytes of two folders; modes and times of files, and empty folders, are not compared. What is no file, such
 * as a link, counts as different. It counts the files and bytes of the first.
 */
export const compareFolders = async (first: string, second: string) => {
  const [inFirst, inSecond] = [await digestFiles(first), await digestFiles(second)]
  const names = [...new Set([...inFirst.keys(), ...inSecond.keys()])].sort()
  const differences = names.flatMap((name): { name: string; only: 'first' | 'second' | null }[] => {
    if (!inSecond.has(name)) return [{ name, only: 'first' }]
    if (!inFirst.has(name)) return [{ name, only: 'second' }]
    const [one, other] = [inFirst.get(name), inSecond.get(name)]
    return one && one.sha256 === other?.sha256 ? [] : [{ name, only: null }]
  })
  const bytes = [...inFirst.values()].reduce((sum, digest) => sum + (digest?.bytes ?? 0), 0)
  return { files: inFirst.size, bytes, differences }
}

/**
 * Builds the same inputs twice and compares all bytes. The second build runs in another environment, from a copy of the
 * code in another folder, reads by other paths, and has no caches.
 * @throws CliError if a build makes no release
 */
export const verifyBuild = async (inputs: readonly string[], options: readonly string[], run = runBuild) => {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-verify-'))
  const other = join(folder, UNUSUAL_PATH)
  const sources = inputs.map((input) => resolve(input))
  const links = sources.map((source, index) => join(other, `input ${index}`, basename(source)))
  let isSame = true
  try {
    const project = join(other, 'project')
    await copyProject(project)
    for (const [index, link] of links.entries()) {
      await mkdir(dirname(link))
      await symlink(at(sources, index), link)
    }
    const builds = [
      { place: join(folder, 'here'), project: PROJECT, inputs: sources, environment: ENVIRONMENTS.first },
      { place: other, project, inputs: links, environment: ENVIRONMENTS.second },
    ]
    for (const { place, ...build } of builds) {
      await mkdir(join(place, 'tmp'), { recursive: true })
      await run({ ...build, options, out: join(place, 'release'), temporary: join(place, 'tmp') })
    }
    const comparison = await compareFolders(join(folder, 'here/release'), join(other, 'release'))
    isSame = comparison.differences.length === 0
    /** The folder with both releases, if they differ; it is removed if they do not. */
    const kept = isSame ? null : folder
    return { ...comparison, kept }
  } finally {
    if (isSame) await rm(folder, { recursive: true, force: true })
  }
}

export type Verification = Awaited<ReturnType<typeof verifyBuild>>
