import { type OcrMode, readDocuments } from '../build/index.ts'
import { listSourceFiles } from '../fetch/index.ts'
import { CliError, EXIT, type ExitCode } from '../io/cli-error.ts'
import { accuracy, type Score, type Scores } from '../quality/accuracy/index.ts'
import { limitsOf } from './limits-of.ts'
import { showProgress } from './progress.ts'
import type { Terminal } from './terminal.ts'
import { oneLine } from './visible-controls.ts'

/** The options of `cyberwellness accuracy`. */
export interface AccuracyOptions {
  readonly profiles: string
  readonly gold: string
  readonly jobs: number
  readonly json: boolean
  readonly ocr: OcrMode
}

const share = ({ right, of }: Score): string =>
  of === 0 ? 'nothing to compare' : `${right} of ${of} (${((100 * right) / of).toFixed(2)} %)`

/** Scores as text for a person. */
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
export const runAccuracy = async (options: AccuracyOptions, terminal: Terminal): Promise<ExitCode> => {
  const files = await listSourceFiles([options.profiles])
  if (files.length === 0) throw new CliError(EXIT.nothing, `${options.profiles} holds no .pdf or .txt file.`)
  const scores = await accuracy(
    await readDocuments(files, options.jobs, showProgress(terminal), options.ocr, limitsOf(options)),
    options.gold,
  )
  if (scores.documents === 0)
    throw new CliError(EXIT.nothing, `${options.gold} holds no gold file for any of the profiles.`)
  if (options.json) terminal.out(`${JSON.stringify(scores, null, 2)}\n`)
  else terminal.out(differencesText(scores) + scoresText(scores))
  return EXIT.good
}
