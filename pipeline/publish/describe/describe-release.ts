import { readFileSync } from 'node:fs'
import { CITATION_FILE, citationFile } from './citation.ts'
import { CROISSANT_FILE, croissant } from './croissant.ts'
import { DATA_PACKAGE_FILE, dataPackage } from './data-package.ts'
import { README_FILE, readme } from './readme.ts'
import type { ReleaseFacts } from './release-facts.ts'

/** A file that says what a release is. */
export interface Description {
  readonly name: string
  /** Its text; the facts name every file that was made before it. */
  readonly text: (facts: ReleaseFacts) => string
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

/** Generated, so that a build need not load every rule and wording to list them. */
const releaseCodebook = (): string => readFileSync(new URL('./release-codebook.txt', import.meta.url), 'utf8')

/** What describes a release, in the order in which it is made: the descriptors name all files before them. */
export const DESCRIPTIONS: readonly Description[] = [
  { name: README_FILE, text: readme },
  { name: 'CODEBOOK.md', text: releaseCodebook },
  { name: CITATION_FILE, text: citationFile },
  { name: CROISSANT_FILE, text: (facts) => json(croissant(facts)) },
  { name: DATA_PACKAGE_FILE, text: (facts) => `${JSON.stringify(dataPackage(facts))}\n` },
]
