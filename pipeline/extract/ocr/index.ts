export type { OcrMode } from './ocr-mode.ts'
export { makePageReader, OcrFailed, type PageReader } from './page-reader.ts'
