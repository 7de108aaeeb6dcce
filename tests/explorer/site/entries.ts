import assert from 'node:assert/strict'
import type { DocumentRecord, SectionRecord } from '../../../pipeline/explorer/data/explorer-data.ts'
import type { CountryEntry } from '../../../pipeline/explorer/site/model/country-entry.ts'
import { SECTION_CODES, type Status } from '../../../schemas/index.ts'
import { documentRows } from '../../build/document-rows.ts'

interface Facts {
  readonly date?: string
  readonly region?: string
  readonly ituRegion?: string
  readonly statuses?: Readonly<Record<string, Status>>
  readonly figures?: Readonly<Record<string, number | null>>
}

/** A country whose measures are absent, but for those that are named. */
export const entry = (name: string, facts: Facts = {}): CountryEntry => {
  const { date = null, region = null, ituRegion = null, statuses = {}, figures = {} } = facts
  const latest = {
    ...{ id: `${name.toLowerCase()}-1`, country: name, date, isLatest: true, figures, review: [] },
    statuses: SECTION_CODES.map((code) => statuses[code] ?? 'absent'),
  }
  return { code: name, name, region, ituRegion, latest, editions: [latest] }
}

const { document, indicators } = documentRows({ file: 'qelvara.pdf', code: 'XAA', collection: 'specimen' })
const cirt = indicators.find((row) => row.indicator === 'cirt') ?? assert.fail('there is no section CIRT')

/** A section as a profile answers it in a plain sentence. */
export const section = (changed: Partial<SectionRecord['row']> = {}): SectionRecord => ({
  code: '1.2.1',
  row: { ...cirt, country: 'Qelvara', note: 'A team works round the clock.', ...changed },
  boxes: [],
  items: [],
  reviewHash: null,
})

/** A document with some sections. */
export const record = (
  sections: readonly SectionRecord[],
  changed: Partial<DocumentRecord['document']> = {},
): DocumentRecord => ({
  document: { ...document, country: 'Qelvara', sha256: '0'.repeat(64), ...changed },
  sections,
})
