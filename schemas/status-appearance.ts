import type { Status } from './statuses.ts'

/** How a status looks wherever people see it: the matrix of the workbook, the pages of the explorer. */
export interface StatusAppearance {
  /** The status as a word of a sentence or legend; the cell itself keeps the code. */
  readonly label: string
  /** Fill behind black text, as `#rrggbb`. */
  readonly fill: string
}

/**
 * The fills are the scheme *light* of Paul Tol, “Colour Schemes” (SRON/EPS/TN/09-002, issue 3.2), which is made for
 * cells with black labels and keeps its colours apart for the colour-blind. What a profile does not say is white.
 */
export const STATUS_APPEARANCE: Readonly<Record<Status, StatusAppearance>> = {
  present: { label: 'Present', fill: '#44bb99' },
  partial: { label: 'Partial', fill: '#bbcc33' },
  planned: { label: 'Planned', fill: '#eedd88' },
  absent: { label: 'Absent', fill: '#ee8866' },
  unknown: { label: 'Unknown', fill: '#dddddd' },
  not_reported: { label: 'Not reported', fill: '#ffffff' },
  reported: { label: 'Reported', fill: '#77aadd' },
  unclassified: { label: 'Unclassified', fill: '#ffaabb' },
}
