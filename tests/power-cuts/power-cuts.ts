import { once } from 'node:events'
import { access, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { readLock, writeLock } from '../../pipeline/fetch/lock-file.ts'
import { CHECKSUM_FILE, checksumsInList } from '../../pipeline/publish/index.ts'
import { PROJECT } from '../../pipeline/quality/verify.ts'
import { type HazardServer, servePiecemeal, startServer, testSettings } from '../fetch/hazard-server.ts'
import { seededRandom } from '../fuzz/random.ts'
import { hashesBelow, killGroup, runThrough, type ScratchProject, scratchProject } from './scratch-project.ts'

/** Documents of the former release; the next has the other specimens as well. */
const FORMER = 2

/** The steps of `make all`, each told by what it has begun with. */
const STEPS = ['fetch', 'build', 'publish'] as const
export type Step = (typeof STEPS)[number]

/** What stood there when the power was cut, and whether the next run set all right. */
export interface Cut {
  /** What was going on, by what it left; `done` where the release stood already. */
  readonly step: Step | 'done'
  /** How many milliseconds after the step that was chosen had begun. */
  readonly after: number
  /** Which release stood at the path of the output, whole and as its list of checksums has it. */
  readonly out: 'old' | 'new' | 'neither'
  /** How many documents lay in their place, all whole; null where a file there was not what the server gave. */
  readonly documents: number | null
  /** What is not, after the next run, as an undisturbed one leaves it: paths in `raw/` and `out/`, and what lies beside. */
  readonly unmended: readonly string[]
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Whether a step has begun: fetching ends with a report, building with a folder in which a release is written. */
const hasBegun = async (project: ScratchProject, step: Step): Promise<boolean> => {
  if (step === 'fetch') return true
  if (step === 'build') return exists(project.at('raw', 'fetch-report.json'))
  return exists(project.at('.out.partial'))
}

/** Waits until a step has begun, or the run has ended. */
const begin = async (
  project: ScratchProject,
  step: Step,
  run: { exitCode: number | null },
): Promise<void> => {
  while (run.exitCode === null && !(await hasBegun(project, step))) await sleep(2)
}

/** How long each step of an undisturbed run takes, in milliseconds. */
const timeSteps = async (project: ScratchProject): Promise<Readonly<Record<Step, number>>> => {
  const run = project.start()
  const ended = once(run, 'exit')
  const times: number[] = []
  for (const step of STEPS) {
    await begin(project, step, run)
    times.push(performance.now())
  }
  const [code] = await ended
  if (code !== 0) throw new Error(`a run of make that nobody disturbed ended with ${code}`)
  const [fetch = 0, build = 0, publish = 0] = times
  return { fetch: build - fetch, build: publish - build, publish: performance.now() - publish }
}

const stepOf = async (project: ScratchProject, out: Cut['out']): Promise<Cut['step']> => {
  if (out === 'new') return 'done'
  for (const step of STEPS.toReversed()) if (await hasBegun(project, step)) return step
  return 'fetch'
}

/** Whether the files of a release are those of its list of checksums, and no others. */
const checksumsHold = async (
  project: ScratchProject,
  hashes: ReadonlyMap<string, string>,
): Promise<boolean> => {
  const listed = checksumsInList(await readFile(project.at('out', CHECKSUM_FILE), 'utf8'))
  const there = [...hashes].map(([path, hash]) => [path.slice('out/'.length), hash] as const)
  return isDeepStrictEqual(new Map(there.filter(([name]) => name !== CHECKSUM_FILE)), new Map(listed))
}

/** The paths of files that are in one of two folders alone, or differ. */
const differing = (
  found: ReadonlyMap<string, string> | null,
  known: ReadonlyMap<string, string>,
): readonly string[] =>
  [...new Set([...(found?.keys() ?? []), ...known.keys()])].filter(
    (path) => found?.get(path) !== known.get(path),
  )

const isDocument = (path: string): boolean => /^raw\/files\/[^.]/.test(path)

/** The folders of both states, and what an undisturbed run makes of the later one. */
interface Undisturbed {
  readonly old: ReadonlyMap<string, string>
  readonly raw: ReadonlyMap<string, string>
  readonly out: ReadonlyMap<string, string>
}

const look = async (project: ScratchProject, known: Undisturbed): Promise<Pick<Cut, 'out' | 'documents'>> => {
  const [raw, out] = [await hashesBelow(project, 'raw'), await hashesBelow(project, 'out')]
  const whole = out !== null && (await checksumsHold(project, out))
  const state = isDeepStrictEqual(out, known.old)
    ? 'old'
    : isDeepStrictEqual(out, known.out)
      ? 'new'
      : 'neither'
  const documents = [...(raw ?? [])].filter(([path]) => isDocument(path))
  const named = (await readLock(project.at('raw', 'sources.json'))).length
  const sound =
    documents.every(([path, hash]) => known.raw.get(path) === hash) &&
    named === [...known.raw.keys()].filter(isDocument).length
  return { out: whole ? state : 'neither', documents: sound ? documents.length : null }
}

/** Two states of a project: a release of a few documents, and a lock that names more. */
const makeStates = async (project: ScratchProject, server: HazardServer): Promise<Undisturbed> => {
  const specimens = join(PROJECT, 'raw', 'specimen')
  const names = (await readdir(specimens)).filter((name) => name.endsWith('.pdf')).sort()
  const documents: { id: string; kind: 'profile'; addresses: string[] }[] = []
  for (const name of names) {
    const address = server.on(`/${name}`, servePiecemeal(await readFile(join(specimens, name))))
    documents.push({ id: `profile/${name.replace('.pdf', '')}`, kind: 'profile', addresses: [address] })
  }
  const lock = project.at('raw', 'sources.json')
  await mkdir(project.at('raw'))
  for (const name of ['corrections.csv', 'reviewed-items.csv']) {
    await cp(join(PROJECT, 'raw', name), project.at('raw', name))
  }
  await writeLock(lock, documents.slice(0, FORMER))
  await runThrough(project)
  await rm(project.at('raw', 'fetch-report.json'))
  await writeLock(lock, [...(await readLock(lock)), ...documents.slice(FORMER)])
  await project.save('before')
  const old = await hashesBelow(project, 'out')
  await runThrough(project)
  const [raw, out] = [await hashesBelow(project, 'raw'), await hashesBelow(project, 'out')]
  if (old === null || raw === null || out === null) throw new Error('make all left no folders')
  return { old, raw, out }
}

/**
 * Cuts the power so many times while `make all` fetches documents, builds them and replaces a release, each step in
 * turn, at moments that follow from a seed.
 */
export const cutPower = async (
  times: number,
  seed: number,
  report: (cut: Cut) => void = () => {},
): Promise<readonly Cut[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-power-'))
  const ends: (() => void)[] = []
  try {
    const server = await startServer({ onTestFinished: (end) => ends.push(end) })
    const settings = join(folder, 'settings.json')
    await writeFile(settings, JSON.stringify(testSettings(server, { connections_per_host: 2 })))
    const project = await scratchProject(folder, settings)
    const known = await makeStates(project, server)
    await project.restore('before')
    const lasts = await timeSteps(project)
    const random = seededRandom(seed)
    const cuts: Cut[] = []
    for (let index = 0; index < times; index++) {
      await project.restore('before')
      const chosen = STEPS[index % STEPS.length] ?? 'fetch'
      const after = random.below(Math.ceil(lasts[chosen]))
      const run = project.start()
      await begin(project, chosen, run)
      await sleep(after)
      await killGroup(run)
      const found = await look(project, known)
      const step = await stepOf(project, found.out)
      await rm(project.at('raw', 'fetch-report.json'), { force: true })
      await runThrough(project)
      const unmended = [
        ...differing(await hashesBelow(project, 'raw'), known.raw),
        ...differing(await hashesBelow(project, 'out'), known.out),
        ...(await readdir(project.at())).filter((name) => name.startsWith('.out.')),
      ]
      const cut = { step, after, ...found, unmended }
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
