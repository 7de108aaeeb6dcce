import type { z } from 'zod'
import { column } from './column.ts'
import { COUNTRY_CODE, DOCUMENT_ID } from './indicators.ts'
import { SECTIONS } from './sections.ts'
import { STATUSES } from './statuses.ts'
import { defineTable } from './table.ts'

const statusColumns = Object.fromEntries(
  SECTIONS.map((section) => [
    section.code,
    column.choice(STATUSES, `Status of ${section.code} ${section.name}.`),
  ]),
)

/** The spreadsheet view: a row a country, a column a section, the latest status in the cell. */
export const matrix = defineTable({
  name: 'matrix',
  title: 'Matrix',
  description:
    'The spreadsheet view: one row for each country, the statuses of its latest document in the cells.',
  primaryKey: ['country_code'],
  columns: {
    country_code: column.code(COUNTRY_CODE, 'ISO 3166-1 alpha-3.'),
    country: column.text('Country name in English.'),
    source_date: column.optionalDate('Date of the latest document.'),
    document_id: column.code(DOCUMENT_ID, 'The latest document.', { references: 'documents.document_id' }),
    ...statusColumns,
  },
})
export type MatrixRow = z.infer<typeof matrix.row>
