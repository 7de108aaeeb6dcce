import { stat } from 'node:fs/promises'
import { styleText } from 'node:util'
import { Command } from 'commander'
import type { Indicator, Status } from '../../schemas/index.ts'
import type { DocumentResult, OcrMode } from '../build/index.ts'
import type { SourceFile } from '../fetch/index.ts'
import { CliError, EXIT } from '../io/cli-error.ts'
import { noteLines } from './note-lines.ts'
import { limitOptions, ocrOption, readLimits } from './options.ts'
import type { CommandContext, Terminal } from './terminal.ts'
import { oneLine } from './visible-controls.ts'

const STATUS_STYLES: Readonly<Record<Status, Parameters<typeof styleText>[0]>> = {
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

const findFile = async (path: string): Promise<SourceFile> => {
  const { listSourceFiles } = await import('../fetch/index.ts')
  const [source] = await listSourceFiles([path])
  if (source && !(await stat(path)).isDirectory()) return source
  throw new CliError(EXIT.usage, `${path} is a folder; give one file.`)
}

const rowText = (row: Indicator, terminal: Terminal): string => {
  const status = terminal.colour
    ? styleText(STATUS_STYLES[row.status], row.status, { validateStream: false })
    : row.status
  return [
    `${row.section_code.padEnd(5)} ${row.section}: ${status} (${row.status_rule})${row.page === null ? '' : `, page ${row.page}`}`,
    ...noteLines(row.note, row.evidence, INDENT, terminal),
  ].join('\n')
}

const profileText = ({ rows }: DocumentResult & { rows: object }, terminal: Terminal): string => {
  const { document, indicators, issues } = rows
  const date = document.source_date ?? 'no date'
  const pages = `pages ${document.first_page} to ${document.last_page} of ${document.pages}`
  return [
    `${document.country} (${document.country_code}), ${date}, ${document.document_id}, ${pages}`,
    '',
    ...indicators.map((row) => rowText(row, terminal)),
    '',
    ...issues.map(({ severity, section_code, message }) =>
      oneLine([`${severity}:`, ...(section_code === null ? [] : [section_code]), message].join(' ')),
    ),
    '',
  ].join('\n')
}

const documentCommand = (name: string, description: string): Command => {
  const command = new Command(name)
    .description(description)
    .argument('<file>', 'a PDF or text file')
    .addOption(ocrOption())
  for (const option of limitOptions()) command.addOption(option)
  return command
}

/** Prints the runs and lines of one file as JSON. */
export const extractCommand = ({ terminal }: CommandContext): Command =>
  documentCommand('extract', 'print the text runs and lines of one file as JSON').action(
    async (file: string, options: { readonly ocr: OcrMode }) => {
      const { viewFile } = await import('../build/index.ts')
      const view = await viewFile(await findFile(file), options.ocr, await readLimits(options))
      if ('message' in view) throw new CliError(EXIT.nothing, `${file}: ${view.message}`)
      terminal.out(`${view.json}\n`)
    },
  )

/** Prints the profiles of one file: section, status with its rule, and the note with the evidence in «». */
export const showCommand = ({ terminal }: CommandContext): Command =>
  documentCommand('show', 'print the profile in a file: section, status, evidence and note').action(
    async (file: string, options: { readonly ocr: OcrMode }) => {
      const { readDocuments } = await import('../build/index.ts')
      const source = await findFile(file)
      const results = await readDocuments([source], 1, () => {}, options.ocr, await readLimits(options))
      const read = results.filter((result) => result.rows !== null)
      const reasons = results
        .flatMap((result) => (result.rows === null ? result.issues : []))
        .map(({ page, message }) => (page === null ? message : `Page ${page}: ${message}`))
      if (read.length === 0) throw new CliError(EXIT.nothing, `${file}: ${reasons.join(' ')}`)
      terminal.out(read.map((result) => profileText(result, terminal)).join('\n'))
      if (reasons.length > 0) terminal.err(`Rejected: ${oneLine(reasons.join(' '))}\n`)
    },
  )
