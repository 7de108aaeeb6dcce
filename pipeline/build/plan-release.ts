import { type Collection, type Issue, makeIssue } from '../../schemas/index.ts'
import { makeOrigins, type Origins } from '../fetch/index.ts'
import { at } from '../io/at.ts'
import type { FileReading, ProfileSummary } from './file-reading.ts'

/** What was read of a file, its rows left out. */
export type ReadingSummary = Pick<FileReading, 'file' | 'profiles' | 'rejected'>

/** A profile that is published. */
export interface PlannedProfile extends ProfileSummary {
  /** Whether it is the latest of its country. */
  readonly isLatest: boolean
}

/** Which profiles a release holds, in published order. */
export interface ReleasePlan {
  readonly collection: Collection
  readonly profiles: readonly PlannedProfile[]
  /** The issues that are not among those of a published profile. */
  readonly issues: readonly Issue[]
}

/** Profiles that are kept, and why the others are not. */
interface Selection {
  readonly kept: readonly ProfileSummary[]
  readonly issues: readonly Issue[]
}

/** Orders texts by their code units. */
export const compareTexts = (left: string, right: string): number =>
  left < right ? -1 : left > right ? 1 : 0

/** An issue of a profile, with its page where that is not the first of the file. */
const makeProfileIssue = (
  code: 'text_copy_replaced' | 'same_profile',
  { file, firstPage }: ProfileSummary,
  value: string,
): Issue => makeIssue(code, { document: file, page: firstPage > 1 ? firstPage : null, value })

/** Drops text copies of which there is any other document of the same country and date. */
const dropReplacedCopies = (profiles: readonly ProfileSummary[], origins: Origins): Selection => {
  const isTextCopy = ({ sha256 }: ProfileSummary): boolean => origins.of(sha256)?.isTextCopy ?? false
  const nameEdition = ({ countryCode, sourceDate }: ProfileSummary): string => `${countryCode} ${sourceDate}`
  const originals = Map.groupBy(
    profiles.filter((profile) => !isTextCopy(profile)),
    nameEdition,
  )
  const replacement = (profile: ProfileSummary): ProfileSummary | undefined =>
    isTextCopy(profile) ? originals.get(nameEdition(profile))?.[0] : undefined
  return {
    kept: profiles.filter((profile) => replacement(profile) === undefined),
    issues: profiles.flatMap((profile) => {
      const file = replacement(profile)?.file
      return file === undefined ? [] : [makeProfileIssue('text_copy_replaced', profile, file)]
    }),
  }
}

/** Drops the profiles of files with the same bytes as one before them; one issue per file. */
const dropSameFiles = (profiles: readonly ProfileSummary[]): Selection => {
  const issues: Issue[] = []
  const firsts = new Map<string, ProfileSummary>()
  const repeated = new Set<string>()
  for (const profile of profiles) {
    const { file, documentId, sha256 } = profile
    const first = firsts.get(documentId)
    if (first === undefined) firsts.set(documentId, profile)
    else if (first.sha256 !== sha256) {
      const issue = makeIssue('key_repeated', { document: file, value: `documents: ${documentId}` })
      issues.push({ ...issue, set_aside: true })
    } else if (!repeated.has(file)) {
      repeated.add(file)
      issues.push(makeIssue('duplicate_document', { document: file, value: first.file }))
    }
  }
  return { kept: [...firsts.values()], issues }
}

/** PDF before text, then more characters, then the order of names and pages. */
const byQuality = (left: ProfileSummary, right: ProfileSummary): number =>
  Number(right.isPdf) - Number(left.isPdf) ||
  right.characters - left.characters ||
  compareTexts(left.file, right.file) ||
  left.firstPage - right.firstPage

/** Keeps the best of the profiles that have the same text. */
const dropSameTexts = (profiles: readonly ProfileSummary[]): Selection => {
  const kept = new Set<ProfileSummary>()
  const issues: Issue[] = []
  for (const copies of Map.groupBy(profiles.toSorted(byQuality), ({ textDigest }) => textDigest).values()) {
    const best = at(copies, 0)
    kept.add(best)
    for (const copy of copies.slice(1)) issues.push(makeProfileIssue('same_profile', copy, best.file))
  }
  return { kept: profiles.filter((profile) => kept.has(profile)), issues }
}

/** Drops specimens that lie beside real profiles. */
const dropSpecimens = (profiles: readonly ProfileSummary[]): Selection => {
  const isSpecimen = ({ collection }: ProfileSummary): boolean => collection === 'specimen'
  if (profiles.every(isSpecimen)) return { kept: profiles, issues: [] }
  return {
    kept: profiles.filter((profile) => !isSpecimen(profile)),
    issues: profiles.filter(isSpecimen).map(({ file }) => makeIssue('specimen_left_out', { document: file })),
  }
}

/** Reports files that have other bytes than the lock file says. */
const reportChanges = (readings: readonly ReadingSummary[], origins: Origins): Issue[] =>
  readings.flatMap(({ file, profiles: [profile] }) => {
    const locked = origins.hashOf(file)
    return profile === undefined || locked === undefined || profile.sha256 === locked
      ? []
      : [makeIssue('source_changed', { document: file, value: profile.sha256 })]
  })

/** Country code, source date (undated first), day on which the bytes were seen at their source, document id. */
const inPublishedOrder = (profiles: readonly ProfileSummary[], origins: Origins): ProfileSummary[] => {
  const seenOn = ({ sha256 }: ProfileSummary): string => {
    const origin = origins.of(sha256)
    return origin?.captured ?? origin?.retrieved ?? ''
  }
  return profiles.toSorted(
    (left, right) =>
      compareTexts(left.countryCode, right.countryCode) ||
      compareTexts(left.sourceDate ?? '', right.sourceDate ?? '') ||
      compareTexts(seenOn(left), seenOn(right)) ||
      compareTexts(left.documentId, right.documentId),
  )
}

/** Chooses what is published and puts it in order; the order of `readings` does not matter. */
export const planRelease = (
  readings: readonly ReadingSummary[],
  origins: Origins = makeOrigins([]),
): ReleasePlan => {
  const inOrder = readings.toSorted((left, right) => compareTexts(left.file, right.file))
  let kept: readonly ProfileSummary[] = inOrder.flatMap(({ profiles }) => profiles)
  const issues = [...inOrder.flatMap(({ rejected }) => rejected), ...reportChanges(inOrder, origins)]
  const drops = [
    (profiles: readonly ProfileSummary[]) => dropReplacedCopies(profiles, origins),
    dropSameFiles,
    dropSameTexts,
    dropSpecimens,
  ]
  for (const drop of drops) {
    const selection = drop(kept)
    kept = selection.kept
    for (const issue of selection.issues) issues.push(issue)
  }
  const sorted = inPublishedOrder(kept, origins)
  const latest = new Map(sorted.map(({ countryCode, documentId }) => [countryCode, documentId]))
  const isSpecimens = sorted.length > 0 && sorted.every(({ collection }) => collection === 'specimen')
  return {
    collection: isSpecimens ? 'specimen' : 'itu-cyberwellness',
    profiles: sorted.map((profile) => ({
      ...profile,
      isLatest: latest.get(profile.countryCode) === profile.documentId,
    })),
    issues,
  }
}
