export { listSourceFiles } from './list-source-files.ts'
export { type Origins, originsOf, readOrigins } from './origins.ts'
export { readSource, type SourceDocument, type SourceFile } from './read-source.ts'
