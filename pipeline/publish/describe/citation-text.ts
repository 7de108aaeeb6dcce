import type { ReleaseFacts } from './release-facts.ts'
import { CODED_BY, PROFILES_BY } from './subject.ts'

/** How a release is cited in a list of references, as Markdown; real profiles with their author. */
export const citationText = (facts: ReleaseFacts): string => {
  const { title, version, homepage, years } = facts.info
  const year = facts.created?.slice(0, 4) ?? 'no date'
  return [
    `${CODED_BY} (${year}). *${title}*, version ${version}.`,
    ...(homepage === undefined ? [] : [`<${homepage}>.`]),
    ...(facts.collection === 'specimen'
      ? []
      : [`Coded from: ${PROFILES_BY}, *Cyberwellness Profiles*${years === undefined ? '' : `, ${years}`}.`]),
  ].join(' ')
}
