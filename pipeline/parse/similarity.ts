/** The number of single-character edits that turn one text into the other (Levenshtein 1966). */
export const editDistance = (left: string, right: string): number => {
  const edits = Uint32Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row++) {
    const unit = left.charCodeAt(row - 1)
    let diagonal = row - 1
    edits[0] = row
    for (let column = 1; column <= right.length; column++) {
      const above = edits[column] ?? 0
      const substitution = diagonal + (unit === right.charCodeAt(column - 1) ? 0 : 1)
      edits[column] = Math.min(substitution, above + 1, (edits[column - 1] ?? 0) + 1)
      diagonal = above
    }
  }
  return edits[right.length] ?? 0
}

/** How like two texts are, from 0 (nothing in common) to 1 (the same), white space left out. */
export const similarity = (left: string, right: string): number => {
  const a = left.replace(/\s+/g, '')
  const b = right.replace(/\s+/g, '')
  if (a === b) return 1
  const longest = Math.max(a.length, b.length)
  return 1 - editDistance(a, b) / longest
}
