import { checkPaper, explainCell, NoSuchCell } from '../explain/index.ts'
import { CliError, EXIT, type ExitCode } from '../io/cli-error.ts'
import { ruleMeaning } from '../normalize/index.ts'
import { explanationText } from './explanation-text.ts'
import { explainUnreadable, openRelease } from './open-release.ts'
import type { Terminal } from './terminal.ts'

/** The options of `cyberwellness explain`. */
export interface ExplainOptions {
  readonly release: string
  readonly input: readonly string[]
  readonly json: boolean
}

const explainFault = (error: unknown): never => {
  if (error instanceof NoSuchCell) throw new CliError(EXIT.usage, error.message)
  return explainUnreadable(error)
}

/** Prints the path from a cell to the paper; ends with 1 where the paper in the input has other bytes. */
export const runExplain = async (
  document: string,
  section: string,
  { release: folder, input, json }: ExplainOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const release = await openRelease(folder)
  const explanation = await explainCell(release, document, section, ruleMeaning).catch(explainFault)
  const paper = input.length > 0 ? await checkPaper(explanation.document, input).catch(explainFault) : null
  terminal.out(
    json
      ? `${JSON.stringify({ ...explanation, paper }, null, 2)}\n`
      : explanationText(explanation, paper, terminal),
  )
  return paper !== null && paper.path !== null && !paper.is_same ? EXIT.incomplete : EXIT.good
}
