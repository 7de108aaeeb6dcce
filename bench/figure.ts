/** What a figure is measured in. */
export type Unit = 'ratio' | 'ms' | 'MB'

/** What the bench measures: one number, with what it must and what it should be. */
export interface Figure {
  /** A short name, by which it can be asked for alone. */
  readonly name: string
  readonly title: string
  readonly unit: Unit
  /** The bound that must hold, and the one aimed at. */
  readonly must: number
  readonly goal: number
  /** Whether more is better. */
  readonly higherIsBetter: boolean
  /** Null where the machine lacks what it takes; why is in `missing`. */
  readonly measure: (bench: Bench) => Promise<Measurement>
}

/** What a figure came to. */
export interface Measurement {
  readonly value: number | null
  /** What it was made of, for the reader: medians in seconds or bytes. */
  readonly parts: Readonly<Record<string, number>>
  readonly missing?: string
}

/** What figures share. */
export interface Bench {
  /** A folder that is gone when the bench ends. */
  readonly folder: string
  /** How often runs are repeated. */
  readonly rounds: number
  /** A folder of so many generated profiles, made when first asked for. */
  readonly profiles: (count: number) => Promise<string>
  /** The same, of text files. */
  readonly textProfiles: (count: number) => Promise<string>
}

/** The middle of some numbers. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/**
 * Runs the ways to do something in turn, round after round, so that a slow moment of the machine befalls them all;
 * the median of what each gave.
 */
export const interleaved = async <Name extends string>(
  rounds: number,
  ways: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Record<Name, number>> => {
  const names = Object.keys(ways) as Name[]
  const values = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const name of names) values.get(name)?.push(await ways[name]())
  }
  const medians = names.map((name) => [name, median(values.get(name) ?? [])])
  return Object.fromEntries(medians) as Record<Name, number>
}
