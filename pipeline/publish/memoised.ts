/** So many different values are remembered of a column; one with more is not made of codes and names. */
const REMEMBERED = 4_096

/**
 * A function of cells that remembers what it gave for the values it met first: most columns hold few different ones,
 * over and over.
 */
export const memoised = <Value, Result>(make: (value: Value) => Result): ((value: Value) => Result) => {
  const results = new Map<Value, Result>()
  return (value) => {
    const known = results.get(value)
    if (known !== undefined) return known
    const made = make(value)
    if (results.size < REMEMBERED) results.set(value, made)
    return made
  }
}
