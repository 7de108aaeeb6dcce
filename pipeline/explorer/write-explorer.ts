import {
  type Collection,
  countryFacts,
  ENTITIES,
  indicators,
  items,
  listColumns,
  type ReleaseInfo,
  type Table,
} from '../../schemas/index.ts'
import type { SiteFile } from './bundle/bundle-site.ts'
import { codebook } from './data/codebook.ts'
import { dataScript } from './data/data-script.ts'
import { type ExploredProfile, toPages, toRecord, toSummary } from './data/explored-profile.ts'
import type {
  CountrySummary,
  DataFiles,
  DocumentRecord,
  DocumentSummary,
  FileSummary,
} from './data/explorer-data.ts'
import { describePage } from './data/page-metadata.ts'

/** The folder of the explorer in a release. */
export const EXPLORER_FOLDER = 'explorer'

/** Documents in one file of records: few files, each read in a moment. */
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

const summarizeCountries = (names: ReadonlyMap<string, string>): readonly CountrySummary[] =>
  [...names]
    .map(([code, name]) => {
      const facts = countryFacts(code)
      return { code, name, region: facts?.un_region ?? null, ituRegion: facts?.itu_region ?? null }
    })
    .sort(byName)

const columnNames = (table: Table): string[] => listColumns(table).map(({ name }) => name)

/**
 * Writes the explorer of a release: the pages, and the release as data files beside them. Profiles come in published
 * order and are released chunk by chunk, so memory does not grow with the release.
 */
export const writeExplorer = async (
  release: ExplorerRelease,
  site: readonly SiteFile[],
  profiles: AsyncIterable<ExploredProfile>,
  emit: EmitFile,
): Promise<void> => {
  const put = <Name extends keyof DataFiles & string>(name: Name, value: DataFiles[Name]): Promise<void> =>
    emit(`${EXPLORER_FOLDER}/data/${name}.js`, dataScript(name, value))

  const countries = new Map<string, string>()
  const summaries: DocumentSummary[] = []
  let hasNotes = false
  let chunk: DocumentRecord[] = []
  let chunks = 0
  const putChunk = async (): Promise<void> => {
    await put(`records/${chunks++}`, chunk)
    chunk = []
  }

  for (const { name, content } of site) {
    const isPage = name === 'index.html' && typeof content === 'string'
    await emit(`${EXPLORER_FOLDER}/${name}`, isPage ? describePage(content, release) : content)
  }
  for await (const profile of profiles) {
    const { isLatest, pages } = profile
    const record = toRecord(profile)
    const { document } = record
    summaries.push(toSummary(record, isLatest))
    countries.set(document.country_code, document.country)
    hasNotes ||= record.sections.some(({ row }) => row.note !== null)
    chunk.push(record)
    if (pages) await put(`pages/${document.document_id}`, toPages(await pages(), document))
    if (chunk.length === DOCUMENTS_PER_CHUNK) await putChunk()
  }
  if (chunk.length > 0) await putChunk()
  await put('sources', null)
  await put('codebook', codebook())
  await put('entities', ENTITIES)
  await put('summary', {
    ...release.info,
    collection: release.collection,
    hasNotes,
    countries: summarizeCountries(countries),
    documents: summaries,
    documentsPerChunk: DOCUMENTS_PER_CHUNK,
    files: release.files,
    columns: { indicators: columnNames(indicators), items: columnNames(items) },
  })
}
