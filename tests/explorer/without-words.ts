import type { ExploredProfile } from '../../pipeline/explorer/index.ts'

/** A profile as a release without the words of the profiles holds it. */
export const withoutWords = ({ rows, isLatest }: ExploredProfile): ExploredProfile => ({
  isLatest,
  pages: null,
  rows: {
    ...rows,
    indicators: rows.indicators.map((row) => ({ ...row, note: null, evidence: null, section_printed: null })),
    boxes: [],
  },
})
