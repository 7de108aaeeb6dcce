import {
  bodyRows,
  type Collection,
  type Dataset,
  entityRows,
  type Issue,
  issues,
  makeCountryRows,
  type ReleaseInfo,
  releaseInfo,
  sectionRows,
  TABLES,
  type Table,
  VIEWS,
} from '../../schemas/index.ts'
import { openArrow } from './arrow.ts'
import { CHECKSUM_FILE, checksumList } from './checksums.ts'
import { openCsv } from './csv.ts'
import { answerQuestions, DESCRIPTIONS, type DocumentFacts } from './describe/index.ts'
import { openJson } from './json.ts'
import { matrixRows } from './matrix-rows.ts'
import { openParquet } from './parquet.ts'
import { publishRow, type Row } from './published-cell.ts'
import { DATABASE_FILE, openSqlite } from './sqlite.ts'
import type { PublishedFile, StagingFolder } from './staging-folder.ts'
import { openWorkbook } from './workbook.ts'
import { type OpenWriter, writeTableFiles } from './writer.ts'

const tables = Object.values(TABLES)

/** The formats of a release; a new one is a file and a line here. */
export const FORMATS: readonly OpenWriter[] = [
  writeTableFiles('csv', [...tables, ...Object.values(VIEWS)], openCsv),
  writeTableFiles('arrow', tables, openArrow),
  writeTableFiles('parquet', tables, openParquet),
  writeTableFiles('json', [...tables, issues], openJson),
  openSqlite,
  openWorkbook,
]

/** Rows of documents, such as those of one; the other tables follow from them or are the same in every release. */
export type ContentRows = Partial<Pick<Dataset, 'indicators' | 'items' | 'documents' | 'boxes' | 'review'>>

/** A release as a stream of rows in published order, so that memory need not hold them all. */
export interface ReleaseContent {
  readonly collection: Collection
  /** ISO day of publication, where it was given. */
  readonly created?: string | undefined
  /** Address of the page of the release on the web. */
  readonly homepage?: string | undefined
  /** First and last year of the profiles. */
  readonly years?: string | undefined
  /** Whether the rows hold no wording of the profiles, so that the release may be published. */
  readonly withoutSourceText?: boolean | undefined
  readonly csvBom?: boolean | undefined
  /** The rows, document by document; called once. */
  readonly rows: () => AsyncIterable<ContentRows>
  /** In published order. */
  readonly issues: readonly Issue[]
}

/** Writes the explorer of a release, given the files that can be downloaded. */
export type WriteExplorer = (
  info: ReleaseInfo,
  files: readonly PublishedFile[],
  emit: (name: string, content: string | Uint8Array) => Promise<void>,
) => Promise<void>

const increase = (counts: Record<string, number>, key: string, by = 1): void => {
  counts[key] = (counts[key] ?? 0) + by
}

/** Writes all rows in all formats, document after document, and counts what descriptions name. */
export const writeRows = async (
  folder: StagingFolder,
  { collection, homepage, years, withoutSourceText = false, csvBom = false, ...content }: ReleaseContent,
  formats: readonly OpenWriter[] = FORMATS,
) => {
  const info = releaseInfo(collection, homepage, { withoutSourceText, years })
  const writers = formats.map((open) => open({ folder, info, collection, csvBom }))
  const documents: DocumentFacts[] = []
  const identified = new Set<string>()
  const rows: Record<string, number> = {}
  const statuses: Record<string, number> = {}
  const severities = { notice: 0, warning: 0, error: 0 }
  const write = (table: Table, added: readonly Row[]): void => {
    if (added.length === 0) return
    increase(rows, table.name, added.length)
    const published = added.map((row) => publishRow(table, row))
    for (const writer of writers) writer.write(table, published)
  }
  write(TABLES.entities, entityRows())
  write(TABLES.sections, sectionRows())
  for await (const part of content.rows()) {
    const { documents: added = [], indicators = [], items = [], boxes = [], review = [] } = part
    documents.push(...added)
    for (const { status } of indicators) increase(statuses, status)
    const bodies = bodyRows(items).filter(({ entity_id }) => !identified.has(entity_id))
    for (const { entity_id } of bodies) identified.add(entity_id)
    write(TABLES.entities, bodies)
    write(VIEWS.matrix, matrixRows(added, indicators))
    write(TABLES.indicators, indicators)
    write(TABLES.items, items)
    write(TABLES.documents, added)
    write(TABLES.boxes, boxes)
    write(VIEWS.review, review)
  }
  write(TABLES.countries, makeCountryRows(documents))
  for (const { severity } of content.issues) increase(severities, severity)
  write(issues, content.issues)
  for (const writer of writers) await writer.finish()
  return { info, collection, withoutSourceText, documents, rows, statuses, issues: severities }
}

/**
 * Writes a release into its folder: every table in every format, the explorer where one is asked for, the
 * descriptions, and last the checksums. The same rows give the same bytes: neither clock nor machine shows.
 */
export const writeRelease = async (
  folder: StagingFolder,
  content: ReleaseContent,
  explorer?: WriteExplorer,
): Promise<void> => {
  const counted = await writeRows(folder, content)
  await explorer?.(counted.info, [...folder.files], async (name, bytes) => folder.write(name, bytes))
  const answers = answerQuestions(folder.path(DATABASE_FILE))
  const facts = { ...counted, created: content.created, answers }
  for (const [name, describe] of DESCRIPTIONS) {
    folder.write(name, describe({ ...facts, files: [...folder.files] }))
  }
  folder.write(CHECKSUM_FILE, checksumList(folder.files))
}
