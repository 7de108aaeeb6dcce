/** Which pages are read by OCR: none, those without a readable text layer, or all. */
export type OcrMode = 'off' | 'auto' | 'force'
