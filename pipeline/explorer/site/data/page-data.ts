import type { DataFiles, DocumentRecord, Summary } from '../../data/explorer-data.ts'
import { createRegistry } from './registry.ts'

declare global {
  interface Window {
    /** What the data files call; see `REGISTER` in `data/data-script.ts`. */
    cyberwellnessData: <File extends keyof DataFiles & string>(file: File, value: DataFiles[File]) => void
  }
}

/** Runs a data file as a classic script: pages opened from disk may load those, and nothing else. */
const runScript = (file: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = `data/${file}.js`
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', () => reject(new Error(`The data file data/${file}.js is missing.`)))
    document.head.append(script)
  })

/** The data files of this page. */
export const pageData = createRegistry(runScript)
window.cyberwellnessData = pageData.register

const chunksOf = (summary: Summary): number[] => [
  ...Array(Math.ceil(summary.documents.length / summary.documentsPerChunk)).keys(),
]

/** All records by document id. */
export type Records = ReadonlyMap<string, DocumentRecord>

const byId = (records: readonly DocumentRecord[]): Records =>
  new Map(records.map((record) => [record.document.document_id, record]))

/** The records of the documents whose places in published order are given, and of those beside them. */
export const loadRecords = async (summary: Summary, places: readonly number[]): Promise<Records> => {
  const chunks = new Set(places.map((place) => Math.floor(place / summary.documentsPerChunk)))
  const records = await Promise.all([...chunks].map((chunk) => pageData.load(`records/${chunk}`)))
  return byId(records.flat())
}

/** Every record of the release. */
export const loadAllRecords = async (summary: Summary): Promise<Records> =>
  byId((await Promise.all(chunksOf(summary).map((chunk) => pageData.load(`records/${chunk}`)))).flat())
