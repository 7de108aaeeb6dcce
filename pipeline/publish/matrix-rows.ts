import {
  COUNTED_PILLARS,
  type DocumentRow,
  findCountryFacts,
  type Indicator,
  type MatrixRow,
  sectionByCode,
} from '../../schemas/index.ts'

type Document = Pick<DocumentRow, 'document_id' | 'country_code' | 'country' | 'source_date'>

/** The row of a country: what its latest document says. */
const matrixRow = (document: Document, indicators: readonly Indicator[]): MatrixRow => {
  const { country_code, country, source_date, document_id } = document
  const facts = findCountryFacts(country_code)
  const { alpha_2 = null, un_region = null, un_subregion = null, itu_region = null } = facts ?? {}
  const present = indicators.filter(({ status }) => status === 'present')
  const cells = indicators.flatMap(({ section_code, value, status }) => {
    const section = sectionByCode(section_code)
    return section === undefined ? [] : [[section.indicator, section.unit === null ? status : value]]
  })
  const counts = COUNTED_PILLARS.map(([counted, name]) => {
    return [name, present.filter(({ pillar }) => pillar === counted).length]
  })
  return {
    country_code,
    alpha_2,
    country,
    un_region,
    un_subregion,
    itu_region,
    source_date,
    document_id,
    ...Object.fromEntries([...cells, ...counts]),
    present_total: present.length,
  }
}

/** The matrix rows of documents that are the latest of their country. */
export const matrixRows = (documents: readonly Document[], indicators: readonly Indicator[]): MatrixRow[] =>
  documents.flatMap((document) => {
    const own = indicators.filter((row) => row.is_latest && row.document_id === document.document_id)
    return own.length === 0 ? [] : [matrixRow(document, own)]
  })
