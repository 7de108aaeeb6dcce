import { smallest } from './extremes.ts'
import type { TableLine } from './heading-column.ts'
import type { Line } from './line.ts'

/** A gap between two lines of text this many times the usual one parts two blocks. */
const BLOCK_GAP_RATIO = 1.3

/** The share of rows that begin level, from which all do; one in the middle of an odd number of lines is level as well. */
const SHARE_AT_TOP = 0.85

/** A number of two parts or of one belongs to a heading without text of its own, but in the last chapter. */
const PARENT_NUMBER = /^(?:1(?:\.\d)?|2)\.?\s+\D/

interface Row {
  readonly heading: Line[]
  readonly text: Line[]
}

const topOf = (lines: readonly Line[]): number => lines[0]?.y1 ?? Number.NEGATIVE_INFINITY
const bottomOf = (lines: readonly Line[]): number => lines.at(-1)?.y0 ?? Number.POSITIVE_INFINITY
const pageOf = (lines: readonly Line[]): number => lines[0]?.page ?? 0

const overlap = (one: readonly Line[], other: readonly Line[]): boolean =>
  pageOf(one) === pageOf(other) && topOf(one) > bottomOf(other) && topOf(other) > bottomOf(one)

const gapsOf = (lines: readonly Line[]): readonly number[] =>
  lines.map((line, index) => {
    const above = lines[index - 1]
    return above?.page === line.page ? above.baseline - line.baseline : Number.POSITIVE_INFINITY
  })

/** Lines that stand together, each block set off from the one above by more than the usual space. */
const blocksOf = (lines: readonly Line[]): readonly (readonly Line[])[] => {
  const gaps = gapsOf(lines)
  const usual = smallest(gaps.filter((gap, index) => gap > (lines[index]?.size ?? 0) * 0.8))
  const blocks: Line[][] = []
  for (const [index, line] of lines.entries()) {
    const block = blocks.at(-1)
    if (block && (gaps[index] ?? 0) <= usual * BLOCK_GAP_RATIO) block.push(line)
    else blocks.push([line])
  }
  return blocks
}

/** Gives a block that several headings stand beside to them in parts: each begins at the first line of its heading. */
const dealParts = (block: readonly Line[], rows: readonly Row[]): void => {
  let at = 0
  for (const line of block) {
    while (at + 1 < rows.length && line.baseline < topOf(rows[at + 1]?.heading ?? [])) at++
    rows[at]?.text.push(line)
  }
}

const isAbove = ({ heading }: Row, block: readonly Line[]): boolean =>
  pageOf(heading) < pageOf(block) || (pageOf(heading) === pageOf(block) && bottomOf(heading) >= topOf(block))

/** The rows beside a block, of which none before `from` is. */
const rowsBeside = (rows: readonly Row[], from: number, block: readonly Line[]): readonly Row[] => {
  let to = from
  while (to < rows.length && overlap(rows[to]?.heading ?? [], block)) to++
  return rows.slice(from, to)
}

/** The row to which a block belongs that stands beside no heading: that of the heading above, if it may have text. */
const rowNear = (above: Row | undefined, below: Row | undefined): Row | undefined =>
  above && !PARENT_NUMBER.test(above.heading[0]?.text ?? '') ? above : below

/** Distances between lines as they stand under each other now. */
const spaced = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line, index) => {
    const above = lines[index - 1]
    if (above?.page !== line.page || above.baseline <= line.baseline) return line
    return { ...line, leading: (above.baseline - line.baseline) / line.size }
  })

/** Whether the first line of the text stands level with that of its heading, in all rows but a few. */
const isLevelAtTop = (table: readonly TableLine[]): boolean => {
  const opening = table.filter(
    ({ heading, opens }) => heading !== null && opens && !PARENT_NUMBER.test(heading.text),
  )
  return opening.filter(({ text }) => text !== null).length >= opening.length * SHARE_AT_TOP
}

/** Gives each row the text down to its next heading; what stands above all headings comes back. */
const dealDownwards = (table: readonly TableLine[], rows: readonly Row[]): readonly Line[] => {
  const before: Line[] = []
  let row = -1
  for (const { opens, text } of table) {
    if (opens) row++
    if (text !== null) (rows[row]?.text ?? before).push(text)
  }
  return before
}

/** Gives each row the blocks of text that its heading stands in the middle of; what has no row comes back. */
const dealByMiddle = (text: readonly Line[], rows: readonly Row[]): readonly Line[] => {
  const before: Line[] = []
  let at = 0
  for (const block of blocksOf(text)) {
    for (let row = rows[at]; row && isAbove(row, block); row = rows[at]) at++
    const beside = rowsBeside(rows, at, block)
    if (beside.length > 0) dealParts(block, beside)
    else for (const line of block) (rowNear(rows[at - 1], rows[at])?.text ?? before).push(line)
  }
  return before
}

/**
 * The lines of a table row by row: a heading, then the text beside it, whether both begin at one height or the heading
 * stands in the middle of its row. Text above all headings comes first.
 */
export const rowsOfTable = (table: readonly TableLine[]): readonly Line[] => {
  const rows: Row[] = []
  for (const { heading, opens } of table) {
    if (heading === null) continue
    if (opens) rows.push({ heading: [heading], text: [] })
    else rows.at(-1)?.heading.push(heading)
  }
  const text = table.flatMap((line) => line.text ?? [])
  const before = isLevelAtTop(table) ? dealDownwards(table, rows) : dealByMiddle(text, rows)
  return [...before, ...rows.flatMap((row) => [...row.heading, ...spaced(row.text)])]
}
