import { CsvError, type Options, parse } from 'csv-parse/sync'
import type { z } from 'zod'

/**
 * The cells of each line of a CSV text, as many as in the first, and the line on which they end.
 * @throws Error that names the line at fault
 */
export const parseCsvLines = (
  text: string,
  checkHeader?: (cells: readonly string[], line: number) => void,
) => {
  const lines: { line: number; cells: readonly string[] }[] = []
  const options: Options<string[]> = {
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    on_record: (cells, { lines: line }) => {
      if (lines.length === 0) checkHeader?.(cells, line)
      const width = lines[0]?.cells.length ?? cells.length
      if (cells.length !== width)
        throw new Error(`line ${line}: ${cells.length} cells where the header has ${width}`)
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

/**
 * The rows of a CSV text (RFC 4180) with these columns, and the line on which each ends; files of older versions may lack
 * the last column.
 * @throws Error that names the line, the column and its value
 */
export const parseCsv = <Row>(text: string, columns: readonly string[], schema: z.ZodType<Row>) => {
  const checkHeader = (cells: readonly string[], line: number): void => {
    const isKnown = [columns, columns.slice(0, -1)].some((known) => known.join(',') === cells.join(','))
    if (!isKnown) throw new Error(`line ${line}: the header must be ${columns.join(',')}`)
  }
  const [header, ...lines] = parseCsvLines(text, checkHeader)
  if (header === undefined) checkHeader([], 1)
  return lines.map(({ line, cells }) => {
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
