import { CsvError, type Options, parse } from 'csv-parse/sync'
import { CORRECTION_COLUMNS, type Correction, correction } from '../../schemas/index.ts'
import { CliError, EXIT } from '../io/cli-error.ts'

/** A corrections file that does not say plainly what to correct; its message names the line. */
export class CorrectionsMalformed extends CliError {
  override readonly name = 'CorrectionsMalformed'
  constructor(message: string, options?: ErrorOptions) {
    super(EXIT.usage, message, options)
  }
}

/** A correction, and the line of the file on which it ends. */
export interface ListedCorrection {
  readonly line: number
  readonly correction: Correction
}

interface CsvLine {
  readonly line: number
  readonly cells: readonly string[]
}

const linesOf = (text: string): CsvLine[] => {
  const numbers: number[] = []
  const options: Options<string[]> = {
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    on_record: (cells, { lines }) => {
      numbers.push(lines)
      return cells
    },
  }
  try {
    return parse(text, options).map((cells, index) => ({ line: numbers[index] ?? 0, cells }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new CorrectionsMalformed(`line ${String(error['lines'] ?? 1)}: ${error.message}`)
  }
}

const checkHeader = (header: CsvLine | undefined): void => {
  const expected = CORRECTION_COLUMNS.join(',')
  if (header?.cells.join(',') === expected) return
  throw new CorrectionsMalformed(`line ${header?.line ?? 1}: the header must be ${expected}`)
}

const correctionOf = ({ line, cells }: CsvLine): ListedCorrection => {
  if (cells.length !== CORRECTION_COLUMNS.length) {
    throw new CorrectionsMalformed(
      `line ${line}: ${cells.length} cells where the header has ${CORRECTION_COLUMNS.length}`,
    )
  }
  const row = Object.fromEntries(CORRECTION_COLUMNS.map((column, index) => [column, cells[index]]))
  const result = correction.safeParse(row)
  if (result.success) return { line, correction: result.data }
  const faults = result.error.issues.map((issue) => {
    const column = String(issue.path[0])
    return `${column} “${row[column]}” ${issue.message}`
  })
  throw new CorrectionsMalformed(`line ${line}: ${faults.join('; ')}`)
}

/**
 * The corrections that a file (RFC 4180 CSV with a header) lists, in its order.
 * @throws CorrectionsMalformed where a line is not a correction, or corrects a cell again
 */
export const parseCorrections = (text: string): ListedCorrection[] => {
  const [header, ...lines] = linesOf(text)
  checkHeader(header)
  const first = new Map<string, number>()
  return lines.map((csvLine) => {
    const listed = correctionOf(csvLine)
    const { document_id, section_code, column } = listed.correction
    const cell = `${document_id} ${section_code} ${column}`
    const before = first.get(cell)
    if (before !== undefined) {
      throw new CorrectionsMalformed(`line ${listed.line}: ${cell} is corrected already on line ${before}`)
    }
    first.set(cell, listed.line)
    return listed
  })
}
