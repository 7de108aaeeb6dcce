import {
  type Box,
  type Indicator,
  type Item,
  SECTION_CODES,
  type SectionCode,
} from '../../../schemas/index.ts'
import type { ExploredRows } from './explored-profile.ts'
import type { DocumentRecord, ItemRecord, LineBox, SectionRecord } from './explorer-data.ts'

const lineBox = ({ page, x0, y0, x1, y1 }: Box): LineBox => ({ page, x0, y0, x1, y1 })

const itemRecord = ({ text, kind, stage, code }: Item): ItemRecord => ({ text, kind, stage, code })

const sectionRecord = (code: SectionCode, row: Indicator, profile: ExploredRows): SectionRecord => {
  const ofSection = ({ section_code }: { section_code: string }): boolean => section_code === code
  return {
    code,
    status: row.status,
    confidence: row.confidence,
    note: row.note,
    value: row.value,
    unit: row.unit,
    valueYear: row.value_year,
    valueSource: row.value_source,
    printed: row.section_printed,
    rule: row.status_rule,
    evidence: row.evidence,
    derivation: row.derivation,
    page: row.page,
    boxes: profile.boxes.filter(ofSection).map(lineBox),
    items: profile.items.filter(ofSection).map(itemRecord),
    reviewHash: profile.review.find(ofSection)?.note_sha256 ?? null,
  }
}

/**
 * A document whole, with a record for each section of the catalogue.
 * @throws TypeError where the rows lack a section: `indicators` is rectangular
 */
export const documentRecord = (profile: ExploredRows): DocumentRecord => ({
  document: profile.document,
  sections: SECTION_CODES.map((code) => {
    const row = profile.indicators.find(({ section_code }) => section_code === code)
    if (row === undefined)
      throw new TypeError(`${profile.document.document_id} has no row for section ${code}`)
    return sectionRecord(code, row, profile)
  }),
})
