import type { Line } from './line.ts'

/** Lines of one column, with their distances within it. */
export const respace = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line, index) => {
    const above = lines[index - 1]
    if (!above || above.page !== line.page || above.baseline <= line.baseline) return line
    return { ...line, leading: (above.baseline - line.baseline) / line.size }
  })

/**
 * Changes the order of lines within each stretch. A stretch is successive lines for which `findPart` gives a part; a line
 * without one ends the stretch and keeps its place.
 */
export const readStretches = <Part>(
  lines: readonly Line[],
  findPart: (line: Line) => Part | null,
  readStretch: (parts: readonly Part[]) => readonly Line[],
): readonly Line[] => {
  const read: Line[] = []
  let stretch: Part[] = []
  const close = (): void => {
    for (const line of readStretch(stretch)) read.push(line)
    stretch = []
  }
  for (const line of lines) {
    const part = findPart(line)
    if (part !== null) stretch.push(part)
    else {
      close()
      read.push(line)
    }
  }
  close()
  return read
}
