import type { DocumentRecord, SectionRecord } from '../../../../pipeline/explorer/data/explorer-data.ts'
import type { CountryEntry } from '../../../../pipeline/explorer/site/model/country-entry.ts'
import { SECTION_CODES, type Status } from '../../../../schemas/index.ts'

/** A country whose measures are absent, but for those that are named. */
export const entry = (
  name: string,
  facts: { date?: string; region?: string; statuses?: Readonly<Record<string, Status>> } = {},
): CountryEntry => {
  const latest = {
    id: `${name.toLowerCase()}-1`,
    country: name,
    date: facts.date ?? null,
    isLatest: true,
    statuses: SECTION_CODES.map((code) => facts.statuses?.[code] ?? 'absent'),
    figures: {},
    review: [],
  }
  return { code: name, name, region: facts.region ?? null, latest, editions: [latest] }
}

/** A section as a profile answers it in a plain sentence. */
export const section = (changed: Partial<SectionRecord> = {}): SectionRecord => ({
  code: '1.2.1',
  status: 'present',
  confidence: 'high',
  note: 'A team works round the clock.',
  value: null,
  unit: null,
  valueYear: null,
  valueSource: null,
  printed: '1.2.1 CIRT',
  rule: 'stated',
  evidence: 'A team works',
  derivation: 'text_layer',
  page: 1,
  boxes: [],
  items: [],
  reviewHash: null,
  ...changed,
})

/** A document with some sections. */
export const record = (
  sections: readonly SectionRecord[],
  changed: Partial<DocumentRecord['document']> = {},
): DocumentRecord => ({
  document: {
    document_id: 'xaa-2014-08-12-0123abcd',
    collection: 'specimen',
    country_code: 'XAA',
    country: 'Qelvara',
    country_printed: 'QELVARA',
    country_source: 'title',
    title: null,
    file_name: 'qelvara.pdf',
    source_url: null,
    mirror_url: null,
    retrieved: null,
    captured: null,
    sha256: '0'.repeat(64),
    bytes: 1,
    media_type: 'application/pdf',
    pages: 1,
    first_page: 1,
    last_page: 1,
    producer: null,
    source_date: '2014-08-12',
    source_date_printed: null,
    characters: 1,
    characters_title: 0,
    characters_background: 0,
    characters_headings: 0,
    characters_notes: 1,
    characters_closing: 0,
    characters_furniture: 0,
    characters_unexplained: 0,
    warnings: 0,
    ...changed,
  },
  sections,
})
