export { InputNotFound, listSourceFiles } from './list-source-files.ts'
export { readSource } from './read-source.ts'
export type { SourceDocument, SourceFile } from './source-document.ts'
