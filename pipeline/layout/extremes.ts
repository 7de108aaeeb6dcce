/** The largest of some numbers, however many: `Math.max` takes no more than fit on the stack. -Infinity of none. */
export const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)

/** The smallest of some numbers, however many; Infinity of none. */
export const smallest = (values: readonly number[]): number =>
  values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
