import type { z } from 'zod'
import { column, optionalEdges, SHA256 } from './column.ts'
import type { Item } from './items.ts'
import { STATUSES } from './statuses.ts'
import { defineTable } from './table.ts'

export const review = defineTable({
  name: 'review',
  title: 'Review list',
  description:
    'Indicators that no rule decided or that have low confidence, and notes with names that are in no table, with their place on the page.',
  primaryKey: ['document_id', 'indicator'],
  columns: {
    document_id: column.documentId('The document.'),
    country_code: column.countryCode('ISO 3166-1 alpha-3.'),
    section_code: column.sectionCode('Number of the section.'),
    indicator: column.indicator('Short name of the section.'),
    status: column.choice(STATUSES, 'The status that the row has now.'),
    status_rule: column.text('The rule that decided.'),
    evidence: column.optionalText('The words that decided.'),
    unknown_names: column.optionalText(
      'Memberships, treaties and standards in the note that no table of entities knows, separated by “; ”.',
    ),
    note: column.optionalText('The whole note.'),
    note_sha256: column.code(SHA256, 'SHA-256 of the note in UTF-8, for the corrections file.'),
    page: column.integer('Page on which the note begins.').nullable(),
    ...optionalEdges('the note’s first line'),
  },
})
export type ReviewRow = z.infer<typeof review.row>

/** The names among items that no table knows though it knows others of their kind; null if all are known. */
export const listUnknownNames = (items: readonly Pick<Item, 'confidence' | 'text'>[]): string | null =>
  items
    .filter(({ confidence }) => confidence === 'review')
    .map(({ text }) => text)
    .join('; ') || null
