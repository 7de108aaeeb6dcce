import { type ChildProcess, spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { once } from 'node:events'
import { access, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { readLock, writeLock } from '../../pipeline/fetch/lock-file.ts'
import { copyProject, PROJECT } from '../../pipeline/quality/verify.ts'
import { servePiecemeal, startServer, testSettings } from '../fetch/hazard-server.ts'
import { seededRandom } from '../fuzz/random.ts'

/** Documents of the previous release, and of the next one. */
const DOCUMENTS = { before: 2, after: 5 }

/** The steps of `make all`, each recognised by what it begins with. */
const STEPS = ['fetch', 'build', 'publish'] as const
type Step = (typeof STEPS)[number]

/** What was there when the power was cut, and whether the next run repaired everything. */
export interface Cut {
  /** The step that was cut; `done` if the release was in its place already. */
  readonly step: Step | 'done'
  /** Milliseconds after that step had begun. */
  readonly after: number
  /** Which release was at the path of the output, whole. */
  readonly out: 'old' | 'new' | 'neither'
  /** The number of fetched documents, all whole; null if a file was not what the server gave, or the lock was lost. */
  readonly documents: number | null
  /** What differs, after the next run, from what an undisturbed run leaves in `raw/` and `out/`, and beside them. */
  readonly unmended: readonly string[]
}

type Hashes = ReadonlyMap<string, string>

/** Files that differ between runs of the same sources: reports with times, and the lock between processes. */
const PASSING = /^(raw\/(fetch|discover)-report\.json|raw\/files\/\.lock)$/

/** SHA-256 by path of the files in `raw/` or `out/` of a project. */
const hashFiles = async (project: string, name: 'raw' | 'out'): Promise<Hashes> => {
  const entries = await readdir(join(project, name), { recursive: true, withFileTypes: true }).catch(() => [])
  const hashes = new Map<string, string>()
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    const shown = relative(project, path)
    if (entry.isFile() && !PASSING.test(shown)) hashes.set(shown, hash('sha256', await readFile(path)))
  }
  return hashes
}

const listDiffering = (found: Hashes, known: Hashes): readonly string[] =>
  [...new Set([...found.keys(), ...known.keys()])].filter((path) => found.get(path) !== known.get(path))

const isDocument = (path: string): boolean => /^raw\/files\/[^.]/.test(path)

const isGone = (group: number): boolean => {
  try {
    process.kill(-group, 0)
    return false
  } catch {
    return true
  }
}

/** Kills a process and all that it started, and waits until none of them is left. */
const killGroup = async (child: ChildProcess): Promise<void> => {
  const { pid } = child
  if (pid === undefined) return
  if (!isGone(pid)) process.kill(-pid, 'SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  // zombie processes stay listed; they no longer write
  for (let looks = 0; looks < 100 && !isGone(pid); looks++) await sleep(10)
}

/** Makes a copy of the project that fetches from a server: `start` runs `make all` there, `restore` resets its folders. */
const makeProject = async (folder: string, onTestFinished: (end: () => void) => void) => {
  const server = await startServer(onTestFinished)
  const settings = join(folder, 'settings.json')
  await writeFile(settings, JSON.stringify(testSettings(server, { connections_per_host: 2 })))
  const root = join(folder, 'project')
  const lock = join(root, 'raw', 'sources.json')
  await copyProject(root)
  for (const name of ['Makefile', '.ci']) await symlink(join(PROJECT, name), join(root, name))
  // compiled code stays, which would take longest
  const own = new Set([...(await readdir(root)), '.cache'])
  await mkdir(join(root, 'raw'))
  for (const name of ['corrections.csv', 'reviewed-items.csv']) {
    await cp(join(PROJECT, 'raw', name), join(root, 'raw', name))
  }
  const start = (): ChildProcess =>
    spawn('make', ['all', `SETTINGS=${settings}`, 'ACCEPT=1'], { cwd: root, detached: true, stdio: 'ignore' })
  const runThrough = async (child = start()): Promise<void> => {
    const [code] = await once(child, 'exit')
    if (code !== 0) throw new Error(`a run of make that nobody disturbed ended with ${code}`)
  }
  const restore = async (): Promise<void> => {
    for (const name of await readdir(root)) {
      if (!own.has(name)) await rm(join(root, name), { recursive: true, force: true })
    }
    await rm(join(root, '.cache', 'documents'), { recursive: true, force: true })
    await cp(join(folder, 'before'), root, { recursive: true })
  }

  const specimens = (await readdir(join(PROJECT, 'raw', 'specimen'))).filter((name) => name.endsWith('.pdf'))
  const documents: { id: string; kind: 'profile'; addresses: string[] }[] = []
  for (const name of specimens.sort().slice(0, DOCUMENTS.after)) {
    const bytes = await readFile(join(PROJECT, 'raw', 'specimen', name))
    const address = server.on(`/${name}`, servePiecemeal(bytes))
    documents.push({ id: `profile/${name.replace('.pdf', '')}`, kind: 'profile', addresses: [address] })
  }
  await writeLock(lock, documents.slice(0, DOCUMENTS.before))
  await runThrough()
  await rm(join(root, 'raw', 'fetch-report.json'))
  await writeLock(lock, [...(await readLock(lock)), ...documents.slice(DOCUMENTS.before)])
  for (const name of ['raw', 'out']) {
    await cp(join(root, name), join(folder, 'before', name), { recursive: true })
  }
  return { root, lock, start, runThrough, restore }
}

type Project = Awaited<ReturnType<typeof makeProject>>

/** Whether a step has begun: fetching ends with a report, building with a folder in which a release is written. */
const hasBegun = async ({ root }: Project, step: Step): Promise<boolean> => {
  if (step === 'fetch') return true
  if (step === 'publish') return (await readdir(root)).includes('.out.partial')
  return access(join(root, 'raw', 'fetch-report.json')).then(
    () => true,
    () => false,
  )
}

/** Waits until a step has begun, or the run has ended. */
const waitForStep = async (project: Project, step: Step, run: ChildProcess): Promise<void> => {
  while (run.exitCode === null && !(await hasBegun(project, step))) await sleep(2)
}

/** How long each step of an undisturbed run takes, in milliseconds. */
const timeSteps = async (project: Project): Promise<Readonly<Record<Step, number>>> => {
  const run = project.start()
  const ended = project.runThrough(run)
  const times: number[] = []
  for (const step of STEPS) {
    await waitForStep(project, step, run)
    times.push(performance.now())
  }
  await ended
  const [fetch = 0, build = 0, publish = 0] = times
  return { fetch: build - fetch, build: publish - build, publish: performance.now() - publish }
}

/** The files of the previous release, and what a run that nobody disturbed leaves. */
type Whole = Readonly<Record<'old' | 'raw' | 'out', Hashes>>

/** What a cut left behind. */
const inspect = async (
  project: Project,
  { old, raw, out }: Whole,
): Promise<Pick<Cut, 'step' | 'out' | 'documents'>> => {
  const { root, lock } = project
  const found = await hashFiles(root, 'out')
  const fetched = [...(await hashFiles(root, 'raw'))].filter(([path]) => isDocument(path))
  const isSound =
    fetched.every(([path, digest]) => raw.get(path) === digest) &&
    (await readLock(lock)).length === DOCUMENTS.after
  const state = isDeepStrictEqual(found, old) ? 'old' : isDeepStrictEqual(found, out) ? 'new' : 'neither'
  const begun = await Promise.all(STEPS.map((step) => hasBegun(project, step)))
  const step = state === 'new' ? 'done' : (STEPS[begun.lastIndexOf(true)] ?? 'fetch')
  return { step, out: state, documents: isSound ? fetched.length : null }
}

const listUnmended = async ({ root }: Project, { raw, out }: Whole): Promise<readonly string[]> => [
  ...listDiffering(await hashFiles(root, 'raw'), raw),
  ...listDiffering(await hashFiles(root, 'out'), out),
  ...(await readdir(root)).filter((name) => name.startsWith('.out.')),
]

/**
 * Cuts the power while `make all` fetches documents, builds them and replaces a release, each step in turn, at moments
 * that follow from a seed. Now and then the next run is left alone, and must repair everything.
 */
export const cutPower = async (
  {
    times,
    seed,
    cutsInARow = 1,
  }: { readonly times: number; readonly seed: number; readonly cutsInARow?: number },
  report: (cut: Cut) => void = () => {},
): Promise<readonly Cut[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-power-'))
  const ends: (() => void)[] = []
  try {
    const project = await makeProject(folder, (end) => ends.push(end))
    const { root } = project
    const old = await hashFiles(root, 'out')
    const lasts = await timeSteps(project)
    const whole = { old, raw: await hashFiles(root, 'raw'), out: await hashFiles(root, 'out') }
    const random = seededRandom(seed)
    const cuts: Cut[] = []
    for (let index = 0; index < times; index++) {
      if (index % cutsInARow === 0) await project.restore()
      const chosen = STEPS[index % STEPS.length] ?? 'fetch'
      const after = random.below(Math.ceil(lasts[chosen]))
      const run = project.start()
      await waitForStep(project, chosen, run)
      await sleep(after)
      await killGroup(run)
      const found = await inspect(project, whole)
      await rm(join(root, 'raw', 'fetch-report.json'), { force: true })
      const isLast = (index + 1) % cutsInARow === 0
      if (isLast) await project.runThrough()
      const cut: Cut = { ...found, after, unmended: isLast ? await listUnmended(project, whole) : [] }
      report(cut)
      cuts.push(cut)
    }
    return cuts
  } finally {
    for (const end of ends) end()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Whether a cut lost something. */
export const isLoss = ({ out, documents, unmended }: Cut): boolean =>
  out === 'neither' || documents === null || unmended.length > 0
