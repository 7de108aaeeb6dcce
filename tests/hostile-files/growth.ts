import assert from 'node:assert/strict'

/** Time may grow to this multiple where the size doubles: 4 would be its square. */
const MAX_GROWTH = 3.2
const NOISE_MS = 60

/** Processor time that work takes, in ms: the least of three times. */
const measure = async (work: () => unknown): Promise<number> => {
  const times: number[] = []
  for (let turn = 0; turn < 3; turn++) {
    const start = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(start)
    times.push((user + system) / 1_000)
  }
  return Math.min(...times)
}

/** Asserts that work on an input of twice the size does not take much more than twice the time. */
export const assertLinear = async (size: number, work: (size: number) => unknown): Promise<void> => {
  const [once, twice] = [await measure(() => work(size)), await measure(() => work(2 * size))]
  assert.ok(twice <= once * MAX_GROWTH + NOISE_MS, `${once} ms, then ${twice} ms`)
}
