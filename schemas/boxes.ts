import type { z } from 'zod'
import { column } from './column.ts'
import { DOCUMENT_ID, INDICATOR_NAME, SECTION_CODE } from './indicators.ts'
import { defineTable } from './table.ts'

/** Position of each note on its pages. */
export const boxes = defineTable({
  name: 'boxes',
  title: 'Boxes',
  description:
    'One row for each line of a note, in reading order, in PDF points with the origin at the bottom left of the page. Text files have no boxes.',
  primaryKey: ['document_id', 'indicator', 'box_no'],
  columns: {
    document_id: column.code(DOCUMENT_ID, 'The document.', { references: 'documents.document_id' }),
    section_code: column.code(SECTION_CODE, 'Number of the section whose note the line belongs to.'),
    indicator: column.code(INDICATOR_NAME, 'Short name of the section.', {
      references: 'sections.indicator',
    }),
    box_no: column.integer('Place of the line in the note, counted from 1.'),
    page: column.integer('Page, counted from 1.'),
    x0: column.number('Left edge.', { unit: 'points' }),
    y0: column.number('Bottom edge.', { unit: 'points' }),
    x1: column.number('Right edge.', { unit: 'points' }),
    y1: column.number('Top edge.', { unit: 'points' }),
  },
})
export type Box = z.infer<typeof boxes.row>
