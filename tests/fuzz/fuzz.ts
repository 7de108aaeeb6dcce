import { hash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pLimit from 'p-limit'
import { createProcessPool } from '../../pipeline/build/process-pool.ts'
import { contentLimits, USUAL_LIMITS } from '../../schemas/index.ts'
import { mutate } from './mutate.ts'
import { seededRandom } from './random.ts'

const SPECIMENS = new URL('../../raw/specimen/', import.meta.url)

/** Outcomes that no mutated file may have: a fault of the reader, or a specimen that became too much for it. */
const FAULTS: ReadonlySet<string> = new Set(['reader_failed', 'over_time', 'over_memory'])

/** What a run found. */
export interface FuzzReport {
  /** How many files had each outcome: `read`, or the issue for which they were rejected. */
  readonly outcomes: ReadonlyMap<string, number>
  /** The seeds of the files that had an outcome which none may have, with its message. */
  readonly faults: readonly { readonly seed: number; readonly said: string }[]
}

/** Makes the mutant of a seed. */
export const makeMutant = async (seed: number): Promise<Buffer> => {
  const names = (await readdir(SPECIMENS)).filter((name) => name.endsWith('.pdf')).sort()
  const random = seededRandom(seed)
  const [one, other] = [names[random.below(names.length)], names[random.below(names.length)]]
  if (one === undefined || other === undefined) throw new Error('there are no specimens')
  const [left, right] = [await readFile(new URL(one, SPECIMENS)), await readFile(new URL(other, SPECIMENS))]
  return Buffer.from(mutate(left, right, random))
}

/** Reads the mutated samples of `count` seeds, from bytes to validated rows, in the processes that a build uses. */
export const fuzz = async (
  first: number,
  count: number,
  jobs: number,
  progress: (done: number, total: number) => void = () => {},
): Promise<FuzzReport> => {
  const limits = { ...USUAL_LIMITS, time: 120 }
  const pool = createProcessPool(jobs, limits)
  const outcomes = new Map<string, number>()
  const faults: { seed: number; said: string }[] = []
  let done = 0
  const readMutant = async (seed: number): Promise<void> => {
    const bytes = await makeMutant(seed)
    const { packed, rejected } = await pool.read({
      source: {
        ...{ name: `${seed}.pdf`, bytes, sha256: hash('sha256', bytes), mediaType: 'application/pdf' },
      },
      options: { ocr: 'off', limits: contentLimits(limits) },
    })
    const issue = rejected.find(({ set_aside }) => set_aside)
    const found = [...packed.map(() => 'read'), ...(issue ? [issue.code] : [])]
    for (const outcome of found) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    if (issue && FAULTS.has(issue.code)) faults.push({ seed, said: `${issue.code}: ${issue.value}` })
    progress(++done, count)
  }
  try {
    const seeds = Array.from({ length: count }, (_, index) => first + index)
    await pLimit(pool.width).map(seeds, readMutant)
    return { outcomes, faults: faults.toSorted((left, right) => left.seed - right.seed) }
  } finally {
    await pool.destroy()
  }
}
