import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mapConcurrently, type Progress } from '../../pipeline/build/map-concurrently.ts'
import { createProcessPool } from '../../pipeline/build/process-pool.ts'
import { readResults } from '../../pipeline/build/read-files.ts'
import { USUAL_LIMITS } from '../../schemas/index.ts'
import { mutate } from './mutate.ts'
import { seededRandom } from './random.ts'

const SPECIMENS = new URL('../../raw/specimen/', import.meta.url)

/** Outcomes that no mutated file may have: a fault of the reader, or a specimen that became too much for it. */
const FAULTS = ['reader_failed', 'over_time', 'over_memory'] as const

/** What a run found. */
export interface FuzzReport {
  /** How many files had each outcome: `read`, or the issue that set them aside. */
  readonly outcomes: ReadonlyMap<string, number>
  /** The seeds of the files that had an outcome which none may have, with what was said of them. */
  readonly faults: readonly { readonly seed: number; readonly said: string }[]
}

/** The bytes of the mutant of a seed. */
export const mutantOf = async (seed: number): Promise<Uint8Array> => {
  const names = (await readdir(SPECIMENS)).filter((name) => name.endsWith('.pdf')).sort()
  const random = seededRandom(seed)
  const [one, other] = [names[random.below(names.length)], names[random.below(names.length)]]
  if (one === undefined || other === undefined) throw new Error('there are no specimens')
  return mutate(await readFile(new URL(one, SPECIMENS)), await readFile(new URL(other, SPECIMENS)), random)
}

/** Reads the mutants of so many seeds, from bytes to validated rows, in the processes that a build uses. */
export const fuzz = async (
  first: number,
  count: number,
  jobs: number,
  progress: Progress = () => {},
): Promise<FuzzReport> => {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-fuzz-'))
  const limits = { ...USUAL_LIMITS, time: 120 }
  const pool = createProcessPool(jobs, limits)
  const outcomes = new Map<string, number>()
  const faults: { seed: number; said: string }[] = []
  const readMutant = async (seed: number): Promise<void> => {
    const path = join(folder, `${seed}.pdf`)
    await writeFile(path, await mutantOf(seed))
    for (const result of await readResults({ path, name: `${seed}.pdf` }, pool, 'off', limits)) {
      const issue = result.rows === null ? result.issues.find(({ set_aside }) => set_aside) : undefined
      const outcome = issue?.code ?? 'read'
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      if (FAULTS.some((fault) => fault === outcome))
        faults.push({ seed, said: `${outcome}: ${issue?.value}` })
    }
    await rm(path)
  }
  try {
    const seeds = Array.from({ length: count }, (_, index) => first + index)
    await mapConcurrently(seeds, pool.width, readMutant, progress)
    return { outcomes, faults: faults.toSorted((left, right) => left.seed - right.seed) }
  } finally {
    await pool.destroy()
    await rm(folder, { recursive: true, force: true })
  }
}
