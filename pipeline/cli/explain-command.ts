import { Command } from 'commander'
import { EXIT } from '../io/errors.ts'
import { digestFile } from '../io/file-digest.ts'
import type { Explanation } from '../release/index.ts'
import type { SourceCheck } from './explanation-text.ts'
import { options } from './options.ts'
import { type CommandContext, writeJson } from './terminal.ts'

interface ExplainOptions {
  readonly release: string
  readonly input: readonly string[]
  readonly json?: true
}

/** Looks for the source document in the inputs of a build, and compares its SHA-256. */
const checkSource = async ({ document }: Explanation, inputs: readonly string[]): Promise<SourceCheck> => {
  if (inputs.length === 0) return null
  const { listSourceFiles } = await import('../fetch/index.ts')
  const files = await listSourceFiles(inputs)
  const path = files.find(({ name }) => name === document['file_name'])?.path ?? null
  const is_same = path !== null && (await digestFile(path)).sha256 === document['sha256']
  return { path, is_same }
}

/** Prints the path from a cell to its source document; ends with 1 if the document in the input has other bytes. */
export const explainCommand = ({ terminal, end }: CommandContext): Command =>
  new Command('explain')
    .description('trace a value to its rule, words, document and page')
    .argument('<document>', 'a country, by code or name (its latest document), or a document id')
    .argument('<section>', 'a section code or indicator name, such as 1.2.1 or cirt')
    .option('-r, --release <folder>', 'a release that build wrote', 'out')
    .addOption(options.input('source documents, to check that their bytes have not changed').default([]))
    .option('--json', 'print the explanation as JSON')
    .action(async (document: string, section: string, { release, input, json }: ExplainOptions) => {
      const { explainCell, openRelease } = await import('../release/index.ts')
      const { ruleMeaning } = await import('../normalize/index.ts')
      const { explanationText } = await import('./explanation-text.ts')
      const explanation = explainCell(await openRelease(release), document, section, ruleMeaning)
      const source = await checkSource(explanation, input)
      if (json) writeJson(terminal, { ...explanation, source })
      else terminal.out(explanationText(explanation, source, terminal.width))
      if (source?.path && !source.is_same) end(EXIT.incomplete)
    })
