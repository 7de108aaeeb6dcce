export type { OcrMode } from './ocr-mode.ts'
export { makePageReader, type PageReader } from './page-reader.ts'
