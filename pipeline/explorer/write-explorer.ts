import {
  type Collection,
  columnsOf,
  type DocumentRow,
  indicators,
  type ReleaseInfo,
} from '../../schemas/index.ts'
import type { SiteFile } from './bundle/site-file.ts'
import { codebook } from './data/codebook.ts'
import { dataScript } from './data/data-script.ts'
import { documentRecord } from './data/document-record.ts'
import { documentSummary } from './data/document-summary.ts'
import type { ExploredProfile } from './data/explored-profile.ts'
import type {
  CountrySummary,
  DataFiles,
  DocumentRecord,
  DocumentSummary,
  FileSummary,
} from './data/explorer-data.ts'
import { paperRecord } from './data/paper-record.ts'
import { regionOf } from './data/regions.ts'
import { withStructuredData } from './data/structured-data.ts'

/** The folder of the explorer in a release. */
export const EXPLORER_FOLDER = 'explorer'

/** How many documents a file of records holds: enough for few files, few enough to be read in a moment. */
const DOCUMENTS_PER_CHUNK = 50

/** What the explorer says of the release as a whole. */
export interface ExplorerRelease {
  readonly info: ReleaseInfo
  readonly collection: Collection
  /** The files to download, by their path below the output folder. */
  readonly files: readonly FileSummary[]
}

/** Puts a file into the release, by its path below the output folder. */
export type EmitFile = (name: string, content: string | Uint8Array) => Promise<void>

const byName = (left: CountrySummary, right: CountrySummary): number =>
  left.name.localeCompare(right.name, 'en') || (left.code < right.code ? -1 : 1)

const countriesOf = (
  documents: readonly Pick<DocumentRow, 'country_code' | 'country'>[],
): readonly CountrySummary[] =>
  [...new Map(documents.map(({ country_code, country }) => [country_code, country]))]
    .map(([code, name]) => ({ code, name, region: regionOf(code) }))
    .sort(byName)

/**
 * Writes the explorer of a release: the pages themselves, and the release as data files beside them. Profiles come in
 * published order and are let go chunk by chunk, so that memory does not grow with the release.
 */
export const writeExplorer = async (
  release: ExplorerRelease,
  site: readonly SiteFile[],
  profiles: AsyncIterable<ExploredProfile>,
  emit: EmitFile,
): Promise<void> => {
  const put = <Name extends keyof DataFiles & string>(name: Name, value: DataFiles[Name]): Promise<void> =>
    emit(`${EXPLORER_FOLDER}/data/${name}.js`, dataScript(name, value))

  const rows: Pick<DocumentRow, 'country_code' | 'country'>[] = []
  const summaries: DocumentSummary[] = []
  let chunk: DocumentRecord[] = []
  let chunks = 0
  const putChunk = async (): Promise<void> => {
    await put(`records/${chunks++}`, chunk)
    chunk = []
  }

  for (const { name, content } of site) {
    const isPage = name === 'index.html' && typeof content === 'string'
    await emit(`${EXPLORER_FOLDER}/${name}`, isPage ? withStructuredData(content, release) : content)
  }
  for await (const { rows: profile, isLatest, pages } of profiles) {
    const { document } = profile
    const record = documentRecord(profile)
    summaries.push(documentSummary(record, isLatest))
    rows.push({ country_code: document.country_code, country: document.country })
    chunk.push(record)
    const paper = paperRecord(await pages(), document.first_page, document.last_page)
    await put(`papers/${document.document_id}`, paper)
    if (chunk.length === DOCUMENTS_PER_CHUNK) await putChunk()
  }
  if (chunk.length > 0) await putChunk()
  await put('papers', null)
  await put('codebook', codebook())
  await put('summary', {
    ...release.info,
    collection: release.collection,
    countries: countriesOf(rows),
    documents: summaries,
    documentsPerChunk: DOCUMENTS_PER_CHUNK,
    files: release.files,
    indicatorColumns: columnsOf(indicators).map(({ name }) => name),
  })
}
