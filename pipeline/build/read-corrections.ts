import { CsvError, type Options, parse } from 'csv-parse/sync'
import { CORRECTION_COLUMNS, type Correction, correction, DOCUMENT_ID } from '../../schemas/index.ts'
import { CliError, EXIT } from '../io/cli-error.ts'
import { describeError, errorCode } from '../io/error-code.ts'
import { readRegularText } from '../io/regular-file.ts'

const MAX_FILE_BYTES = 20_000_000

/** A correction, and the line of the file on which it ends. */
export interface ListedCorrection {
  readonly line: number
  readonly correction: Correction
}

interface CsvLine {
  readonly line: number
  readonly cells: readonly string[]
}

const parseLines = (text: string): CsvLine[] => {
  const lines: CsvLine[] = []
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

const parseCorrection = ({ line, cells }: CsvLine, width: number): ListedCorrection => {
  if (cells.length !== width) {
    throw new Error(`line ${line}: ${cells.length} cells where the header has ${width}`)
  }
  const row = Object.fromEntries(CORRECTION_COLUMNS.map((column, index) => [column, cells[index] ?? '']))
  const result = correction.safeParse(row)
  if (result.success) return { line, correction: result.data }
  const faults = result.error.issues.map((issue) => {
    const column = String(issue.path[0])
    return `${column} “${row[column]}” ${issue.message}`
  })
  throw new Error(`line ${line}: ${faults.join('; ')}`)
}

/**
 * The corrections that a text (RFC 4180 CSV with a header) lists, in its order.
 * @throws Error that names the line which is not a correction, or corrects a cell again
 */
export const parseCorrections = (text: string): ListedCorrection[] => {
  const [header, ...lines] = parseLines(text)
  const expected = CORRECTION_COLUMNS.join(',')
  // files from before note_fingerprint have no such column
  const headers = [expected, CORRECTION_COLUMNS.slice(0, -1).join(',')]
  if (header === undefined || !headers.includes(header.cells.join(','))) {
    throw new Error(`line ${header?.line ?? 1}: the header must be ${expected}`)
  }
  const firstLines = new Map<string, number>()
  return lines.map((csvLine) => {
    const listed = parseCorrection(csvLine, header.cells.length)
    const { document_id, section_code, column, note_sha256, note_fingerprint } = listed.correction
    const cell = `${document_id} ${section_code} ${column}`
    // a profile may have another note in another file; a document has one
    const key = DOCUMENT_ID.test(document_id) ? cell : `${cell} ${note_sha256}${note_fingerprint}`
    const first = firstLines.get(key)
    if (first !== undefined) {
      throw new Error(`line ${listed.line}: ${cell} is corrected already on line ${first}`)
    }
    firstLines.set(key, listed.line)
    return listed
  })
}

/**
 * Reads the corrections file.
 * @throws CliError that names the file and the line
 */
export const readCorrections = async (path: string): Promise<ListedCorrection[]> => {
  try {
    return parseCorrections(await readRegularText(path, MAX_FILE_BYTES))
  } catch (error) {
    const reason = errorCode(error) === 'ENOENT' ? 'there is no such file' : describeError(error)
    throw new CliError(EXIT.usage, `The corrections file ${path} cannot be used: ${reason}.`, {
      cause: error,
    })
  }
}
