import type { Issue } from '../../schemas/index.ts'
import type { DocumentRows } from '../normalize/index.ts'
import type { ReleasePlan } from './plan-release.ts'

/** A longer citation may be a sentence of the profile; each number counts as a word. */
const MAX_DETAIL_WORDS = 5

const isShort = (text: string): boolean => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length <= MAX_DETAIL_WORDS

const removeQuote = (issue: Issue): Issue =>
  issue.value === null
    ? issue
    : { ...issue, value: null, message: issue.message.replaceAll(issue.value, '[left out]') }

/**
 * The rows of a document without the wording of its author: no note, evidence, printed heading, title or printed date,
 * and no issue that quotes them. Statuses, figures, dates, positions, counts and the names of things stay: they are
 * facts, or coding of this project.
 */
export const removeSourceText = (rows: DocumentRows): DocumentRows => ({
  ...rows,
  document: { ...rows.document, title: null, source_date_printed: null },
  indicators: rows.indicators.map((row) => ({ ...row, note: null, evidence: null, section_printed: null })),
  items: rows.items.map((item) => ({
    ...item,
    detail: item.detail !== null && isShort(item.detail) ? item.detail : null,
  })),
  review: rows.review.map((row) => ({ ...row, note: null, evidence: null })),
  issues: rows.issues.map(removeQuote),
})

/** The same plan, with issues that quote nothing. */
export const removeQuotes = (plan: ReleasePlan): ReleasePlan => ({
  ...plan,
  issues: plan.issues.map(removeQuote),
  profiles: plan.profiles.map((profile) => ({ ...profile, issues: profile.issues.map(removeQuote) })),
})
