export { listSourceFiles } from './list-source-files.ts'
export { makeOrigins, type Origins, readOrigins } from './origins.ts'
export { readSource, type SourceDocument, type SourceFile } from './read-source.ts'
