import { stringify } from 'yaml'
import { TERMS } from '../../../schemas/index.ts'
import { CODED_BY, KEYWORDS, PROFILES_BY, type ReleaseFacts } from './release-facts.ts'

/** How a release is cited in a list of references, as Markdown; real profiles with their author. */
export const citationText = ({ info, created, collection }: ReleaseFacts): string => {
  const { title, version, homepage, years } = info
  const cited = [
    `${CODED_BY} (${created?.slice(0, 4) ?? 'no date'}). *${title}*, version ${version}.`,
    ...(homepage === undefined ? [] : [`<${homepage}>.`]),
    ...(collection === 'specimen'
      ? []
      : [`Coded from: ${[PROFILES_BY, '*Cyberwellness Profiles*', ...(years ? [years] : [])].join(', ')}.`]),
  ]
  return cited.join(' ')
}

/** How a release is cited, in the Citation File Format 1.2.0 (https://citation-file-format.github.io/). */
export const citationFile = ({ info, created, collection }: ReleaseFacts): string => {
  const profiles = {
    type: 'report',
    title: 'Cyberwellness Profiles',
    authors: [{ name: PROFILES_BY }],
    notes: `The profiles that were coded${info.years ? `, dated ${info.years}` : ''}; documents.csv lists each.`,
  }
  const isReal = collection === 'itu-cyberwellness'
  const citation = {
    'cff-version': '1.2.0',
    message: isReal
      ? 'Cite the coding as below, and the ITU as the author of the profiles; the licence does not cover their words.'
      : 'Samples about invented places: cite them as such, never as data about countries.',
    type: 'dataset',
    title: info.title,
    abstract: info.description,
    authors: [{ name: CODED_BY }],
    version: info.version,
    ...(created !== undefined && { 'date-released': created }),
    ...(info.homepage !== undefined && { url: info.homepage }),
    license: TERMS[collection].licence,
    keywords: KEYWORDS,
    ...(isReal && { references: [profiles] }),
  }
  return stringify(citation, { lineWidth: 0 })
}
