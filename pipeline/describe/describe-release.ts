import { codebook } from '../../schemas/generate/codebook.ts'
import { CITATION_FILE, citationFile } from './citation.ts'
import { CROISSANT_FILE, croissant } from './croissant.ts'
import { DATA_PACKAGE_FILE, dataPackage } from './data-package.ts'
import { README_FILE, readme } from './readme.ts'
import type { ReleaseFacts } from './release-facts.ts'

/** A file that says what a release is. */
export interface Description {
  readonly name: string
  /** Its text; the facts name every file that was made before it. */
  readonly text: (facts: ReleaseFacts) => string | Promise<string>
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

/** The rules are loaded where they are listed: nothing else here needs them, and they are many. */
const releaseCodebook = async (): Promise<string> => {
  const { STATUS_CODING } = await import('../../schemas/generate/status-coding.ts')
  return codebook(STATUS_CODING, 'release')
}

/** What describes a release, in the order in which it is made: the descriptors name all files before them. */
export const DESCRIPTIONS: readonly Description[] = [
  { name: README_FILE, text: readme },
  { name: 'CODEBOOK.md', text: releaseCodebook },
  { name: CITATION_FILE, text: citationFile },
  { name: CROISSANT_FILE, text: (facts) => json(croissant(facts)) },
  { name: DATA_PACKAGE_FILE, text: (facts) => json(dataPackage(facts)) },
]
