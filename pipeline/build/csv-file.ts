import { CsvError, type Options, parse } from 'csv-parse/sync'
import type { z } from 'zod'
import { CliError, EXIT } from '../io/cli-error.ts'
import { describeError, errorCode } from '../io/error-code.ts'
import { readRegularText } from '../io/regular-file.ts'

const MAX_FILE_BYTES = 50_000_000

/** A row of a CSV file, and the line on which it ends. */
export interface CsvRow<Row> {
  readonly line: number
  readonly row: Row
}

const parseLines = (text: string) => {
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

/**
 * The rows of a CSV text (RFC 4180) with these columns; files of older versions may lack the last one.
 * @throws Error that names the line, the column and its value
 */
export const parseCsv = <Row>(
  text: string,
  columns: readonly string[],
  schema: z.ZodType<Row>,
): CsvRow<Row>[] => {
  const [header, ...lines] = parseLines(text)
  const found = header?.cells.join(',')
  if (header === undefined || (found !== columns.join(',') && found !== columns.slice(0, -1).join(','))) {
    throw new Error(`line ${header?.line ?? 1}: the header must be ${columns.join(',')}`)
  }
  return lines.map(({ line, cells }) => {
    if (cells.length !== header.cells.length) {
      throw new Error(`line ${line}: ${cells.length} cells where the header has ${header.cells.length}`)
    }
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

/**
 * Reads a file that people edit.
 * @throws CliError that names the file and why it cannot be used
 */
export const readCsvFile = async <Content>(
  path: string,
  name: string,
  parseText: (text: string) => Content,
): Promise<Content> => {
  try {
    return parseText(await readRegularText(path, MAX_FILE_BYTES))
  } catch (cause) {
    const reason = errorCode(cause) === 'ENOENT' ? 'there is no such file' : describeError(cause)
    throw new CliError(EXIT.usage, `The ${name} ${path} cannot be used: ${reason}.`, { cause })
  }
}
