import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { Command } from 'commander'
import type { OcrMode } from '../build/index.ts'
import { formatCount, listFirst, plural } from '../io/count-text.ts'
import { CliError, describeError, EXIT, errorCode } from '../io/errors.ts'
import type { Score, Scores } from '../quality/accuracy.ts'
import type { CrosscheckReport } from '../quality/crosscheck.ts'
import type { ItemScore, ItemScores } from '../quality/score-items.ts'
import type { Verification } from '../quality/verify.ts'
import { addOptions, options } from './options.ts'
import { type CommandContext, formatJson, sayOn, showProgress } from './terminal.ts'
import { indent, oneLine } from './terminal-text.ts'

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const formatShare = ({ right, of }: Score): string =>
  of === 0 ? 'nothing to compare' : `${right} of ${of} (${((100 * right) / of).toFixed(2)} %)`

export const scoresText = ({ documents, measures, meanF1, f1, confusion, rules, wrong }: Scores): string =>
  [
    ...wrong.map(
      ({ measure, document, section, ours, gold }) =>
        `${measure} ${oneLine(document)}${section === null ? '' : ` ${section}`}\n  ours ${ours}\n  gold ${gold}`,
    ),
    `Documents: ${documents}`,
    ...Object.entries(measures).map(([name, value]) => `${name.padEnd(9)} ${formatShare(value)}`),
    `mean F1   ${meanF1.toFixed(3)} (${Object.entries(f1)
      .flatMap(([status, value]) => (value === null ? [] : `${status} ${value.toFixed(3)}`))
      .join(', ')})`,
    ...Object.entries(confusion).map(([pair, rows]) => `  ${pair}: ${rows}`),
    'Statuses right by rule:',
    ...Object.entries(rules).map(([rule, value]) => `  ${rule.padEnd(32)} ${formatShare(value)}`),
    '',
  ].join('\n')

const formatPercent = (part: number, whole: number): string =>
  whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`

const itemScoresText = ({ kinds, differences }: ItemScores): string => {
  const addUp = (key: keyof ItemScore): number => sum(Object.values(kinds).map((score) => score[key]))
  const all = { must: addUp('must'), found: addUp('found'), rows: addUp('rows'), right: addUp('right') }
  const lines = Object.entries({ ...kinds, all }).map(
    ([kind, { must, found, rows, right }]) =>
      `  ${kind.padEnd(16)} precision ${formatPercent(right, rows)} of ${rows}, recall ${formatPercent(found, must)} of ${must}`,
  )
  return [...differences.map(oneLine), 'Items by kind:', ...lines, ''].join('\n')
}

interface AccuracyOptions {
  readonly profiles: string
  readonly gold: string
  readonly items?: string
  readonly jobs: number
  readonly json?: true
  readonly ocr: OcrMode
}

export const accuracyCommand = ({ terminal }: CommandContext): Command =>
  new Command('accuracy')
    .description('score a folder of profiles against hand-labelled data')
    .requiredOption('--profiles <folder>', 'folder of profiles, PDF or text')
    .requiredOption('--gold <folder>', 'folder with a JSON file of the same name for each profile')
    .addOption(options.jobs())
    .addOption(options.ocr())
    .option('--items <file>', 'hand-labelled items (default: items.tsv beside the folder of gold)')
    .option('--json', 'print scores and differences as JSON')
    .action(async ({ profiles, gold, jobs, ocr, json, ...given }: AccuracyOptions) => {
      const { listSourceFiles } = await import('../fetch/index.ts')
      const files = await listSourceFiles([profiles])
      if (files.length === 0) throw new CliError(EXIT.nothing, `${profiles} holds no .pdf or .txt file.`)
      const { readDocuments } = await import('../build/index.ts')
      const { accuracy } = await import('../quality/accuracy.ts')
      const { parseExpectedItems, scoreItems } = await import('../quality/score-items.ts')
      const results = await readDocuments(files, { jobs, ocr, progress: showProgress(terminal) })
      const scores = await accuracy(results, gold)
      if (scores.documents === 0) {
        throw new CliError(EXIT.nothing, `${gold} holds no gold file for any of the profiles.`)
      }
      const path = given.items ?? join(gold, '../items.tsv')
      const table = await readFile(path, 'utf8').catch((error: unknown) => {
        if (given.items === undefined && errorCode(error) === 'ENOENT') return null
        throw new CliError(EXIT.usage, `Cannot read the reference of items ${path}: ${describeError(error)}.`)
      })
      const items = table === null ? null : scoreItems(results, parseExpectedItems(table))
      const text = scoresText(scores) + (items ? itemScoresText(items) : '')
      terminal.out(json ? formatJson({ ...scores, items }) : text)
    })

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

export const crosscheckCommand = ({ terminal, end }: CommandContext): Command =>
  new Command('crosscheck')
    .description('compare the words of each section with those of a second engine, pdf.js')
    .argument('<folder>', 'folder of PDF files, at any depth')
    .addOption(options.jobs())
    .option('--json', 'print the comparison as JSON')
    .action(async (folder: string, { jobs, json }: { readonly jobs: number; readonly json?: true }) => {
      const { listSourceFiles } = await import('../fetch/index.ts')
      const files = (await listSourceFiles([folder])).filter((file) => /\.pdf$/i.test(file.name))
      if (files.length === 0) throw new CliError(EXIT.nothing, `${folder} holds no .pdf file.`)
      const { readDocuments } = await import('../build/index.ts')
      const { crosscheck } = await import('../quality/crosscheck.ts')
      const results = await readDocuments(files, { jobs, progress: showProgress(terminal) })
      const report = await crosscheck(results, files)
      terminal.out(json ? formatJson(report) : crosscheckText(report))
      if (report.documents.length === 0) end(EXIT.nothing)
      else if (report.notCompared.length > 0) end(EXIT.incomplete)
    })

export const verificationText = ({ files, bytes, differences, kept }: Verification): string => {
  if (kept === null) {
    return `The two releases are the same, byte for byte: ${files} files, ${(bytes / 1_000_000).toFixed(1)} MB.\n`
  }
  const lines = differences.map(({ name, only }) => `${name}${only ? `: only in the ${only}` : ''}`)
  const title = `The two releases DIFFER in ${differences.length} files:`
  return [title, ...listFirst(lines).map(indent), `Both are in ${kept}.`, ''].join('\n')
}

interface VerifyOptions {
  readonly input: readonly string[]
  readonly corrections?: string
  readonly explorer: boolean
  readonly reviewedItems: string | false
}

export const verifyCommand = ({ terminal, end }: CommandContext): Command =>
  addOptions(
    new Command('verify')
      .description('build twice, in two environments and folders, and compare all bytes')
      .addOption(options.input().makeOptionMandatory())
      .option('--corrections <file>', 'as given to build')
      .option('--no-explorer', 'do not make the website'),
    options.reviewedItems(),
  ).action(async ({ input, corrections, explorer, reviewedItems }: VerifyOptions) => {
    const { describeEnvironment, ENVIRONMENTS, verifyBuild } = await import('../quality/verify.ts')
    const { listSourceFiles } = await import('../fetch/index.ts')
    await listSourceFiles(input)
    sayOn(terminal)(
      `First:  ${describeEnvironment(ENVIRONMENTS.first)}.`,
      `Second: ${describeEnvironment(ENVIRONMENTS.second)}; from a copy of the code, without caches.`,
    )
    const verification = await verifyBuild(input, [
      ...(corrections === undefined ? [] : ['--corrections', resolve(corrections)]),
      ...(explorer ? [] : ['--no-explorer']),
      ...(reviewedItems === false ? ['--no-reviewed-items'] : ['--reviewed-items', resolve(reviewedItems)]),
    ])
    terminal.out(verificationText(verification))
    end(verification.kept === null ? EXIT.good : EXIT.incomplete)
  })
