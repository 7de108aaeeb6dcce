import { stripVTControlCharacters } from 'node:util'
import { Command } from 'commander'
import { CliError, EXIT } from '../io/errors.ts'
import type { CrosscheckReport } from '../quality/crosscheck.ts'
import { options } from './options.ts'
import { type CommandContext, showProgress, writeJson } from './terminal.ts'
import { formatCount, oneLine, plural } from './terminal-text.ts'

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Differences by document and section, the documents that were not compared, and the rate. */
export const crosscheckText = ({ documents, notCompared }: CrosscheckReport): string => {
  const differences = documents.flatMap((document) => document.differences)
  const words = sum(documents.map((document) => document.words))
  const inBoth = words - sum(differences.map(({ pdfium }) => pdfium.length))
  const inEither = words + sum(differences.map(({ pdfjs }) => pdfjs.length))
  const rate = inEither === 0 ? '' : ` (${((100 * inBoth) / inEither).toFixed(3)} %)`
  const lines = [
    ...differences.flatMap(({ document, section, kind, pdfium, pdfjs }) => [
      `${document} ${section}${kind === 'spacing' ? ' (spacing)' : ''}`,
      `  only PDFium: ${pdfium.join(' ')}`,
      `  only pdf.js: ${pdfjs.join(' ')}`,
    ]),
    ...notCompared.map(({ document, reason }) => `Not compared: ${document}: ${reason}`),
    `Compared ${plural(documents.length, 'document')}, ${plural(sum(documents.map(({ sections }) => sections)), 'section')}.`,
    `${formatCount(inBoth)} of ${plural(inEither, 'word')} are the same in both engines${rate}.`,
  ]
  return `${stripVTControlCharacters(lines.map(oneLine).join('\n'))}\n`
}

/** Reads a folder with PDFium and pdf.js and prints where their words differ. */
export const crosscheckCommand = ({ terminal, end }: CommandContext): Command =>
  new Command('crosscheck')
    .description('compare the words of each section with those of a second engine, pdf.js')
    .argument('<folder>', 'PDF files, in any depth')
    .addOption(options.jobs())
    .option('--json', 'print the comparison as JSON')
    .action(async (folder: string, { jobs, json }: { readonly jobs: number; readonly json?: true }) => {
      const { listSourceFiles } = await import('../fetch/index.ts')
      const files = (await listSourceFiles([folder])).filter((file) => /\.pdf$/i.test(file.name))
      if (files.length === 0) throw new CliError(EXIT.nothing, `${folder} holds no .pdf file.`)
      const { readDocuments } = await import('../build/index.ts')
      const { crosscheck } = await import('../quality/crosscheck.ts')
      const report = await crosscheck(
        await readDocuments(files, { jobs, progress: showProgress(terminal) }),
        files,
      )
      if (json) writeJson(terminal, report)
      else terminal.out(crosscheckText(report))
      if (report.documents.length === 0) end(EXIT.nothing)
      else if (report.notCompared.length > 0) end(EXIT.incomplete)
    })
