import { copyFile, mkdir, readdir, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { mapConcurrently } from '../../pipeline/build/map-concurrently.ts'
import { buildOnce } from '../command-line.ts'
import { type Bench, type Figure, interleaved, type Measurement } from '../figure.ts'
import { measuredRun } from '../measured-run.ts'

const FEW = 200
const SOME = 2_000
const MANY = 20_000

const jobs = availableParallelism()

const cold = async (bench: Bench, input: string, width = jobs): Promise<number> =>
  (await buildOnce(bench, { input, jobs: width })).seconds

const warm = async (bench: Bench, input: string): Promise<number> =>
  (await buildOnce(bench, { input, jobs, warm: true })).seconds

/** Seconds that poppler takes to read the words of all files, a process a file, as many at a time as workers. */
const poppler = async (input: string): Promise<number> => {
  const started = performance.now()
  const names = await readdir(input)
  await mapConcurrently(names, jobs, (name) =>
    measuredRun('pdftotext', ['-bbox-layout', join(input, name), '/dev/null']),
  )
  return (performance.now() - started) / 1_000
}

const hasPoppler = async (): Promise<boolean> => {
  try {
    await measuredRun('pdftotext', ['-v'])
    return true
  } catch {
    return false
  }
}

const ratio = (parts: Readonly<Record<string, number>>, over: string, under: string): Measurement => ({
  value: (parts[over] ?? Number.NaN) / (parts[under] ?? Number.NaN),
  parts,
})

/** A folder of copies in which one file is another each time. */
const oneChanged = async (bench: Bench, input: string, round: number): Promise<string> => {
  const folder = join(bench.folder, 'one-changed')
  const others = await bench.profiles(FEW + bench.rounds)
  const added = (await readdir(others)).sort()[FEW + round]
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  for (const name of (await readdir(input)).slice(1)) await copyFile(join(input, name), join(folder, name))
  if (added !== undefined) await copyFile(join(others, added), join(folder, added))
  return folder
}

/** What one document costs in a build of many, over what it costs in a build of few. */
const perDocument = async (bench: Bench): Promise<Measurement> => {
  const [few, many] = [await bench.textProfiles(FEW), await bench.textProfiles(MANY)]
  const parts = await interleaved(1, {
    few: async () => (await cold(bench, few)) / FEW,
    many: async () => (await cold(bench, many)) / MANY,
  })
  return ratio(parts, 'many', 'few')
}

const memoryOf = async (bench: Bench, count: number): Promise<number> => {
  const input = await bench.textProfiles(count)
  return (await buildOnce(bench, { input, jobs, watchMemory: true })).peakMemory ?? Number.NaN
}

/** The figures of whole builds, the explorer left out. */
export const BUILDING: readonly Figure[] = [
  {
    name: 'cold',
    title: 'a cold build of 200 profiles, over poppler reading their words',
    unit: 'ratio',
    must: 1.5,
    goal: 1,
    higherIsBetter: false,
    measure: async (bench) => {
      if (!(await hasPoppler())) return { value: null, parts: {}, missing: 'pdftotext is not installed' }
      const input = await bench.profiles(FEW)
      const parts = await interleaved(bench.rounds, {
        build: () => cold(bench, input),
        poppler: () => poppler(input),
      })
      return ratio(parts, 'build', 'poppler')
    },
  },
  {
    name: 'unchanged',
    title: 'a build where nothing has changed, over a cold one',
    unit: 'ratio',
    must: 0.4,
    goal: 0.3,
    higherIsBetter: false,
    measure: async (bench) => {
      const input = await bench.profiles(FEW)
      const parts = await interleaved(bench.rounds, {
        cold: () => cold(bench, input),
        unchanged: () => warm(bench, input),
      })
      return ratio(parts, 'unchanged', 'cold')
    },
  },
  {
    name: 'one-changed',
    title: 'a build where one of 200 profiles has changed, over a cold one',
    unit: 'ratio',
    must: 0.2,
    goal: 0.1,
    higherIsBetter: false,
    measure: async (bench) => {
      const input = await bench.profiles(FEW)
      let round = 0
      const parts = await interleaved(bench.rounds, {
        cold: () => cold(bench, input),
        one: async () => warm(bench, await oneChanged(bench, input, round++)),
      })
      return ratio(parts, 'one', 'cold')
    },
  },
  {
    name: 'workers',
    title: 'one worker over two, cold',
    unit: 'ratio',
    must: 1.7,
    goal: 1.9,
    higherIsBetter: true,
    measure: async (bench) => {
      const input = await bench.profiles(FEW)
      const parts = await interleaved(bench.rounds, {
        one: () => cold(bench, input, 1),
        two: () => cold(bench, input, 2),
      })
      return ratio(parts, 'one', 'two')
    },
  },
  {
    name: 'many-time',
    title: 'time a document among 20,000 text profiles, over that among 200',
    unit: 'ratio',
    must: 1.1,
    goal: 1,
    higherIsBetter: false,
    measure: perDocument,
  },
  {
    name: 'many-memory',
    title: 'memory of all processes for 20,000 text profiles, over that for 2,000',
    unit: 'ratio',
    must: 1.2,
    goal: 1.05,
    higherIsBetter: false,
    measure: async (bench) => {
      const parts = await interleaved(1, {
        some: () => memoryOf(bench, SOME),
        many: () => memoryOf(bench, MANY),
      })
      return ratio(parts, 'many', 'some')
    },
  },
]
