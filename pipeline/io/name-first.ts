/** The first names, and how many more there are. */
export const nameFirst = (names: readonly string[], max: number): string => {
  const rest = names.length - max
  return names.slice(0, max).join(', ') + (rest > 0 ? ` and ${rest.toLocaleString('en-GB')} more` : '')
}
