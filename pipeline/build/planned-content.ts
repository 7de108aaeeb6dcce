import { type Issue, type MatrixRow, SECTION_CODES } from '../../schemas/index.ts'
import type { DocumentRows } from '../normalize/index.ts'
import type { ContentRows, ReleaseContent } from '../publish/index.ts'
import type { PlannedProfile, ReleasePlan } from './plan-release.ts'

/** Fetches the rows of a profile from where they are kept. */
export type LoadRows = (profile: PlannedProfile) => Promise<DocumentRows>

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

const byPlace = (left: Issue, right: Issue): number =>
  compare(left.document, right.document) ||
  compare(left.section_code ?? '', right.section_code ?? '') ||
  compare(left.code, right.code) ||
  compare(left.value ?? '', right.value ?? '')

const matrixRow = ({ document, indicators }: DocumentRows): MatrixRow => ({
  country_code: document.country_code,
  country: document.country,
  source_date: document.source_date,
  document_id: document.document_id,
  ...Object.fromEntries(
    SECTION_CODES.map((code) => [
      code,
      indicators.find((row) => row.section_code === code)?.status ?? 'not_reported',
    ]),
  ),
})

const contentRows = (rows: DocumentRows, isLatest: boolean): ContentRows => ({
  documents: [rows.document],
  indicators: rows.indicators.map((row) => ({ ...row, is_latest: isLatest })),
  items: rows.items,
  boxes: rows.boxes,
  review: rows.review,
  matrix: isLatest ? [matrixRow(rows)] : [],
})

const hasIssues = ({ issues }: PlannedProfile): boolean => issues.error + issues.warning + issues.notice > 0

/** The planned release as the publisher takes it; rows are fetched profile by profile and let go. */
export const plannedContent = (plan: ReleasePlan, load: LoadRows): ReleaseContent => ({
  collection: plan.collection,
  rows: async function* () {
    for (const profile of plan.profiles) yield contentRows(await load(profile), profile.isLatest)
  },
  issues: async function* () {
    const others = Map.groupBy(plan.issues, ({ document }) => document)
    const profiles = Map.groupBy(plan.profiles.filter(hasIssues), ({ file }) => file)
    const published = new Set(plan.profiles.map(({ documentId }) => documentId))
    for (const file of [...new Set([...others.keys(), ...profiles.keys()])].sort(compare)) {
      const group = [...(others.get(file) ?? [])]
      for (const profile of profiles.get(file) ?? []) group.push(...(await load(profile)).issues)
      // the id of a document that is left out would lead nowhere
      const lead = ({ document_id: id }: Issue): string | null =>
        id !== null && published.has(id) ? id : null
      yield group.map((issue) => ({ ...issue, document_id: lead(issue) })).toSorted(byPlace)
    }
  },
})
