import { stripVTControlCharacters } from 'node:util'
import { readDocuments } from '../build/index.ts'
import { listSourceFiles } from '../fetch/index.ts'
import { CliError, EXIT, type ExitCode } from '../io/cli-error.ts'
import {
  type CrosscheckReport,
  crosscheck,
  type Difference,
  findPdftotext,
} from '../quality/crosscheck/index.ts'
import { limitsOf } from './limits-of.ts'
import { showProgress } from './progress.ts'
import type { Terminal } from './terminal.ts'
import { oneLine } from './visible-controls.ts'

/** The options of `cyberwellness crosscheck`. */
export interface CrosscheckOptions {
  readonly jobs: number
  readonly json: boolean
}

const HEADER = ['document', 'section', 'kind', 'only in ours', 'only in poppler’s'] as const

const rowOf = ({ document, section, kind, ours, poppler }: Difference): string[] => [
  document,
  section,
  kind,
  ours.join(' '),
  poppler.join(' '),
]

/** Rows as columns of even width, for a person. */
const tableOf = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) =>
      row
        .map((cell, column) =>
          oneLine(cell).padEnd(Math.max(...rows.map((other) => other[column]?.length ?? 0))),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The differences as a table, the files that were not compared, and a summary. */
export const crosscheckText = ({ poppler, documents, notCompared }: CrosscheckReport): string => {
  const differences = documents.flatMap((document) => document.differences)
  const sections = new Set(differences.map(({ document, section }) => `${document} ${section}`)).size
  const spacing = differences.filter(({ kind }) => kind === 'spacing').length
  const lines = [
    ...(differences.length > 0 ? [tableOf([HEADER, ...differences.map(rowOf)]), ''] : []),
    ...notCompared.map(({ document, reason }) => oneLine(`Not compared: ${document}: ${reason}`)),
    `Compared ${sum(documents.map((document) => document.words))} words in ${sum(documents.map((document) => document.sections))} sections of ${documents.length} ${documents.length === 1 ? 'document' : 'documents'} with poppler ${poppler}.`,
    `${differences.length} differences in ${sections} sections: ${differences.length - spacing} of words, ${spacing} of spacing alone.`,
  ]
  return `${stripVTControlCharacters(lines.join('\n'))}\n`
}

/** Reads a folder with both engines and prints where their words differ. */
export const runCrosscheck = async (
  folder: string,
  options: CrosscheckOptions,
  terminal: Terminal,
  find = findPdftotext,
): Promise<ExitCode> => {
  const found = await listSourceFiles([folder])
  const files = found.filter((file) => /\.pdf$/i.test(file.name))
  if (files.length === 0) throw new CliError(EXIT.nothing, `${folder} holds no .pdf file.`)
  const pdftotext = await find()
  if (pdftotext === null) {
    throw new CliError(
      EXIT.nothing,
      'There is no pdftotext that knows -bbox-layout; install poppler (Debian: poppler-utils) to compare with it.',
    )
  }
  const results = await readDocuments(files, options.jobs, showProgress(terminal), 'auto', limitsOf(options))
  const report = await crosscheck(results, files, pdftotext)
  terminal.out(options.json ? `${JSON.stringify(report, null, 2)}\n` : crosscheckText(report))
  if (report.documents.length === 0) return EXIT.nothing
  return report.notCompared.length > 0 ? EXIT.incomplete : EXIT.good
}
