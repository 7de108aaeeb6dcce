import type { Status } from '../../schemas/index.ts'

/** A rule of the background figures, which are read by their labels and not by wordings. */
export interface FigureRule {
  readonly name: string
  readonly status: Status
  readonly weak: boolean
  /** When it applies, for the codebook. */
  readonly explanation: string
}

/** The rules that decide the status of a background figure. */
export const FIGURE_RULES = {
  missing: {
    name: 'no_figure',
    status: 'not_reported',
    weak: false,
    explanation: 'Background figures only: none is printed.',
  },
  unavailable: {
    name: 'figure_unavailable',
    status: 'unknown',
    weak: false,
    explanation: 'Background figures only: the profile says that there is none, as by `N/A`.',
  },
  given: {
    name: 'figure_given',
    status: 'reported',
    weak: false,
    explanation: 'Background figures only: a figure is printed, be it one that cannot be read as a number.',
  },
} as const satisfies Readonly<Record<string, FigureRule>>
