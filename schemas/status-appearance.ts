import type { Status } from './statuses.ts'

/**
 * How a status looks wherever people see it, in the matrix of the workbook and on the pages of the explorer: a label for
 * sentences and legends, a sign that shows it without colour and that every system font has, and a fill behind black text.
 * The fills are the scheme *light* of Paul Tol, “Colour Schemes” (SRON/EPS/TN/09-002, issue 3.2), which is made for cells
 * with black labels and keeps its colours apart for the colour-blind. What a profile does not say is white.
 */
export const STATUS_APPEARANCE: Readonly<
  Record<Status, Readonly<Record<'label' | 'mark' | 'fill', string>>>
> = {
  present: { label: 'Present', mark: '●', fill: '#44bb99' },
  partial: { label: 'Partial', mark: '◐', fill: '#bbcc33' },
  planned: { label: 'Planned', mark: '○', fill: '#eedd88' },
  absent: { label: 'Absent', mark: '×', fill: '#ee8866' },
  unknown: { label: 'Unknown', mark: '?', fill: '#dddddd' },
  not_reported: { label: 'Not reported', mark: '–', fill: '#ffffff' },
  reported: { label: 'Reported', mark: '#', fill: '#77aadd' },
  unclassified: { label: 'Unclassified', mark: '!', fill: '#ffaabb' },
}
