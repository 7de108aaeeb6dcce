export { codeDigest } from './code-digest.ts'
export { type DocumentStore, knowsReleases, openStore, ROW_CODE, storePath } from './document-store.ts'
export { readEntry, writeEntry } from './entry-file.ts'
