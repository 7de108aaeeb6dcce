import type { z } from 'zod'
import type { DocumentResult } from '../../pipeline/build/index.ts'
import type { DocumentRows } from '../../pipeline/normalize/index.ts'
import {
  type Cell,
  type Collection,
  listColumns,
  type MediaType,
  makeIssue,
  SECTIONS,
  type Status,
  TABLES,
  type Table,
  VIEWS,
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

const BLANK = { utf8: '', date32: '', int32: 0, float64: 0, bool: false } as const

/** A row that keeps the rules of its table; cells that are not given are null, zero or false. */
const fillRow = <Shape extends z.ZodRawShape>(table: Table<Shape>, cells: Readonly<Record<string, Cell>>) => {
  const blank = listColumns(table).map(({ name, nullable, storage }) => [
    name,
    nullable ? null : BLANK[storage],
  ])
  return table.row.parse({ ...Object.fromEntries(blank), ...cells })
}

/** The rows of a made-up document of one page: all keep the rules of the tables. */
export const documentRows = (traits: Traits): DocumentRows => {
  const { file, code = 'NOR', date = '2014-08-12', status = 'present', figure = 8, firstPage = 1 } = traits
  const hash = makeHash(traits.bytes === undefined ? file : String(traits.bytes))
  const { words = `Bells ring ${hash}.`, characters = 5, printedFigure = `Total: ${figure}` } = traits
  const document_id = `${code.toLowerCase()}-${date ?? 'undated'}-${hash}${firstPage > 1 ? `-${firstPage}` : ''}`
  const country = { country: traits.country ?? `Land of ${code}`, country_code: code }
  const place = { page: 1, x0: 72, y0: 100, x1: 200, y1: 112 }
  const law = { document_id, section_code: '1.1.1', indicator: 'criminal_legislation', ...place }
  return {
    document: fillRow(TABLES.documents, {
      document_id,
      collection: traits.collection ?? 'itu-cyberwellness',
      ...country,
      country_source: 'title',
      file_name: file,
      sha256: hash.repeat(8),
      bytes: 1000,
      media_type: traits.mediaType ?? 'application/pdf',
      ...{ pages: firstPage, first_page: firstPage, last_page: firstPage },
      source_date: date,
      source_date_printed: traits.printedDate ?? date,
      ...{ characters, characters_notes: characters, warnings: 1 },
    }),
    indicators: SECTIONS.map(({ code: section_code, indicator, name, unit, area, pillar }) => {
      const note = unit === null ? words : printedFigure
      return fillRow(TABLES.indicators, {
        ...country,
        ...{ section_code, indicator, section: name, unit, area, pillar, document_id, note },
        status: unit === null ? status : 'reported',
        source_date: date,
        value: unit === null ? null : figure,
        confidence: 'high',
        status_rule: 'stated',
        evidence: note,
        derivation: 'text_layer',
        page: 1,
      })
    }),
    items: [
      fillRow(TABLES.items, {
        ...law,
        ...country,
        section: 'Criminal legislation',
        item_no: 1,
        text: 'Bell Act',
        kind: 'instrument',
        stage: 'in_force',
        confidence: 'high',
        derivation: 'text_layer',
      }),
    ],
    boxes: [fillRow(TABLES.boxes, { ...law, box_no: 1 })],
    review: [
      fillRow(VIEWS.review, {
        ...place,
        ...{ document_id, country_code: code, status, evidence: words, note: words },
        section_code: '2.4',
        indicator: 'child_protection_reporting',
        status_rule: 'limited',
        note_sha256: 'a'.repeat(64),
      }),
    ],
    issues: [{ ...makeIssue('date_missing', { document: file }), document_id }],
    noteWords: [],
  }
}

/** The same as the result of reading a file. */
export const documentResult = (traits: Traits): DocumentResult => ({
  file: traits.file,
  rows: documentRows(traits),
})
