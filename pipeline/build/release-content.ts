import { findYears, type Issue } from '../../schemas/index.ts'
import type { ExploredProfile } from '../explorer/index.ts'
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

const PLACE = ['document', 'section_code', 'code', 'value'] as const

const byPlace = (left: Issue, right: Issue): number =>
  PLACE.map((column) => compareTexts(left[column] ?? '', right[column] ?? '')).find(Boolean) ?? 0

const makeContentRows = (rows: DocumentRows, is_latest: boolean): ContentRows => ({
  ...rows,
  documents: [rows.document],
  // evidence that is the whole note is not published twice
  indicators: rows.indicators.map((row) => {
    return { ...row, is_latest, evidence: row.evidence_is_note ? null : row.evidence }
  }),
})

/** All issues of a release; the id of a document that is left out would lead nowhere. */
const sortIssues = ({ issues, profiles }: ReleasePlan): readonly Issue[] => {
  const published = new Set<string | null>(profiles.map(({ document }) => document.document_id))
  return [...issues, ...profiles.flatMap((profile) => profile.issues)]
    .map((issue) => (published.has(issue.document_id) ? issue : { ...issue, document_id: null }))
    .toSorted(byPlace)
}

/** A planned release as the publisher takes it; rows are loaded profile by profile. */
export const makeContent = (plan: ReleasePlan, load: LoadRows): ReleaseContent => ({
  collection: plan.collection,
  years: findYears(plan.profiles.map(({ document }) => document.source_date)),
  rows: async function* () {
    for (const profile of plan.profiles) yield makeContentRows(load(profile), profile.isLatest)
  },
  issues: sortIssues(plan),
})

/** Writes the explorer of a release; `loadPages` gives null where the words of the profiles are left out. */
export const makeExplorer =
  (
    plan: ReleasePlan,
    load: LoadRows,
    loadPages: (profile: ProfileSummary) => ExploredProfile['pages'],
  ): WriteExplorer =>
  async (info, files, emit) => {
    const { writeExplorer } = await import('../explorer/index.ts')
    const profiles = async function* (): AsyncGenerator<ExploredProfile> {
      for (const profile of plan.profiles) {
        yield { rows: load(profile), isLatest: profile.isLatest, pages: loadPages(profile) }
      }
    }
    return writeExplorer({ info, collection: plan.collection, files }, profiles(), emit)
  }
