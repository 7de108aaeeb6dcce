import type { ReleaseContent } from '../../pipeline/publish/index.ts'
import { matrixRows } from '../../pipeline/publish/matrix-rows.ts'
import {
  type Dataset,
  type DocumentRow,
  entityRows,
  type Indicator,
  type Item,
  makeCountryRows,
  makeIssue,
  type ReviewRow,
  SECTIONS,
  sectionRows,
} from '../../schemas/index.ts'

const HASH = '1f0c9a7b'.repeat(8)

const document = (code: string, country: string, date: string | null): DocumentRow => ({
  document_id: `${code.toLowerCase()}-${date ?? 'undated'}-1f0c9a7b`,
  collection: 'specimen',
  country_code: code,
  country,
  country_printed: null,
  country_source: 'title',
  title: `PROFILE, “${country}”`,
  file_name: `${code}.pdf`,
  source_url: null,
  mirror_url: null,
  retrieved: null,
  captured: null,
  sha256: HASH,
  bytes: 2_147_483_647,
  media_type: 'application/pdf',
  pages: 3,
  first_page: 1,
  last_page: 3,
  producer: null,
  source_date: date,
  source_date_printed: date,
  characters: 10,
  characters_title: 1,
  characters_background: 2,
  characters_headings: 3,
  characters_notes: 4,
  characters_closing: 0,
  characters_furniture: 0,
  characters_unexplained: 0,
  warnings: 1,
})

const makeIndicators = (from: DocumentRow, note: string | null): Indicator[] =>
  SECTIONS.map((section, index) => ({
    country: from.country,
    country_code: from.country_code,
    section_code: section.code,
    indicator: section.indicator,
    section: section.name,
    status: index < 2 ? 'reported' : 'present',
    note: index < 2 ? null : note,
    source_date: from.source_date,
    value: index < 2 ? index + 0.25 : null,
    unit: section.unit,
    value_year: null,
    value_source: null,
    area: section.area,
    pillar: section.pillar,
    section_printed: null,
    confidence: 'high',
    status_rule: 'sample',
    evidence: null,
    evidence_is_note: false,
    derivation: 'text_layer',
    page: index < 2 ? null : 1,
    is_latest: true,
    document_id: from.document_id,
    source_url: null,
  }))

const namibia = document('NAM', 'NA', '2014-08-12')
const utopia = document('XAA', 'Utopia, “=Free” State', null)

const item: Item = {
  document_id: namibia.document_id,
  country: namibia.country,
  country_code: namibia.country_code,
  section_code: '1.1.1',
  indicator: 'criminal_legislation',
  section: 'Criminal legislation',
  source_date: namibia.source_date,
  item_no: 1,
  text: 'Act No. 7, "amended"',
  kind: 'instrument',
  stage: 'in_force',
  detail: 'section 4',
  code: 'NA',
  entity_id: 'first',
  confidence: 'high',
  derivation: 'text_layer',
  page: 1,
  x0: 0,
  y0: 0.1,
  x1: 5e-7,
  y1: 700.125,
}

const reviewRow: ReviewRow = {
  document_id: utopia.document_id,
  country_code: utopia.country_code,
  section_code: '2.4',
  indicator: 'child_protection_reporting',
  status: 'unclassified',
  status_rule: 'none',
  evidence: '=HYPERLINK("x")',
  unknown_names: null,
  note: '+1 is dialled\nby some',
  note_sha256: HASH,
  page: null,
  x0: null,
  y0: null,
  x1: null,
  y1: null,
}

const indicators = [...makeIndicators(namibia, 'NA'), ...makeIndicators(utopia, '=1+1, "quoted"\r\nand 😀')]

/** A hand-written release of two documents that holds one of everything that formats disagree about. */
export const SAMPLE_DATASET: Dataset = {
  collection: 'specimen',
  indicators,
  items: [
    item,
    {
      ...item,
      item_no: 2,
      code: null,
      stage: null,
      detail: null,
      entity_id: null,
      page: null,
      x0: null,
      y0: null,
      x1: null,
      y1: null,
    },
  ],
  entities: entityRows(),
  countries: makeCountryRows([namibia, utopia]),
  documents: [namibia, utopia],
  sections: sectionRows(),
  boxes: [
    {
      document_id: namibia.document_id,
      section_code: '1.1.1',
      indicator: 'criminal_legislation',
      box_no: 1,
      page: 1,
      x0: 72,
      y0: 1,
      x1: 2,
      y1: 3.5,
    },
  ],
  matrix: matrixRows([namibia, utopia], indicators),
  review: [reviewRow],
  issues: [
    makeIssue('date_missing', { document: 'XAA.pdf', page: 1 }),
    makeIssue('unexplained_text', { document: 'NAM.pdf', section: '1.1.1', value: 'odd \ud800 “words”' }),
  ],
}

/** A dataset as the publisher takes it. */
export const makeContent = (dataset: Dataset): ReleaseContent => ({
  collection: dataset.collection,
  rows: async function* () {
    yield dataset
  },
  issues: dataset.issues,
})

/** A release without a single document. */
export const EMPTY_DATASET: Dataset = {
  collection: 'itu-cyberwellness',
  indicators: [],
  items: [],
  entities: entityRows(),
  countries: makeCountryRows([]),
  documents: [],
  sections: sectionRows(),
  boxes: [],
  matrix: [],
  review: [],
  issues: [],
}
