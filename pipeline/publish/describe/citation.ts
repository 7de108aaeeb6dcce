import { stringify } from 'yaml'
import { TERMS } from '../../../schemas/index.ts'
import { citedDay } from './created.ts'
import type { ReleaseFacts } from './release-facts.ts'
import { CODED_BY, KEYWORDS, PROFILES_BY } from './subject.ts'

/** The name that the Citation File Format asks for. */
export const CITATION_FILE = 'CITATION.cff'

const PROFILES = {
  type: 'report',
  title: 'Cyberwellness Profiles',
  authors: [{ name: PROFILES_BY }],
  notes: 'The profiles that were coded, dated 2012 to 2015; documents.csv lists each.',
}

/** How a release is cited, in the Citation File Format 1.2.0 (https://citation-file-format.github.io/). */
export const citationFile = (facts: ReleaseFacts): string => {
  const day = citedDay(facts)
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
      license: TERMS[facts.collection].licence,
      keywords: KEYWORDS,
      ...(real && { references: [PROFILES] }),
    },
    { lineWidth: 0 },
  )
}
