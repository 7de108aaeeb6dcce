// Commands import what fetches from its own file, so that no process that reads documents loads an HTTP client.
export { listSourceFiles } from './list-source-files.ts'
export { makeOrigins, type Origins, readOrigins } from './origins.ts'
export { readSource, type SourceDocument, type SourceFile } from './read-source.ts'
