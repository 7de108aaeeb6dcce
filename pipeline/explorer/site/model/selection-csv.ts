import type { Indicator } from '../../../../schemas/indicators.ts'
import { sectionByCode } from '../../../../schemas/sections.ts'
import type { DocumentRecord, SectionRecord, Summary } from '../../data/explorer-data.ts'
import { csvText } from './csv-text.ts'

const indicatorOf = ({ document }: DocumentRecord, section: SectionRecord, isLatest: boolean): Indicator => {
  const entry = sectionByCode(section.code)
  if (entry === undefined) throw new TypeError(`${section.code} is not a section of the catalogue`)
  return {
    country: document.country,
    country_code: document.country_code,
    section_code: section.code,
    indicator: entry.indicator,
    section: entry.name,
    status: section.status,
    confidence: section.confidence,
    note: section.note,
    source_date: document.source_date,
    value: section.value,
    unit: section.unit,
    value_year: section.valueYear,
    value_source: section.valueSource,
    area: entry.area,
    pillar: entry.pillar,
    section_printed: section.printed,
    status_rule: section.rule,
    evidence: section.evidence,
    derivation: section.derivation,
    page: section.page,
    is_latest: isLatest,
    document_id: document.document_id,
    source_url: document.source_url,
  }
}

/**
 * The rows of `indicators` for some documents as CSV, in the columns and by the rules of `indicators.csv`.
 * @param takes which sections are wanted
 */
export const selectionCsv = (
  summary: Summary,
  records: readonly DocumentRecord[],
  takes: (section: SectionRecord) => boolean,
): string => {
  const latest = new Set(summary.documents.filter(({ isLatest }) => isLatest).map(({ id }) => id))
  const rows = records.flatMap((record) =>
    record.sections.filter(takes).map((section) => {
      const row = new Map(
        Object.entries(indicatorOf(record, section, latest.has(record.document.document_id))),
      )
      return summary.indicatorColumns.map((column) => row.get(column) ?? null)
    }),
  )
  return csvText(summary.indicatorColumns, rows)
}
