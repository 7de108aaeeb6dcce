import { execFile } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Bench, type Figure, interleaved } from '../figure.ts'
import { type MeasuredRun, measuredRun } from '../measured-run.ts'

const ROWS = 1_000_000
const BYTES_IN_MB = 1_000_000

const programPath = (name: string): string => fileURLToPath(new URL(`../programs/${name}`, import.meta.url))

const publish = async ({ folder }: Bench, watchMemory: boolean): Promise<MeasuredRun> => {
  const out = join(folder, 'published')
  await rm(out, { recursive: true, force: true })
  return measuredRun(process.execPath, [programPath('publish-rows.ts'), String(ROWS), out], watchMemory)
}

const copy = async ({ folder }: Bench): Promise<number> => {
  const out = join(folder, 'copied')
  await mkdir(out, { recursive: true })
  const parameters = [programPath('copy-rows.ts'), join(folder, 'published/indicators.parquet'), out]
  return Number((await promisify(execFile)(process.execPath, parameters)).stdout)
}

/** The figures of writing, by a million rows of `indicators`. */
export const PUBLISHING: readonly Figure[] = [
  {
    name: 'publishing',
    title: 'making up a million rows and writing them in four formats, over DuckDB copying them to two',
    unit: 'ratio',
    must: 4,
    goal: 2,
    higherIsBetter: false,
    measure: async (bench) => {
      const parts = await interleaved(Math.min(3, bench.rounds), {
        publish: async () => (await publish(bench, false)).seconds,
        copy: () => copy(bench),
      })
      return { value: parts.publish / parts.copy, parts }
    },
  },
  {
    name: 'publishing-memory',
    title: 'memory while a million rows are written',
    unit: 'MB',
    must: 900,
    goal: 400,
    higherIsBetter: false,
    measure: async (bench) => {
      const { peakMemory } = await publish(bench, true)
      if (peakMemory === null) return { value: null, parts: {}, missing: 'the system has no /proc' }
      return { value: peakMemory / BYTES_IN_MB, parts: { peakMemory } }
    },
  },
]
