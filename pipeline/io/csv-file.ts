import { CsvError, type Options, parse } from 'csv-parse/sync'
import type { z } from 'zod'

/** A row of a CSV file, and the line on which it ends. */
export interface CsvRow<Row> {
  readonly line: number
  readonly row: Row
}

/**
 * The cells of each line of a CSV text, and the line on which they end.
 * @throws Error that names the line at fault
 */
export const parseCsvLines = (text: string) => {
  const lines: { line: number; cells: readonly string[] }[] = []
  const options: Options<string[]> = {
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    on_record: (cells, { lines: line }) => {
      lines.push({ line, cells })
      return null
    },
  }
  try {
    parse(text, options)
    return lines
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Error(`line ${String(error['lines'] ?? 1)}: ${error.message}`)
  }
}

type CsvLine = ReturnType<typeof parseCsvLines>[number]

/** @throws Error that names the line, unless it has as many cells as the header */
export const checkWidth = ({ line, cells }: CsvLine, header: CsvLine): void => {
  if (cells.length !== header.cells.length) {
    throw new Error(`line ${line}: ${cells.length} cells where the header has ${header.cells.length}`)
  }
}

/**
 * The rows of a CSV text (RFC 4180) with these columns; files of older versions may lack the last one.
 * @throws Error that names the line, the column and its value
 */
export const parseCsv = <Row>(
  text: string,
  columns: readonly string[],
  schema: z.ZodType<Row>,
): CsvRow<Row>[] => {
  const [header, ...lines] = parseCsvLines(text)
  const found = header?.cells.join(',')
  if (header === undefined || (found !== columns.join(',') && found !== columns.slice(0, -1).join(','))) {
    throw new Error(`line ${header?.line ?? 1}: the header must be ${columns.join(',')}`)
  }
  return lines.map((csvLine) => {
    checkWidth(csvLine, header)
    const { line, cells } = csvLine
    const row = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
    const result = schema.safeParse(row)
    if (result.success) return { line, row: result.data }
    const faults = result.error.issues.map(({ path, message }) => {
      const column = String(path[0])
      return `${column} “${row[column]}” ${message}`
    })
    throw new Error(`line ${line}: ${faults.join('; ')}`)
  })
}
