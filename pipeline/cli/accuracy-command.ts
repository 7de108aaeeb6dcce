import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import type { DocumentResult, OcrMode } from '../build/index.ts'
import type { SourceFile } from '../fetch/index.ts'
import { CliError, EXIT } from '../io/cli-error.ts'
import { describeError, errorCode } from '../io/error-code.ts'
import type { ItemScore, ItemScores, Score, Scores } from '../quality/accuracy/index.ts'
import { jobsOption, limitOptions, ocrOption, readLimits } from './options.ts'
import { showProgress } from './progress.ts'
import type { CommandContext, Terminal } from './terminal.ts'
import { oneLine } from './visible-controls.ts'

interface AccuracyOptions {
  readonly profiles: string
  readonly gold: string
  /** The reference of items; by default `items.tsv` beside the folder of gold. */
  readonly items?: string
  /** Reviewed items to apply; without them the rules alone are measured. */
  readonly reviewedItems?: string
  readonly jobs: number
  readonly json?: true
  readonly ocr: OcrMode
}

const share = ({ right, of }: Score): string =>
  of === 0 ? 'nothing to compare' : `${right} of ${of} (${((100 * right) / of).toFixed(2)} %)`

/** Scores as text. */
export const scoresText = (scores: Scores): string =>
  [
    `Documents: ${scores.documents}`,
    ...Object.entries(scores.measures).map(([name, value]) => `${name.padEnd(9)} ${share(value)}`),
    `mean F1   ${scores.meanF1.toFixed(3)} (${Object.entries(scores.f1)
      .filter(([, value]) => value !== null)
      .map(([status, value]) => `${status} ${value?.toFixed(3)}`)
      .join(', ')})`,
    ...Object.entries(scores.confusion)
      .filter(([pair]) => pair.split(' read as ')[0] !== pair.split(' read as ')[1])
      .map(([pair, rows]) => `  ${pair}: ${rows}`),
    'Statuses right by rule:',
    ...Object.entries(scores.rules).map(([rule, value]) => `  ${rule.padEnd(32)} ${share(value)}`),
    '',
  ].join('\n')

const differencesText = (scores: Scores): string =>
  scores.wrong
    .map(
      ({ measure, document, section, ours, gold }) =>
        `${measure} ${oneLine(document)}${section === null ? '' : ` ${section}`}\n  ours ${ours}\n  gold ${gold}\n`,
    )
    .join('')

const percent = (part: number, whole: number): string =>
  whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`

/** Item scores as text: differences, then precision and recall of each kind. */
export const itemScoresText = ({ kinds, differences }: ItemScores): string => {
  const total = { must: 0, found: 0, rows: 0, right: 0 }
  for (const score of Object.values(kinds)) {
    for (const key of ['must', 'found', 'rows', 'right'] as const) total[key] += score[key]
  }
  const line = ([kind, { must, found, rows, right }]: [string, ItemScore]): string =>
    `  ${kind.padEnd(16)} precision ${percent(right, rows)} of ${rows}, recall ${percent(found, must)} of ${must}\n`
  return [
    ...differences.map((difference) => `${oneLine(difference)}\n`),
    'Items by kind:\n',
    ...Object.entries(kinds).map(line),
    line(['all', total]),
  ].join('')
}

const readItemScores = async (
  { items, gold }: AccuracyOptions,
  results: readonly DocumentResult[],
): Promise<ItemScores | null> => {
  const { parseExpectedItems, scoreItems } = await import('../quality/accuracy/index.ts')
  const path = items ?? join(gold, '../items.tsv')
  try {
    return scoreItems(results, parseExpectedItems(await readFile(path, 'utf8')))
  } catch (error) {
    if (items === undefined && errorCode(error) === 'ENOENT') return null
    throw new CliError(EXIT.usage, `Cannot read the reference of items ${path}: ${describeError(error)}.`)
  }
}

const readReviewed = async (
  files: readonly SourceFile[],
  options: AccuracyOptions,
  terminal: Terminal,
): Promise<DocumentResult[]> => {
  const { readDocuments, readReviewedItems, reviewItems } = await import('../build/index.ts')
  const { reviewedItems, jobs, ocr } = options
  const reviewed = reviewedItems === undefined ? undefined : await readReviewedItems(reviewedItems)
  const results = await readDocuments(files, jobs, showProgress(terminal), ocr, await readLimits(options))
  return results.map((result) =>
    reviewed && result.rows ? { ...result, rows: reviewItems(result.rows, reviewed) } : result,
  )
}

/** Reads a folder of profiles and prints how well it was read, with every difference from gold. */
export const accuracyCommand = ({ terminal }: CommandContext): Command => {
  const command = new Command('accuracy')
    .description('score a folder of profiles against hand-labelled data')
    .requiredOption('--profiles <folder>', 'profiles, PDF or text')
    .requiredOption('--gold <folder>', 'one JSON file for each profile, of the same name')
    .addOption(jobsOption())
    .addOption(ocrOption())
    .option('--items <file>', 'what readers took as items (default: items.tsv beside the folder of gold)')
    .option('--reviewed-items <file>', 'apply reviewed items; without it the rules alone are scored')
    .option('--json', 'print scores and differences as JSON')
  for (const option of limitOptions()) command.addOption(option)
  return command.action(async (options: AccuracyOptions) => {
    const { profiles, gold } = options
    const { listSourceFiles } = await import('../fetch/index.ts')
    const files = await listSourceFiles([profiles])
    if (files.length === 0) throw new CliError(EXIT.nothing, `${profiles} holds no .pdf or .txt file.`)
    const { accuracy } = await import('../quality/accuracy/index.ts')
    const results = await readReviewed(files, options, terminal)
    const scores = await accuracy(results, gold)
    if (scores.documents === 0) {
      throw new CliError(EXIT.nothing, `${gold} holds no gold file for any of the profiles.`)
    }
    const items = await readItemScores(options, results)
    if (options.json) terminal.out(`${JSON.stringify({ ...scores, items }, null, 2)}\n`)
    else terminal.out(differencesText(scores) + scoresText(scores) + (items ? itemScoresText(items) : ''))
  })
}
