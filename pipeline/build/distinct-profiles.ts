import { type DocumentRow, type Issue, makeIssue } from '../../schemas/index.ts'
import type { DocumentRows } from '../normalize/index.ts'

/** What is published, and what there is to say of the rest. */
export interface Sorting {
  readonly kept: readonly DocumentRows[]
  readonly issues: readonly Issue[]
}

/** The letters and digits of a text in sorted order: the same wherever copies break lines, words and columns. */
const lettersOf = (text: string): string =>
  [
    ...text
      .normalize('NFKD')
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}]/gu),
  ]
    .map(([letter]) => letter)
    .sort()
    .join('')

/** What two copies of one profile have in common: country, date, and section by section the words or the figure. */
const profileKey = ({ document, indicators }: DocumentRows): string =>
  [
    document.country_code,
    document.source_date,
    ...indicators.map((row) => (row.unit === null ? lettersOf(row.note ?? '') : row.value)),
  ].join(' ')

/** Which of two copies is the better one: PDF before text, then more characters, then the order of names and pages. */
const byQuality = (left: DocumentRow, right: DocumentRow): number =>
  Number(right.media_type === 'application/pdf') - Number(left.media_type === 'application/pdf') ||
  right.characters - left.characters ||
  (left.file_name < right.file_name ? -1 : left.file_name > right.file_name ? 1 : 0) ||
  left.first_page - right.first_page

/** Keeps the best copy of each profile that comes in several files, or more than once in a file. */
export const distinctProfiles = (documents: readonly DocumentRows[]): Sorting => {
  const copies = Map.groupBy(documents, profileKey)
  const issues: Issue[] = []
  const best = new Set<DocumentRows>()
  for (const rows of copies.values()) {
    const [first, ...others] = rows.toSorted((left, right) => byQuality(left.document, right.document))
    if (!first) continue
    best.add(first)
    issues.push(
      ...others.map(({ document }) =>
        makeIssue('same_profile', {
          document: document.file_name,
          page: document.first_page > 1 ? document.first_page : null,
          value: first.document.file_name,
        }),
      ),
    )
  }
  return { kept: documents.filter((rows) => best.has(rows)), issues }
}
