import type { z } from 'zod'
import { column, POINTS } from './column.ts'
import { defineTable } from './table.ts'

export const boxes = defineTable({
  name: 'boxes',
  description:
    'One row for each line of a note, in reading order, in PDF points with the origin at the bottom left of the page. Text files have no boxes.',
  primaryKey: ['document_id', 'indicator', 'box_no'],
  columns: {
    document_id: column.documentId('The document.'),
    section_code: column.sectionCode('Number of the section whose note the line belongs to.'),
    indicator: column.indicator('Short name of the section.'),
    box_no: column.integer('Place of the line in the note, counted from 1.'),
    page: column.integer('Page, counted from 1.'),
    x0: column.number('Left edge.', POINTS),
    y0: column.number('Bottom edge.', POINTS),
    x1: column.number('Right edge.', POINTS),
    y1: column.number('Top edge.', POINTS),
  },
})
export type Box = z.infer<typeof boxes.row>
