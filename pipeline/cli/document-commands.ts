import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Command } from 'commander'
import type { OcrMode } from '../build/index.ts'
import type { SourceFile } from '../fetch/index.ts'
import { CliError, EXIT } from '../io/errors.ts'
import type { DocumentRows } from '../normalize/index.ts'
import { options } from './options.ts'
import { type CommandContext, sayOn } from './terminal.ts'
import { noteLines, oneLine } from './terminal-text.ts'

const INDENT = '      '

/** What to do in place of giving a path that does not exist. */
const suggestFile = async (path: string): Promise<string> => {
  const { COUNTRIES } = await import('../../schemas/index.ts')
  const country = COUNTRIES.find(({ code, name }) =>
    [code, name].some((word) => word.toLowerCase() === path.toLowerCase()),
  )
  if (country === undefined) return 'give the path of a PDF or text file.'
  return `give the file of its profile, which is below raw/, or trace a value of the country: cyberwellness explain ${country.code} cirt.`
}

const findFile = async (path: string): Promise<SourceFile> => {
  const { listSourceFiles } = await import('../fetch/index.ts')
  if (!existsSync(path)) {
    throw new CliError(EXIT.usage, `There is no file ${path}; ${await suggestFile(path)}`)
  }
  const [source] = await listSourceFiles([path])
  if (source && !(await stat(path)).isDirectory()) return source
  throw new CliError(EXIT.usage, `${path} is a folder; give one file.`)
}

const profileText = ({ document, indicators, issues }: DocumentRows, width: number): string =>
  [
    `${document.country} (${document.country_code}), ${document.source_date ?? 'no date'}, ${document.document_id}, pages ${document.first_page} to ${document.last_page} of ${document.pages}`,
    '',
    ...indicators.flatMap(({ section_code, section, status, status_rule, page, note, evidence }) => [
      `${section_code.padEnd(5)} ${section}: ${status} (${status_rule})${page === null ? '' : `, page ${page}`}`,
      ...noteLines(note, evidence, width - INDENT.length).map((line) => INDENT + line),
    ]),
    '',
    ...issues.map(({ severity, section_code, message }) =>
      oneLine([`${severity}:`, section_code, message].filter(Boolean).join(' ')),
    ),
    '',
  ].join('\n')

const documentCommand = (name: string, description: string): Command =>
  new Command(name).description(description).argument('<file>', 'a PDF or text file').addOption(options.ocr())

export const extractCommand = ({ terminal }: CommandContext): Command =>
  documentCommand('extract', 'print the text runs and lines of one file as JSON').action(
    async (file: string, { ocr }: { readonly ocr: OcrMode }) => {
      const { viewFile } = await import('../build/index.ts')
      const view = await viewFile(await findFile(file), ocr)
      if ('message' in view) throw new CliError(EXIT.nothing, `${file}: ${view.message}`)
      terminal.out(`${view.json}\n`)
    },
  )

export const showCommand = ({ terminal }: CommandContext): Command =>
  documentCommand('show', 'print the profile in a file: section, status, evidence and note').action(
    async (file: string, { ocr }: { readonly ocr: OcrMode }) => {
      const { readDocuments } = await import('../build/index.ts')
      const results = await readDocuments([await findFile(file)], { ocr })
      const profiles = results.flatMap(({ rows }) => rows ?? [])
      const reasons = results
        .flatMap((result) => (result.rows === null ? result.issues : []))
        .map(({ page, message }) => (page === null ? message : `Page ${page}: ${message}`))
        .join(' ')
      if (profiles.length === 0) throw new CliError(EXIT.nothing, `${file}: ${reasons}`)
      terminal.out(profiles.map((rows) => profileText(rows, terminal.width)).join('\n'))
      if (reasons) sayOn(terminal)(`Rejected: ${reasons}`)
    },
  )
