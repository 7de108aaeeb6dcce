export { type DocumentStore, openStore, storePath } from './document-store.ts'
export { readEntry, writeEntry } from './entry-file.ts'
