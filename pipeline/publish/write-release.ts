import {
  bodyRows,
  countryRows,
  entityRows,
  issues,
  releaseInfo,
  sectionRows,
  TABLES,
  type Table,
  VIEWS,
} from '../../schemas/index.ts'
import { CHECKSUM_FILE, checksumList } from './checksums.ts'
import { DESCRIPTIONS, type DocumentFacts } from './describe/index.ts'
import { FORMATS } from './formats.ts'
import { matrixRows } from './matrix-rows.ts'
import { publishedRow, type Row } from './published-cell.ts'
import { CONTENT_TABLES, type ReleaseContent } from './release-content.ts'
import type { PublishedFile, StagingFolder } from './staging-folder.ts'
import type { OpenWriter } from './writer.ts'

/** Writes the explorer of a release, given the files that can be downloaded. */
export type WriteExplorer = (
  files: readonly PublishedFile[],
  emit: (name: string, content: string | Uint8Array) => Promise<void>,
) => Promise<void>

/** What is counted while the rows are written, for the descriptions. */
export interface CountedRows {
  readonly documents: readonly DocumentFacts[]
  readonly rows: Readonly<Record<string, number>>
  readonly statuses: Readonly<Record<string, number>>
  readonly issues: Readonly<Record<string, number>>
}

const increase = (counts: Record<string, number>, key: string, by = 1): void => {
  counts[key] = (counts[key] ?? 0) + by
}

/** Writes all rows in all formats, document after document. */
export const writeRows = async (
  folder: StagingFolder,
  { collection, homepage, years, withoutSourceText = false, rows, issues: listIssues }: ReleaseContent,
  formats: readonly OpenWriter[] = FORMATS,
): Promise<CountedRows> => {
  const info = releaseInfo(collection, homepage, { withoutSourceText, years })
  const writers = formats.map((open) => open({ folder, info, collection }))
  const documents: DocumentFacts[] = []
  const identified = new Set<string>()
  const counts: Record<string, number> = {}
  const statuses: Record<string, number> = {}
  const severities: Record<string, number> = { notice: 0, warning: 0, error: 0 }
  const write = async (table: Table, added: readonly Row[]): Promise<void> => {
    if (added.length === 0) return
    increase(counts, table.name, added.length)
    const published = added.map((row) => publishedRow(table, row))
    for (const writer of writers) await writer.write(table, published)
  }
  try {
    await write(TABLES.entities, entityRows())
    await write(TABLES.sections, sectionRows())
    for await (const part of rows()) {
      documents.push(...(part.documents ?? []))
      for (const { status } of part.indicators ?? []) increase(statuses, status)
      const bodies = bodyRows(part.items ?? []).filter(({ entity_id }) => !identified.has(entity_id))
      for (const { entity_id } of bodies) identified.add(entity_id)
      await write(TABLES.entities, bodies)
      await write(VIEWS.matrix, matrixRows(part.documents ?? [], part.indicators ?? []))
      for (const [name, table] of Object.entries(CONTENT_TABLES)) {
        await write(table, part[name as keyof typeof CONTENT_TABLES] ?? [])
      }
    }
    await write(TABLES.countries, countryRows(documents))
    for await (const group of listIssues()) {
      for (const { severity } of group) increase(severities, severity)
      await write(issues, group)
    }
    for (const writer of writers) await writer.finish()
  } catch (error) {
    for (const writer of writers) writer.abandon?.()
    throw error
  }
  return { documents, rows: counts, statuses, issues: severities }
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
  const { collection, created, homepage, years, withoutSourceText = false } = content
  const counted = await writeRows(folder, content)
  const files = [...folder.files]
  await explorer?.(files, async (name, bytes) => folder.write(name, bytes))
  const info = releaseInfo(collection, homepage, { withoutSourceText, years })
  const facts = { info, collection, created, withoutSourceText, ...counted }
  for (const { name, text } of DESCRIPTIONS) {
    folder.write(name, text({ ...facts, files: [...folder.files] }))
  }
  folder.write(CHECKSUM_FILE, checksumList(folder.files))
}
