import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import type { DocumentResult, OcrMode } from '../build/index.ts'
import { CliError, describeError, EXIT, errorCode } from '../io/errors.ts'
import type { Score, Scores } from '../quality/accuracy.ts'
import type { ItemScore, ItemScores } from '../quality/score-items.ts'
import { options } from './options.ts'
import { type CommandContext, showProgress, writeJson } from './terminal.ts'
import { oneLine } from './terminal-text.ts'

interface AccuracyOptions {
  readonly profiles: string
  readonly gold: string
  /** The reference of items; by default `items.tsv` beside the folder of gold. */
  readonly items?: string
  readonly jobs: number
  readonly json?: true
  readonly ocr: OcrMode
}

const formatShare = ({ right, of }: Score): string =>
  of === 0 ? 'nothing to compare' : `${right} of ${of} (${((100 * right) / of).toFixed(2)} %)`

/** Every difference from gold, then the scores, as text. */
export const scoresText = ({ documents, measures, meanF1, f1, confusion, rules, wrong }: Scores): string =>
  [
    ...wrong.map(
      ({ measure, document, section, ours, gold }) =>
        `${measure} ${oneLine(document)}${section === null ? '' : ` ${section}`}\n  ours ${ours}\n  gold ${gold}`,
    ),
    `Documents: ${documents}`,
    ...Object.entries(measures).map(([name, value]) => `${name.padEnd(9)} ${formatShare(value)}`),
    `mean F1   ${meanF1.toFixed(3)} (${Object.entries(f1)
      .filter(([, value]) => value !== null)
      .map(([status, value]) => `${status} ${value?.toFixed(3)}`)
      .join(', ')})`,
    ...Object.entries(confusion).map(([pair, rows]) => `  ${pair}: ${rows}`),
    'Statuses right by rule:',
    ...Object.entries(rules).map(([rule, value]) => `  ${rule.padEnd(32)} ${formatShare(value)}`),
    '',
  ].join('\n')

const formatPercent = (part: number, whole: number): string =>
  whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`

/** Item scores as text: differences, then precision and recall of each kind. */
const itemScoresText = ({ kinds, differences }: ItemScores): string => {
  const sum = (key: keyof ItemScore): number =>
    Object.values(kinds).reduce((total, score) => total + score[key], 0)
  const all = { must: sum('must'), found: sum('found'), rows: sum('rows'), right: sum('right') }
  const lines = Object.entries({ ...kinds, all }).map(
    ([kind, { must, found, rows, right }]) =>
      `  ${kind.padEnd(16)} precision ${formatPercent(right, rows)} of ${rows}, recall ${formatPercent(found, must)} of ${must}`,
  )
  return [...differences.map(oneLine), 'Items by kind:', ...lines, ''].join('\n')
}

const readItemScores = async (
  { items, gold }: AccuracyOptions,
  results: readonly DocumentResult[],
): Promise<ItemScores | null> => {
  const { parseExpectedItems, scoreItems } = await import('../quality/score-items.ts')
  const path = items ?? join(gold, '../items.tsv')
  try {
    return scoreItems(results, parseExpectedItems(await readFile(path, 'utf8')))
  } catch (error) {
    if (items === undefined && errorCode(error) === 'ENOENT') return null
    throw new CliError(EXIT.usage, `Cannot read the reference of items ${path}: ${describeError(error)}.`)
  }
}

/** Reads a folder of profiles and prints how well it was read, with every difference from gold. */
export const accuracyCommand = ({ terminal }: CommandContext): Command =>
  new Command('accuracy')
    .description('score a folder of profiles against hand-labelled data')
    .requiredOption('--profiles <folder>', 'folder of profiles, PDF or text')
    .requiredOption('--gold <folder>', 'folder with a JSON file of the same name for each profile')
    .addOption(options.jobs())
    .addOption(options.ocr())
    .option('--items <file>', 'hand-labelled items (default: items.tsv beside the folder of gold)')
    .option('--json', 'print scores and differences as JSON')
    .action(async (given: AccuracyOptions) => {
      const { profiles, gold, jobs, ocr } = given
      const { listSourceFiles } = await import('../fetch/index.ts')
      const files = await listSourceFiles([profiles])
      if (files.length === 0) throw new CliError(EXIT.nothing, `${profiles} holds no .pdf or .txt file.`)
      const { readDocuments } = await import('../build/index.ts')
      const { accuracy } = await import('../quality/accuracy.ts')
      const results = await readDocuments(files, { jobs, ocr, progress: showProgress(terminal) })
      const scores = await accuracy(results, gold)
      if (scores.documents === 0) {
        throw new CliError(EXIT.nothing, `${gold} holds no gold file for any of the profiles.`)
      }
      const items = await readItemScores(given, results)
      if (given.json) writeJson(terminal, { ...scores, items })
      else terminal.out(scoresText(scores) + (items ? itemScoresText(items) : ''))
    })
