/** The largest of any number of numbers (`Math.max` takes only as many as fit on the stack); -Infinity of none. */
export const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)

/** The smallest of some numbers, however many; Infinity of none. */
export const smallest = (values: readonly number[]): number =>
  values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)

/** The number below which a share of some numbers lies, the upper of two; undefined of none. */
export const findQuantile = (values: readonly number[], share: number): number | undefined =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * share)]

/** The number in the middle of some, the upper of two; undefined of none. */
export const findMedian = (values: readonly number[]): number | undefined => findQuantile(values, 0.5)
