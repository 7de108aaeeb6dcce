import type { Status } from './statuses.ts'

/** How a status looks wherever people see it: the matrix of the workbook, the pages of the explorer. */
export interface StatusAppearance {
  /** The status as a word of a sentence or legend; the cell itself keeps the code. */
  readonly label: string
  /** A sign that shows the status without its colour; a geometric shape or punctuation that every system font has. */
  readonly mark: string
  /** Fill behind black text, as `#rrggbb`. */
  readonly fill: string
}

/**
 * The fills are the scheme *light* of Paul Tol, “Colour Schemes” (SRON/EPS/TN/09-002, issue 3.2), which is made for
 * cells with black labels and keeps its colours apart for the colour-blind. What a profile does not say is white.
 */
export const STATUS_APPEARANCE: Readonly<Record<Status, StatusAppearance>> = {
  present: { label: 'Present', mark: '●', fill: '#44bb99' },
  partial: { label: 'Partial', mark: '◐', fill: '#bbcc33' },
  planned: { label: 'Planned', mark: '○', fill: '#eedd88' },
  absent: { label: 'Absent', mark: '×', fill: '#ee8866' },
  unknown: { label: 'Unknown', mark: '?', fill: '#dddddd' },
  not_reported: { label: 'Not reported', mark: '–', fill: '#ffffff' },
  reported: { label: 'Reported', mark: '#', fill: '#77aadd' },
  unclassified: { label: 'Unclassified', mark: '!', fill: '#ffaabb' },
}
