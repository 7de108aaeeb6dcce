import type { DocumentResult } from '../../pipeline/build/index.ts'
import type { DocumentRows } from '../../pipeline/normalize/index.ts'
import {
  type Box,
  type Collection,
  type DocumentRow,
  type Indicator,
  type Issue,
  type Item,
  type MediaType,
  makeIssue,
  type ReviewRow,
  SECTIONS,
  type Status,
} from '../../schemas/index.ts'

/** What distinguishes a made-up document from others. */
export interface Traits {
  /** Path of the file, from which its hash is made unless `bytes` says otherwise. */
  readonly file: string
  readonly code?: string
  readonly country?: string
  readonly date?: string | null
  readonly printedDate?: string
  readonly collection?: Collection
  /** A number that stands for its bytes. */
  readonly bytes?: number
  readonly status?: Status
  /** What its notes say; made from its bytes unless given. */
  readonly words?: string
  readonly mediaType?: MediaType
  readonly characters?: number
  readonly firstPage?: number
  /** Value of the background figures; null if it could not be read. */
  readonly figure?: number | null
  readonly printedFigure?: string
}

const makeHash = (text: string): string =>
  [...text]
    .reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 0xffff_ffff, 7)
    .toString(16)
    .padStart(8, '0')

/** The rows of a made-up document of one page: all keep the rules of the tables. */
export const documentRows = (traits: Traits): DocumentRows => {
  const {
    file,
    code = 'NOR',
    date = '2014-08-12',
    collection = 'itu-cyberwellness',
    status = 'present',
    figure = 8,
    printedFigure = `Total: ${figure}`,
  } = traits
  const hash = makeHash(traits.bytes === undefined ? file : String(traits.bytes))
  const words = traits.words ?? `Bells ring ${hash}.`
  const firstPage = traits.firstPage ?? 1
  const id = `${code.toLowerCase()}-${date ?? 'undated'}-${hash}${firstPage > 1 ? `-${firstPage}` : ''}`
  const place = { page: 1, x0: 72, y0: 100, x1: 200, y1: 112 }
  const document: DocumentRow = {
    document_id: id,
    collection,
    country_code: code,
    country: traits.country ?? `Land of ${code}`,
    country_printed: null,
    country_source: 'title',
    title: null,
    file_name: file,
    source_url: null,
    mirror_url: null,
    retrieved: null,
    captured: null,
    sha256: hash.repeat(8),
    bytes: 1000,
    media_type: traits.mediaType ?? 'application/pdf',
    pages: firstPage,
    first_page: firstPage,
    last_page: firstPage,
    producer: null,
    source_date: date,
    source_date_printed: traits.printedDate ?? date,
    characters: traits.characters ?? 5,
    characters_title: 0,
    characters_background: 0,
    characters_headings: 0,
    characters_notes: traits.characters ?? 5,
    characters_closing: 0,
    characters_furniture: 0,
    characters_unexplained: 0,
    warnings: 1,
  }
  const indicators = SECTIONS.map(
    (section): Indicator => ({
      country: document.country,
      country_code: code,
      section_code: section.code,
      indicator: section.indicator,
      section: section.name,
      status: section.unit === null ? status : 'reported',
      note: section.unit === null ? words : printedFigure,
      source_date: date,
      value: section.unit === null ? null : figure,
      unit: section.unit,
      value_year: null,
      value_source: null,
      area: section.area,
      pillar: section.pillar,
      section_printed: null,
      confidence: 'high',
      status_rule: 'stated',
      evidence: section.unit === null ? words : printedFigure,
      evidence_is_note: false,
      derivation: 'text_layer',
      page: 1,
      is_latest: false,
      document_id: id,
      source_url: null,
    }),
  )
  const item: Item = {
    document_id: id,
    country: document.country,
    country_code: code,
    section_code: '1.1.1',
    indicator: 'criminal_legislation',
    section: 'Criminal legislation',
    source_date: null,
    item_no: 1,
    text: 'Bell Act',
    kind: 'instrument',
    stage: 'in_force',
    detail: null,
    code: null,
    entity_id: null,
    confidence: 'high',
    derivation: 'text_layer',
    ...place,
  }
  const box: Box = {
    document_id: id,
    section_code: '1.1.1',
    indicator: 'criminal_legislation',
    box_no: 1,
    ...place,
  }
  const review: ReviewRow = {
    document_id: id,
    country_code: code,
    section_code: '2.4',
    indicator: 'child_protection_reporting',
    status,
    status_rule: 'limited',
    evidence: words,
    unknown_names: null,
    note: words,
    note_sha256: 'a'.repeat(64),
    ...place,
  }
  const issue: Issue = { ...makeIssue('date_missing', { document: file }), document_id: id }
  return {
    document,
    indicators,
    items: [item],
    boxes: [box],
    review: [review],
    issues: [issue],
    noteWords: [],
  }
}

/** The same as the result of reading a file. */
export const documentResult = (traits: Traits): DocumentResult => ({
  file: traits.file,
  rows: documentRows(traits),
})
