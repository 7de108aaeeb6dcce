import { ReleaseUnreadable, type ReopenedRelease, type ReopenedTable } from '../reopen/index.ts'
import type { ExplainedRow, Explanation } from './explanation.ts'
import { findDocument } from './find-document.ts'
import { NoSuchCell } from './no-such-cell.ts'

/** The tables that lead from a cell to the paper. */
const TABLES = ['indicators', 'documents', 'boxes', 'items'] as const

const rowsWhere = (
  table: ReopenedTable | undefined,
  where: Readonly<Record<string, string>>,
): Promise<ExplainedRow[]> => {
  const names = table?.columns.map(({ name }) => name) ?? []
  if (!table || !Object.keys(where).every((column) => names.includes(column))) return Promise.resolve([])
  return Array.fromAsync(table.rows(names, where))
}

const needed = ({ tables, folder }: ReopenedRelease, name: string): ReopenedTable => {
  const table = tables.get(name)
  if (table === undefined) throw new ReleaseUnreadable(`${folder} has no table ${name}.`)
  return table
}

const knownSections = async (indicators: ReopenedTable, document_id: string): Promise<string> =>
  (await rowsWhere(indicators, { document_id })).map((row) => String(row['section_code'])).join(', ')

/**
 * Leads from a cell of `indicators` to the rule and words that decided, the document, and the place on its pages.
 * @param asked a country, by code or name, or the id of a document
 * @param meaningOf what a rule means, by its name
 * @throws NoSuchCell where the release has no such document or section
 * @throws ReleaseUnreadable where a table is missing without which there is no path
 */
export const explainCell = async (
  release: ReopenedRelease,
  asked: string,
  section_code: string,
  meaningOf: (rule: string) => string | null,
): Promise<Explanation> => {
  const indicators = needed(release, 'indicators')
  const { documentId: document_id, others } = await findDocument(needed(release, 'documents'), asked)
  const [indicator] = await rowsWhere(indicators, { document_id, section_code })
  if (indicator === undefined) {
    throw new NoSuchCell(
      `${document_id} has no section ${section_code}; it has ${await knownSections(indicators, document_id)}.`,
    )
  }
  const [document = null] = await rowsWhere(release.tables.get('documents'), { document_id })
  return {
    release: {
      folder: release.folder,
      title: release.title,
      version: release.version,
      tables: TABLES.filter((name) => release.tables.has(name)).map((name) => ({
        file: `${name}.parquet`,
        sha256: release.files.get(`${name}.parquet`) ?? null,
      })),
    },
    indicator,
    rule_meaning: meaningOf(String(indicator['status_rule'])),
    document,
    boxes: await rowsWhere(release.tables.get('boxes'), { document_id, section_code }),
    items: await rowsWhere(release.tables.get('items'), { document_id, section_code }),
    other_documents: others,
  }
}
