import type { DataFiles, DocumentRecord, EntityRecord, Summary } from '../../data/explorer-data.ts'
import type { DrawChart } from '../charts/chart.ts'
import type { Records } from '../model/records.ts'
import type { SearchIndex } from '../search/search-index.ts'
import { createRegistry } from './registry.ts'

/** Scripts of the site that are loaded when they are needed. */
interface SiteScripts {
  readonly charts: DrawChart
  readonly search: (records: Iterable<DocumentRecord>, entities: readonly EntityRecord[]) => SearchIndex
}

/** Everything that the page loads by a script. */
export type PageFiles = DataFiles & SiteScripts

declare global {
  interface Window {
    /** Called by every data file and script with its name and value; see `REGISTER` in `data/data-script.ts`. */
    cyberwellnessData: <File extends keyof PageFiles & string>(file: File, value: PageFiles[File]) => void
  }
}

const SCRIPTS: readonly string[] = ['charts', 'search'] satisfies (keyof SiteScripts)[]

/** Runs a file as a classic script: pages opened from disk may load nothing else. */
const runScript = (file: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script')
    const path = SCRIPTS.includes(file) ? `${file}.js` : `data/${file}.js`
    script.src = path
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', () => reject(new Error(`The file ${path} is missing.`)))
    document.head.append(script)
  })

/** The data files of this page. */
export const pageData = createRegistry<PageFiles>(runScript)
window.cyberwellnessData = pageData.register

/** The records of some documents, and of those in the same files. */
export const loadRecords = async (
  { documents, documentsPerChunk }: Summary,
  ids: Iterable<string>,
): Promise<Records> => {
  const wanted = new Set(ids)
  const chunks = documents.flatMap(({ id }, place) =>
    wanted.has(id) ? [Math.floor(place / documentsPerChunk)] : [],
  )
  const records = await Promise.all([...new Set(chunks)].map((chunk) => pageData.load(`records/${chunk}`)))
  return new Map(records.flat().map((record) => [record.document.document_id, record]))
}

/** The record of one document. */
export const loadRecord = async (summary: Summary, id: string): Promise<DocumentRecord> => {
  const record = (await loadRecords(summary, [id])).get(id)
  if (record === undefined) throw new Error(`The release has no document ${id}.`)
  return record
}

/** Every record of the release. */
export const loadAllRecords = (summary: Summary): Promise<Records> =>
  loadRecords(
    summary,
    summary.documents.map(({ id }) => id),
  )

let searchIndex: Promise<SearchIndex> | undefined

/** The search index, made once when it is first needed, and again if it could not be made. */
export const loadSearch = (summary: Summary): Promise<SearchIndex> => {
  searchIndex ??= Promise.all([pageData.load('search'), loadAllRecords(summary), pageData.load('entities')])
    .then(([create, records, entities]) => create(records.values(), entities))
    .catch((error: unknown) => {
      searchIndex = undefined
      throw error
    })
  return searchIndex
}
