import { styleText } from 'node:util'
import type { Indicator, Status } from '../../schemas/index.ts'
import { type DocumentResult, type OcrMode, readDocuments } from '../build/index.ts'
import { CliError, EXIT, type ExitCode } from '../io/cli-error.ts'
import { limitsOf } from './limits-of.ts'
import { noteLines } from './note-lines.ts'
import { oneFile } from './one-file.ts'
import type { Terminal } from './terminal.ts'
import { oneLine } from './visible-controls.ts'

type Style = Parameters<typeof styleText>[0]

const STATUS_STYLES: Readonly<Record<Status, Style>> = {
  present: 'green',
  partial: 'cyan',
  planned: 'yellow',
  absent: 'red',
  unknown: 'magenta',
  not_reported: 'gray',
  reported: 'blue',
  unclassified: ['bold', 'red'],
}

const INDENT = '      '

const rowText = (row: Indicator, terminal: Terminal): string => {
  const status = terminal.colour
    ? styleText(STATUS_STYLES[row.status], row.status, { validateStream: false })
    : row.status
  return [
    `${row.section_code.padEnd(5)} ${row.section}: ${status} (${row.status_rule})${row.page === null ? '' : `, page ${row.page}`}`,
    ...noteLines(row.note, row.evidence, INDENT, terminal),
  ].join('\n')
}

/** One profile as text for a terminal: section, status with its rule, and the note with the evidence in «». */
export const profileText = (result: DocumentResult & { rows: object }, terminal: Terminal): string => {
  const { document, indicators, issues } = result.rows
  const date = document.source_date ?? 'no date'
  const pages = `pages ${document.first_page} to ${document.last_page} of ${document.pages}`
  return [
    `${document.country} (${document.country_code}), ${date}, ${document.document_id}, ${pages}`,
    '',
    ...indicators.map((row) => rowText(row, terminal)),
    '',
    ...issues.map((issue) =>
      oneLine(`${issue.severity}: ${issue.section_code ?? ''} ${issue.message}`).replace(/ {2,}/g, ' '),
    ),
    '',
  ].join('\n')
}

/** The options of `cyberwellness show`. */
export interface ShowOptions {
  readonly ocr: OcrMode
}

/** Prints the profile of a file in the terminal, or all that it binds. */
export const runShow = async (file: string, options: ShowOptions, terminal: Terminal): Promise<ExitCode> => {
  const results = await readDocuments([await oneFile(file)], 1, () => {}, options.ocr, limitsOf(options))
  const read = results.filter((result) => result.rows !== null)
  const setAside = results.filter((result) => result.rows === null)
  const reasons = setAside.flatMap(({ issues }) =>
    issues.map(({ page, message }) => (page === null ? message : `Page ${page}: ${message}`)),
  )
  if (read.length === 0) throw new CliError(EXIT.nothing, `${file}: ${reasons.join(' ')}`)
  terminal.out(read.map((result) => profileText(result, terminal)).join('\n'))
  if (reasons.length > 0) terminal.err(`Set aside: ${oneLine(reasons.join(' '))}\n`)
  return EXIT.good
}
