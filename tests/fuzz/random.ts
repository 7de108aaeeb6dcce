/** A source of numbers that gives the same ones for the same seed. */
export interface Random {
  /** A whole number from 0 to below a bound. */
  readonly below: (bound: number) => number
  /** One of some values. */
  readonly of: <Value>(values: readonly [Value, ...Value[]]) => Value
}

/** The generator mulberry32: 32 bits of state, good enough to choose places in a file. */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (bound: number): number => Math.floor(next() * bound)
  return { below, of: (values) => values[below(values.length)] ?? values[0] }
}
