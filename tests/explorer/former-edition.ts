import type { ExploredProfile } from '../../pipeline/explorer/index.ts'

/** A profile as it may have read two years before: an earlier date, another status and other words in 1.2.3. */
export const formerEdition = (profile: ExploredProfile): ExploredProfile => {
  const { document, indicators, items, boxes } = profile.rows
  const id = { document_id: 'xaa-2012-08-12-00000000' }
  return {
    ...profile,
    isLatest: false,
    rows: {
      document: { ...document, ...id, source_date: '2012-08-12' },
      indicators: indicators.map((row) => ({
        ...row,
        ...id,
        ...(row.section_code === '1.2.3'
          ? { status: 'planned', note: 'A scheme is being drafted in Qelvara.', evidence: 'being drafted' }
          : {}),
      })),
      items: items.map((row) => ({ ...row, ...id })),
      boxes: boxes.map((row) => ({ ...row, ...id })),
      review: [],
    },
  }
}
