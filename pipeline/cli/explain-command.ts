import { listSourceFiles } from '../fetch/index.ts'
import { EXIT, type ExitCode } from '../io/cli-error.ts'
import { digestOfFile } from '../io/file-digest.ts'
import { ruleMeaning } from '../normalize/index.ts'
import { type Explanation, explainCell, openRelease } from '../release/index.ts'
import { explanationText, type SourceCheck } from './explanation-text.ts'
import type { Terminal } from './terminal.ts'

/** The options of `cyberwellness explain`. */
export interface ExplainOptions {
  readonly release: string
  readonly input: readonly string[]
  readonly json: boolean
}

/** Looks for the source document in the inputs of a build, and compares its SHA-256. */
const checkSource = async (
  { document }: Explanation,
  inputs: readonly string[],
): Promise<SourceCheck | null> => {
  if (inputs.length === 0) return null
  const files = await listSourceFiles(inputs)
  const path = files.find(({ name }) => name === document['file_name'])?.path ?? null
  if (path === null) return { path, is_same: false }
  const { sha256 } = await digestOfFile(path)
  return { path, is_same: sha256 === document['sha256'] }
}

/** Prints the path from a cell to its source document; ends with 1 if the document in the input has other bytes. */
export const runExplain = async (
  document: string,
  section: string,
  { release, input, json }: ExplainOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const explanation = explainCell(await openRelease(release), document, section, ruleMeaning)
  const paper = await checkSource(explanation, input)
  terminal.out(
    json
      ? `${JSON.stringify({ ...explanation, paper }, null, 2)}\n`
      : explanationText(explanation, paper, terminal),
  )
  return paper !== null && paper.path !== null && !paper.is_same ? EXIT.incomplete : EXIT.good
}
