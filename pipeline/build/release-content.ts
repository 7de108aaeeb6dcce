import { findYears, type Issue, releaseInfo } from '../../schemas/index.ts'
import { type ExploredProfile, writeExplorer } from '../explorer/index.ts'
import type { Origins } from '../fetch/index.ts'
import type { DocumentRows } from '../normalize/index.ts'
import type { ContentRows, ReleaseContent, WriteExplorer } from '../publish/index.ts'
import type { ProfileSummary } from './file-reading.ts'
import { compareTexts, type ReleasePlan } from './plan-release.ts'
import type { ProfileStore } from './profile-store.ts'

type LoadRows = (profile: ProfileSummary) => DocumentRows

/** Loads rows from the store, with what the lock files know of where their documents come from. */
export const loadWithOrigins =
  (store: Pick<ProfileStore, 'rows'>, origins: Origins): LoadRows =>
  (profile) => {
    const rows = store.rows(profile)
    const origin = origins.of(rows.document.sha256)
    if (origin === undefined) return rows
    const { source_url } = origin.columns
    return {
      ...rows,
      document: { ...rows.document, ...origin.columns },
      indicators: rows.indicators.map((row) => ({ ...row, source_url })),
    }
  }

const byPlace = (left: Issue, right: Issue): number =>
  compareTexts(left.document, right.document) ||
  compareTexts(left.section_code ?? '', right.section_code ?? '') ||
  compareTexts(left.code, right.code) ||
  compareTexts(left.value ?? '', right.value ?? '')

const makeContentRows = (rows: DocumentRows, isLatest: boolean): ContentRows => ({
  documents: [rows.document],
  indicators: rows.indicators.map((row) => ({
    ...row,
    // not published twice
    evidence: row.evidence_is_note ? null : row.evidence,
    is_latest: isLatest,
  })),
  items: rows.items,
  boxes: rows.boxes,
  review: rows.review,
})

/** All issues of a release; the id of a document that is left out would lead nowhere. */
const sortIssues = ({ issues, profiles }: ReleasePlan): readonly Issue[] => {
  const published = new Set<string | null>(profiles.map(({ document }) => document.document_id))
  return [...issues, ...profiles.flatMap((profile) => profile.issues)]
    .map((issue) => (published.has(issue.document_id) ? issue : { ...issue, document_id: null }))
    .toSorted(byPlace)
}

const planYears = (plan: ReleasePlan) => findYears(plan.profiles.map(({ document }) => document.source_date))

/** A planned release as the publisher takes it; rows are loaded profile by profile. */
export const makeContent = (plan: ReleasePlan, load: LoadRows): ReleaseContent => ({
  collection: plan.collection,
  years: planYears(plan),
  rows: async function* () {
    for (const profile of plan.profiles) yield makeContentRows(load(profile), profile.isLatest)
  },
  issues: sortIssues(plan),
})

/** Writes the explorer of a release, once the files to download are known. */
export const makeExplorer = (
  plan: ReleasePlan,
  load: LoadRows,
  store: Pick<ProfileStore, 'pages'>,
  { homepage, withoutSourceText }: { homepage?: string | undefined; withoutSourceText: boolean },
): WriteExplorer => {
  async function* profiles(): AsyncGenerator<ExploredProfile> {
    for (const profile of plan.profiles) {
      yield {
        rows: load(profile),
        isLatest: profile.isLatest,
        pages: withoutSourceText ? null : store.pages(profile),
      }
    }
  }
  const info = releaseInfo(plan.collection, homepage, { withoutSourceText, years: planYears(plan) })
  return (files, emit) => writeExplorer({ info, collection: plan.collection, files }, profiles(), emit)
}
