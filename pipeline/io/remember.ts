const MAX_REMEMBERED = 20_000

/** A function that remembers its latest results: profiles repeat the words of their template. */
export const remember = <Key, Value>(
  find: (key: Key) => Value,
  limit = MAX_REMEMBERED,
): ((key: Key) => Value) => {
  const known = new Map<Key, Value>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= limit) known.clear()
    const value = find(key)
    known.set(key, value)
    return value
  }
}
