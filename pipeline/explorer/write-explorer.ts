import {
  COUNTRIES,
  ENTITIES,
  findCountryFacts,
  indicators,
  items,
  listColumns,
  type ReleaseInfo,
  type Table,
} from '../../schemas/index.ts'
import { bundleSite } from './bundle/bundle-site.ts'
import { dataScript } from './data/data-script.ts'
import { type ExploredProfile, toPages, toRecord, toSummary } from './data/explored-profile.ts'
import type { DataFiles, DocumentRecord, DocumentSummary, Summary } from './data/explorer-data.ts'
import { describePage, makeSharePages } from './data/share-pages.ts'

export const EXPLORER_FOLDER = 'explorer'

/** Documents in one file of records: few files, each read in a moment. */
const DOCUMENTS_PER_CHUNK = 50

const summarizeCountries = (names: ReadonlyMap<string, string>) =>
  [...names]
    .map(([code, name]) => {
      const facts = findCountryFacts(code)
      return { code, name, region: facts?.un_region ?? null, ituRegion: facts?.itu_region ?? null }
    })
    .sort((left, right) => left.name.localeCompare(right.name, 'en') || (left.code < right.code ? -1 : 1))

const columnNames = (table: Table): string[] => listColumns(table).map(({ name }) => name)

/**
 * Writes the explorer of a release: the pages, and the release as data files beside them. Profiles come in published
 * order and are released chunk by chunk, so memory does not grow with the release.
 * @param emit puts a file into the release, by its path below the output folder
 */
export const writeExplorer = async (
  { info, collection, files }: Pick<Summary, 'collection' | 'files'> & { readonly info: ReleaseInfo },
  profiles: AsyncIterable<ExploredProfile> | Iterable<ExploredProfile>,
  emit: (name: string, content: string | Uint8Array) => Promise<void>,
): Promise<void> => {
  const write: typeof emit = (name, content) => emit(`${EXPLORER_FOLDER}/${name}`, content)
  const writeData = <Name extends keyof DataFiles & string>(name: Name, value: DataFiles[Name]) =>
    write(`data/${name}.js`, dataScript(name, value))

  const countries = new Map<string, string>()
  const documents: DocumentSummary[] = []
  let hasNotes = false
  let chunk: DocumentRecord[] = []
  let chunks = 0
  const writeChunk = async (): Promise<void> => {
    await writeData(`records/${chunks++}`, chunk)
    chunk = []
  }
  for await (const profile of profiles) {
    const record = toRecord(profile)
    const { document, sections } = record
    documents.push(toSummary(record, profile.isLatest))
    countries.set(document.country_code, document.country)
    hasNotes ||= sections.some(({ row }) => row.note !== null)
    chunk.push(record)
    if (profile.pages) await writeData(`pages/${document.document_id}`, toPages(profile.pages, document))
    if (chunk.length === DOCUMENTS_PER_CHUNK) await writeChunk()
  }
  if (chunk.length > 0) await writeChunk()

  const summary: Summary = {
    ...info,
    collection,
    hasNotes,
    countries: summarizeCountries(countries),
    documents,
    documentsPerChunk: DOCUMENTS_PER_CHUNK,
    files,
    columns: { indicators: columnNames(indicators), items: columnNames(items) },
  }
  await writeData('summary', summary)
  await writeData('sources', null)
  await writeData('entities', ENTITIES)
  await writeData('countries', Object.fromEntries(COUNTRIES.map(({ code, name }) => [code, name])))
  for (const [name, page] of makeSharePages(summary)) await write(name, page)
  for (const { name, content } of await bundleSite()) {
    const isPage = name === 'index.html' && typeof content === 'string'
    await write(name, isPage ? describePage(content, summary) : content)
  }
}
