import type { z } from 'zod'
import { column } from './column.ts'
import { COUNTRY_CODE, DOCUMENT_ID, INDICATOR_NAME, SECTION_CODE } from './indicators.ts'
import { STATUSES } from './statuses.ts'
import { defineTable } from './table.ts'

/** Rows that need human review: unclassified, of low confidence, or with unknown names. */
export const review = defineTable({
  name: 'review',
  title: 'Review list',
  description:
    'Indicators that no rule decided or that have low confidence, and notes with names that are in no table, with their place on the page.',
  primaryKey: ['document_id', 'indicator'],
  columns: {
    document_id: column.code(DOCUMENT_ID, 'The document.', { references: 'documents.document_id' }),
    country_code: column.code(COUNTRY_CODE, 'ISO 3166-1 alpha-3.', { references: 'countries.country_code' }),
    section_code: column.code(SECTION_CODE, 'Number of the section.'),
    indicator: column.code(INDICATOR_NAME, 'Short name of the section.', {
      references: 'sections.indicator',
    }),
    status: column.choice(STATUSES, 'The status that the row has now.'),
    status_rule: column.text('The rule that decided.'),
    evidence: column.optionalText('The words that decided.'),
    unknown_names: column.optionalText(
      'Memberships, treaties and standards in the note that no table of entities knows, separated by “; ”.',
    ),
    note: column.optionalText('The whole note.'),
    note_sha256: column.code(/^[0-9a-f]{64}$/, 'SHA-256 of the note in UTF-8, for the corrections file.'),
    page: column.optionalInteger('Page on which the note begins.'),
    x0: column.optionalNumber('Left edge of the note’s first line.', { unit: 'points' }),
    y0: column.optionalNumber('Bottom edge of the note’s first line.', { unit: 'points' }),
    x1: column.optionalNumber('Right edge of the note’s first line.', { unit: 'points' }),
    y1: column.optionalNumber('Top edge of the note’s first line.', { unit: 'points' }),
  },
})
export type ReviewRow = z.infer<typeof review.row>
