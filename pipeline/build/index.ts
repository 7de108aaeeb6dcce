export type { OcrMode } from '../extract/index.ts'
export { type BuildRequest, type BuildResult, build } from './build.ts'
export { cacheReader, digestCode } from './document-cache.ts'
export {
  type DocumentReader,
  type DocumentTask,
  type FileReading,
  isFinal,
  rejectFile,
  unpackText,
} from './file-reading.ts'
export { createProcessPool } from './process-pool.ts'
export { type DocumentResult, readDocuments, viewFile } from './read-files.ts'
