import { readFileSync } from 'node:fs'
import { citationFile } from './citation.ts'
import { croissant } from './croissant.ts'
import { DATA_PACKAGE_FILE, dataPackage } from './data-package.ts'
import { README_FILE, readme } from './readme.ts'
import type { ReleaseFacts } from './release-facts.ts'

export { DATA_PACKAGE_FILE } from './data-package.ts'
export { answerQuestions } from './questions.ts'
export { type DocumentFacts, datasetProperties } from './release-facts.ts'

/** Generated, so that a build need not load every rule and pattern to list them. */
const releaseCodebook = (): string => readFileSync(new URL('./release-codebook.txt', import.meta.url), 'utf8')

/** The files that say what a release is, in the order in which they are made: descriptors name all files before them. */
export const DESCRIPTIONS: readonly (readonly [name: string, text: (facts: ReleaseFacts) => string])[] = [
  [README_FILE, readme],
  ['CODEBOOK.md', releaseCodebook],
  ['CITATION.cff', citationFile],
  ['croissant.json', (facts) => `${JSON.stringify(croissant(facts), null, 2)}\n`],
  [DATA_PACKAGE_FILE, (facts) => `${JSON.stringify(dataPackage(facts))}\n`],
]
