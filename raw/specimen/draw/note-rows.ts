import type { Columns, List, NotePart } from '../specimen.ts'
import type { Measure } from './measure.ts'
import type { Fragment, Row } from './row.ts'
import { GUTTER, MARK_INDENT, PAGE, TEXT_WIDTH, type TextStyle } from './style.ts'
import { wrap } from './wrap.ts'

/** What the rows of a note need to know of the profile's look. */
interface NoteStyle {
  readonly text: TextStyle
  /** Height of a line, in points. */
  readonly leading: number
  readonly justified: boolean
}

type Line = readonly Fragment[]

const makeRow = (fragments: Line, style: NoteStyle): Row => ({
  fragments,
  height: style.leading,
  before: 0,
  staysWithNext: false,
})

const paragraphLines = (text: string, style: NoteStyle, measure: Measure): Line[] => {
  const measureWidth = (line: string): number => measure(line, style.text)
  return wrap(text, (line) => measureWidth(line) <= TEXT_WIDTH).map((line) => {
    const spaces = line.text.split(' ').length - 1
    const stretched = style.justified && !line.last && spaces > 0
    const wordSpacing = stretched ? (TEXT_WIDTH - measureWidth(line.text)) / spaces : 0
    return [{ text: line.text, style: style.text, x: PAGE.left, wordSpacing }]
  })
}

/** The lines of a list entry that begins at `x` and may be `width` wide. */
const entryLines = (
  entry: string,
  mark: List['mark'],
  place: { x: number; width: number },
  style: NoteStyle,
  measure: Measure,
): Line[] => {
  const hangs = mark.endsWith('\t')
  const indent = hangs ? MARK_INDENT : 0
  const lines = wrap(
    hangs ? entry : mark + entry,
    (line) => measure(line, style.text) <= place.width - indent,
  ).map((line): Line => [{ text: line.text, style: style.text, x: place.x + indent }])
  if (!hangs) return lines
  const bullet: Fragment = { text: mark.trimEnd(), style: style.text, x: place.x }
  return lines.map((line, index) => (index === 0 ? [bullet, ...line] : line))
}

const columnLines = (block: Columns, style: NoteStyle, measure: Measure): Line[] => {
  const pitch = TEXT_WIDTH / block.columns.length
  const cells = block.columns.map((entries, column) =>
    entries.map((entry) =>
      entryLines(entry, block.mark, { x: PAGE.left + column * pitch, width: pitch - GUTTER }, style, measure),
    ),
  )
  const heightOfRow = (row: number): number => Math.max(...cells.map((column) => column[row]?.length ?? 0))
  const padded = cells.map((column) =>
    column.flatMap((cell, row) =>
      block.level ? Array.from({ length: heightOfRow(row) }, (_, line) => cell[line] ?? []) : cell,
    ),
  )
  const height = Math.max(...padded.map((column) => column.length))
  return Array.from({ length: height }, (_, line) => padded.flatMap((column) => column[line] ?? []))
}

const partLines = (part: NotePart, style: NoteStyle, measure: Measure): Line[] => {
  if (typeof part === 'string') return paragraphLines(part, style, measure)
  if (part.kind === 'columns') return columnLines(part, style, measure)
  const place = { x: PAGE.left, width: TEXT_WIDTH }
  return part.entries.flatMap((entry) => entryLines(entry, part.mark, place, style, measure))
}

/** The rows of a note from top to bottom. */
export const noteRows = (parts: readonly NotePart[], style: NoteStyle, measure: Measure): Row[] =>
  parts.flatMap((part) => partLines(part, style, measure)).map((line) => makeRow(line, style))
