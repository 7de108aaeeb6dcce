import { type PlacedLine, startsWithListMark } from '../layout/index.ts'
import type { Entry } from './profile.ts'

const opensEntry = (line: PlacedLine, above: PlacedLine | undefined): boolean => {
  if (!above || startsWithListMark(line.text)) return true
  const sameCell = line.cell?.block === above.cell?.block && line.cell?.column === above.cell?.column
  return !sameCell
}

/** Parts the lines of a note into list entries and paragraphs. */
export const entriesOf = (lines: readonly PlacedLine[]): Entry[] => {
  const entries: { marked: boolean; lines: PlacedLine[] }[] = []
  for (const [index, line] of lines.entries()) {
    const entry = entries.at(-1)
    if (entry && !opensEntry(line, lines[index - 1])) entry.lines.push(line)
    else entries.push({ marked: startsWithListMark(line.text), lines: [line] })
  }
  return entries
}
