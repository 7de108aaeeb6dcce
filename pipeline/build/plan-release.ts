import { type Collection, type Issue, makeIssue } from '../../schemas/index.ts'
import { type Origins, originsOf } from '../fetch/index.ts'
import { distinctProfiles, type Sorting } from './distinct-profiles.ts'
import type { FileReading } from './file-reading.ts'
import type { ProfileEntry } from './profile-entry.ts'

/** A profile that is published. */
export interface PlannedProfile extends ProfileEntry {
  /** Whether it is the latest of its country. */
  readonly isLatest: boolean
}

/** Which profiles a release holds, in published order, and what there is to say of the others. */
export interface ReleasePlan {
  readonly collection: Collection
  readonly profiles: readonly PlannedProfile[]
  /** The issues that are not among those of a published profile. */
  readonly issues: readonly Issue[]
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/** When the bytes of a profile were seen at their source. */
const seenOn = ({ sha256 }: ProfileEntry, origins: Origins): string => {
  const origin = origins.of(sha256)
  return origin?.captured ?? origin?.retrieved ?? ''
}

/**
 * Country code, source date (undated first), day on which the bytes were seen at their source, document id: the published
 * order of documents.
 */
const byCountryAndDate =
  (origins: Origins) =>
  (left: ProfileEntry, right: ProfileEntry): number =>
    compare(left.countryCode, right.countryCode) ||
    compare(left.sourceDate ?? '', right.sourceDate ?? '') ||
    compare(seenOn(left, origins), seenOn(right, origins)) ||
    compare(left.documentId, right.documentId)

/** Sets aside the profiles of files with the same bytes as one before them; one issue a file. */
const distinctFiles = (profiles: readonly ProfileEntry[]): Sorting => {
  const issues: Issue[] = []
  const firstFiles = new Map<string, ProfileEntry>()
  const repeated = new Set<string>()
  const kept: ProfileEntry[] = []
  for (const profile of profiles) {
    const { file, documentId, sha256 } = profile
    const first = firstFiles.get(documentId)
    if (first === undefined) {
      firstFiles.set(documentId, profile)
      kept.push(profile)
    } else if (first.sha256 !== sha256) {
      const issue = makeIssue('key_repeated', { document: file, value: `documents: ${documentId}` })
      issues.push({ ...issue, set_aside: true })
    } else if (!repeated.has(file)) {
      repeated.add(file)
      issues.push(makeIssue('duplicate_document', { document: file, value: first.file }))
    }
  }
  return { kept, issues }
}

/**
 * Sets aside files with the same bytes as one before them, profiles with the same words as a better copy, and
 * specimens that lie beside real profiles.
 */
const chooseProfiles = (read: readonly ProfileEntry[]): Sorting => {
  const files = distinctFiles(read)
  const profiles = distinctProfiles(files.kept)
  const issues = [...files.issues, ...profiles.issues]
  const isSpecimen = ({ collection }: ProfileEntry): boolean => collection === 'specimen'
  if (profiles.kept.every(isSpecimen)) return { kept: profiles.kept, issues }
  const leftOut = profiles.kept
    .filter(isSpecimen)
    .map(({ file }) => makeIssue('specimen_left_out', { document: file }))
  return { kept: profiles.kept.filter((profile) => !isSpecimen(profile)), issues: [...issues, ...leftOut] }
}

/** The ids of the latest document of each country; of two of one date, the one that sorts last. */
const latestIds = (sorted: readonly ProfileEntry[]): ReadonlySet<string> =>
  new Set(new Map(sorted.map(({ countryCode, documentId }) => [countryCode, documentId])).values())

/** Chooses what is published and puts it in order; the order of `readings` does not show. */
export const planRelease = (
  readings: readonly FileReading[],
  origins: Origins = originsOf([]),
): ReleasePlan => {
  const inOrder = readings.toSorted((left, right) => compare(left.file, right.file))
  const { kept, issues } = chooseProfiles(inOrder.flatMap(({ profiles }) => profiles))
  const sorted = kept.toSorted(byCountryAndDate(origins))
  const latest = latestIds(sorted)
  return {
    collection:
      sorted.length > 0 && sorted.every(({ collection }) => collection === 'specimen')
        ? 'specimen'
        : 'itu-cyberwellness',
    profiles: sorted.map((profile) => ({ ...profile, isLatest: latest.has(profile.documentId) })),
    issues: [...issues, ...inOrder.flatMap(({ setAside }) => setAside)],
  }
}
