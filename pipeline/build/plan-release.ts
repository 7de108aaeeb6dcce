import { type Collection, type Issue, makeIssue } from '../../schemas/index.ts'
import { makeOrigins, type Origins } from '../fetch/index.ts'
import type { FileReading, ProfileSummary } from './file-reading.ts'

/** What was read of a file, its rows left out. */
export interface ReadingSummary extends Pick<FileReading, 'file' | 'rejected'> {
  readonly profiles: readonly ProfileSummary[]
}

/** Profiles that are left out, each with the issue that says why, unless another issue of its file does. */
type Dropped = ReadonlyMap<ProfileSummary, Issue | null>

/** Orders texts by their code units. */
export const compareTexts = (left: string, right: string): number =>
  left < right ? -1 : left > right ? 1 : 0

/** An issue of a profile, with its page if that is not the first of the file. */
const makeProfileIssue = (
  code: 'text_copy_replaced' | 'same_profile',
  { file, document: { first_page } }: ProfileSummary,
  value: string,
): Issue => makeIssue(code, { document: file, page: first_page > 1 ? first_page : null, value })

/** Drops text copies if there is another document of the same country and date; where no date is printed, that is unknown. */
const dropReplacedCopies = (profiles: readonly ProfileSummary[], origins: Origins): Dropped => {
  const isTextCopy = ({ document }: ProfileSummary): boolean =>
    origins.of(document.sha256)?.isTextCopy ?? false
  const editions = Map.groupBy(profiles, ({ document }) => `${document.country_code} ${document.source_date}`)
  return new Map(
    [...editions.values()].flatMap((edition) => {
      const original = edition.find((profile) => !isTextCopy(profile))
      if (original === undefined) return []
      return edition
        .filter((profile) => isTextCopy(profile) && profile.document.source_date !== null)
        .map((copy) => [copy, makeProfileIssue('text_copy_replaced', copy, original.file)] as const)
    }),
  )
}

/** PDF before text, then more characters, then the order of names and pages. */
const byQuality = (left: ProfileSummary, right: ProfileSummary): number => {
  const [one, other] = [left.document, right.document]
  return (
    Number(other.media_type === 'application/pdf') - Number(one.media_type === 'application/pdf') ||
    other.characters - one.characters ||
    compareTexts(left.file, right.file) ||
    one.first_page - other.first_page
  )
}

/** Keeps the best of the profiles that have the same text; one issue for each file with the same bytes as another. */
const dropCopies = (profiles: readonly ProfileSummary[]): Dropped => {
  const dropped = new Map<ProfileSummary, Issue | null>()
  const reported = new Set<string>()
  const groups = Map.groupBy(profiles.toSorted(byQuality), ({ textDigest }) => textDigest)
  for (const [best, ...copies] of groups.values()) {
    for (const copy of copies) {
      const { file, document } = copy
      const original = best?.file ?? ''
      if (document.sha256 !== best?.document.sha256 || file === original) {
        dropped.set(copy, makeProfileIssue('same_profile', copy, original))
        continue
      }
      const issue = makeIssue('duplicate_document', { document: file, value: original })
      dropped.set(copy, reported.has(file) ? null : issue)
      reported.add(file)
    }
  }
  return dropped
}

const isSpecimen = ({ document }: ProfileSummary): boolean => document.collection === 'specimen'

const dropSpecimens = (profiles: readonly ProfileSummary[]): Dropped =>
  new Map(
    profiles
      .filter((profile) => isSpecimen(profile) && !profiles.every(isSpecimen))
      .map((profile) => [profile, makeIssue('specimen_left_out', { document: profile.file })]),
  )

/** Reports files that have other bytes than the lock file says. */
const reportChanges = (readings: readonly ReadingSummary[], origins: Origins): Issue[] =>
  readings.flatMap(({ file, profiles: [profile] }) => {
    const [found, locked] = [profile?.document.sha256, origins.hashOf(file)]
    if (found === undefined || locked === undefined || found === locked) return []
    return [makeIssue('source_changed', { document: file, value: found })]
  })

/** Country code, source date (undated first), day on which the bytes were seen at their source, document id. */
const sortAsPublished = (profiles: readonly ProfileSummary[], origins: Origins): ProfileSummary[] => {
  const makeKey = ({ document }: ProfileSummary): string => {
    const { country_code, source_date, sha256, document_id } = document
    const origin = origins.of(sha256)
    const seen = origin?.columns.captured ?? origin?.columns.retrieved ?? ''
    // the lowest character of all, so that a shorter part comes before a longer one that begins with it
    return [country_code, source_date ?? '', seen, document_id].join('\0')
  }
  return profiles.toSorted((left, right) => compareTexts(makeKey(left), makeKey(right)))
}

/** Chooses what is published and puts it in order; the order of `readings` does not matter. */
export const planRelease = (readings: readonly ReadingSummary[], origins: Origins = makeOrigins([])) => {
  const inOrder = readings.toSorted((left, right) => compareTexts(left.file, right.file))
  let kept: readonly ProfileSummary[] = inOrder.flatMap(({ profiles }) => profiles)
  const issues = [...inOrder.flatMap(({ rejected }) => rejected), ...reportChanges(inOrder, origins)]
  for (const drop of [dropReplacedCopies, dropCopies, dropSpecimens]) {
    const dropped = drop(kept, origins)
    for (const issue of dropped.values()) if (issue !== null) issues.push(issue)
    kept = kept.filter((profile) => !dropped.has(profile))
  }
  const sorted = sortAsPublished(kept, origins)
  const latest = new Map(sorted.map((profile) => [profile.document.country_code, profile]))
  const collection: Collection =
    sorted.length > 0 && sorted.every(isSpecimen) ? 'specimen' : 'itu-cyberwellness'
  return {
    collection,
    /** In published order. */
    profiles: sorted.map((profile) => ({
      ...profile,
      isLatest: latest.get(profile.document.country_code) === profile,
    })),
    /** The issues that are not among those of a published profile. */
    issues,
  }
}

/** The profiles of a release. */
export type ReleasePlan = ReturnType<typeof planRelease>
