import { Command } from 'commander'
import type { OcrMode } from '../build/index.ts'
import { CliError, EXIT } from '../io/cli-error.ts'
import type { Score, Scores } from '../quality/accuracy/index.ts'
import { jobsOption, limitOptions, ocrOption, readLimits } from './options.ts'
import { showProgress } from './progress.ts'
import type { CommandContext } from './terminal.ts'
import { oneLine } from './visible-controls.ts'

interface AccuracyOptions {
  readonly profiles: string
  readonly gold: string
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

/** Reads a folder of profiles and prints how well it was read, with every difference from gold. */
export const accuracyCommand = ({ terminal }: CommandContext): Command => {
  const command = new Command('accuracy')
    .description('score a folder of profiles against hand-labelled data')
    .requiredOption('--profiles <folder>', 'profiles, PDF or text')
    .requiredOption('--gold <folder>', 'one JSON file for each profile, of the same name')
    .addOption(jobsOption())
    .addOption(ocrOption())
    .option('--json', 'print scores and differences as JSON')
  for (const option of limitOptions()) command.addOption(option)
  return command.action(async (options: AccuracyOptions) => {
    const { profiles, gold, jobs, ocr } = options
    const { listSourceFiles } = await import('../fetch/index.ts')
    const files = await listSourceFiles([profiles])
    if (files.length === 0) throw new CliError(EXIT.nothing, `${profiles} holds no .pdf or .txt file.`)
    const { readDocuments } = await import('../build/index.ts')
    const { accuracy } = await import('../quality/accuracy/index.ts')
    const limits = await readLimits(options)
    const results = await readDocuments(files, jobs, showProgress(terminal), ocr, limits)
    const scores = await accuracy(results, gold)
    if (scores.documents === 0) {
      throw new CliError(EXIT.nothing, `${gold} holds no gold file for any of the profiles.`)
    }
    terminal.out(
      options.json ? `${JSON.stringify(scores, null, 2)}\n` : differencesText(scores) + scoresText(scores),
    )
  })
}
