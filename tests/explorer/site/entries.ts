import type { DocumentRecord, SectionRecord } from '../../../pipeline/explorer/data/explorer-data.ts'
import type { CountryEntry } from '../../../pipeline/explorer/site/model/country-entry.ts'
import {
  type DocumentRow,
  documents,
  type Indicator,
  listColumns,
  SECTION_CODES,
  type Status,
} from '../../../schemas/index.ts'

/** A country whose measures are absent, but for those that are named. */
export const entry = (
  name: string,
  facts: {
    date?: string
    region?: string
    ituRegion?: string
    statuses?: Readonly<Record<string, Status>>
    figures?: Readonly<Record<string, number | null>>
  } = {},
): CountryEntry => {
  const latest = {
    id: `${name.toLowerCase()}-1`,
    country: name,
    date: facts.date ?? null,
    isLatest: true,
    statuses: SECTION_CODES.map((code) => facts.statuses?.[code] ?? 'absent'),
    figures: facts.figures ?? {},
    review: [],
  }
  return {
    code: name,
    name,
    region: facts.region ?? null,
    ituRegion: facts.ituRegion ?? null,
    latest,
    editions: [latest],
  }
}

const indicator: Indicator = {
  country: 'Qelvara',
  country_code: 'XAA',
  section_code: '1.2.1',
  indicator: 'cirt',
  section: 'CIRT',
  status: 'present',
  confidence: 'high',
  note: 'A team works round the clock.',
  source_date: '2014-08-12',
  value: null,
  unit: null,
  value_year: null,
  value_source: null,
  area: 'cybersecurity',
  pillar: 'technical',
  section_printed: '1.2.1 CIRT',
  status_rule: 'stated',
  evidence: 'A team works',
  evidence_is_note: false,
  derivation: 'text_layer',
  page: 1,
  is_latest: true,
  document_id: 'xaa-2014-08-12-0123abcd',
  source_url: null,
}

/** A section as a profile answers it in a plain sentence. */
export const section = (
  changed: Partial<SectionRecord['row']> = {},
  parts: Partial<Pick<SectionRecord, 'items' | 'code'>> = {},
): SectionRecord => ({
  code: parts.code ?? '1.2.1',
  row: {
    ...indicator,
    section_code: parts.code ?? '1.2.1',
    ...changed,
  },
  boxes: [],
  items: parts.items ?? [],
  reviewHash: null,
})

/** A document that nothing is known of. */
const UNKNOWN = Object.fromEntries(
  listColumns(documents).map(({ name }) => [name, null]),
) as unknown as DocumentRow

/** A document with some sections. */
export const record = (
  sections: readonly SectionRecord[],
  changed: Partial<DocumentRecord['document']> = {},
): DocumentRecord => ({
  document: {
    ...UNKNOWN,
    document_id: 'xaa-2014-08-12-0123abcd',
    collection: 'specimen',
    country_code: 'XAA',
    country: 'Qelvara',
    country_source: 'title',
    file_name: 'qelvara.pdf',
    sha256: '0'.repeat(64),
    media_type: 'application/pdf',
    source_date: '2014-08-12',
    ...changed,
  },
  sections,
})
