/** A number for people: `1,234`; of a fraction at most four digits. */
export const formatCount = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: 4 })

export const plural = (value: number, one: string, many = `${one}s`): string =>
  `${formatCount(value)} ${value === 1 ? one : many}`

/** The first names, and how many more there are. */
export const nameFirst = (names: readonly string[], max: number): string => {
  const rest = names.length - max
  return names.slice(0, max).join(', ') + (rest > 0 ? ` and ${formatCount(rest)} more` : '')
}

const MAX_LISTED = 20

/** The first lines, and how many more there are. */
export const listFirst = (lines: readonly string[]): string[] => {
  const rest = lines.length - MAX_LISTED
  return [...lines.slice(0, MAX_LISTED), ...(rest > 0 ? [`and ${formatCount(rest)} more`] : [])]
}
