import { readFileSync } from 'node:fs'
import { stringify } from 'yaml'
import { z } from 'zod'
import { TERMS } from '../../../schemas/index.ts'
import type { ReleaseFacts } from './release-facts.ts'
import { CODED_BY, KEYWORDS, PROFILES_BY } from './subject.ts'

/** The repository of the code, where package.json names one. */
const REPOSITORY = z
  .object({
    repository: z.union([z.url(), z.object({ url: z.url() }).transform(({ url }) => url)]).optional(),
  })
  .parse(JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))).repository

/** The name that the Citation File Format asks for. */
export const CITATION_FILE = 'CITATION.cff'

const describeProfiles = (years: string | undefined): object => ({
  type: 'report',
  title: 'Cyberwellness Profiles',
  authors: [{ name: PROFILES_BY }],
  notes: `The profiles that were coded${years === undefined ? '' : `, dated ${years}`}; documents.csv lists each.`,
})

/** How a release is cited, in the Citation File Format 1.2.0 (https://citation-file-format.github.io/). */
export const citationFile = (facts: ReleaseFacts): string => {
  const day = facts.created
  const real = facts.collection === 'itu-cyberwellness'
  return stringify(
    {
      'cff-version': '1.2.0',
      message: real
        ? 'Cite the coding as below, and the ITU as the author of the profiles; the licence does not cover their words.'
        : 'Specimens about invented places: cite them as such, never as data about countries.',
      type: 'dataset',
      title: facts.info.title,
      abstract: facts.info.description,
      authors: [{ name: CODED_BY }],
      version: facts.info.version,
      ...(day !== undefined && { 'date-released': day }),
      ...(facts.info.homepage !== undefined && { url: facts.info.homepage }),
      ...(REPOSITORY !== undefined && { 'repository-code': REPOSITORY }),
      license: TERMS[facts.collection].licence,
      keywords: KEYWORDS,
      ...(real && { references: [describeProfiles(facts.info.years)] }),
    },
    { lineWidth: 0 },
  )
}
