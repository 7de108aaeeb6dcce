import { type Issue, makeIssue } from '../../schemas/index.ts'
import type { ProfileEntry } from './profile-entry.ts'

/** What is published, and what there is to say of the rest. */
export interface Sorting {
  readonly kept: readonly ProfileEntry[]
  readonly issues: readonly Issue[]
}

/** Which of two copies is the better one: PDF before text, then more characters, then the order of names and pages. */
const byQuality = (left: ProfileEntry, right: ProfileEntry): number =>
  Number(right.isPdf) - Number(left.isPdf) ||
  right.characters - left.characters ||
  (left.file < right.file ? -1 : left.file > right.file ? 1 : 0) ||
  left.firstPage - right.firstPage

/** Keeps the best copy of each profile that comes in several files, or more than once in a file. */
export const distinctProfiles = (profiles: readonly ProfileEntry[]): Sorting => {
  const copies = Map.groupBy(profiles, ({ wordsDigest }) => wordsDigest)
  const issues: Issue[] = []
  const best = new Set<ProfileEntry>()
  for (const group of copies.values()) {
    const [first, ...others] = group.toSorted(byQuality)
    if (!first) continue
    best.add(first)
    issues.push(
      ...others.map(({ file, firstPage }) =>
        makeIssue('same_profile', {
          document: file,
          page: firstPage > 1 ? firstPage : null,
          value: first.file,
        }),
      ),
    )
  }
  return { kept: profiles.filter((profile) => best.has(profile)), issues }
}
