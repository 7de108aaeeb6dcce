import type { DocumentRecord, SectionRecord } from '../../data/explorer-data.ts'

/** All loaded records by document id. */
export type Records = ReadonlyMap<string, DocumentRecord>

/** A section with its document. */
export interface RecordedSection {
  readonly record: DocumentRecord
  readonly section: SectionRecord
}

/** A cell of the matrix: the id of a document and the code of a section. */
export interface CellKey {
  readonly id: string
  readonly code: string
}

export const toCellKey = ({ record, section }: RecordedSection): CellKey => ({
  id: record.document.document_id,
  code: section.code,
})

/** The section of a document, if it is there. */
export const pickSection = (
  record: DocumentRecord | undefined,
  code: string | undefined,
): SectionRecord | undefined => record?.sections.find((section) => section.code === code)

/** How many countries some sections are of. */
export const countCountries = (sections: readonly RecordedSection[]): number =>
  new Set(sections.map(({ record }) => record.document.country_code)).size
