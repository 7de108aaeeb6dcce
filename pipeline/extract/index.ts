import { type ContentLimits, type Issue, makeIssue, USUAL_LIMITS } from '../../schemas/index.ts'
import type { SourceDocument } from '../fetch/index.ts'
import { extractPdf } from './extract-pdf.ts'
import { extractText } from './extract-text.ts'
import type { OcrMode } from './ocr/page-reader.ts'
import type { ExtractedDocument } from './page.ts'
import { PdfUnreadable } from './pdfium/index.ts'

export { findInlineHeadings } from './flowed-text/headings.ts'
export type { OcrMode } from './ocr/page-reader.ts'
export { type ExtractedDocument, OVERLAP_EM, type Page, type TextRun, WORD_GAP_EM } from './page.ts'

/** Pages of text runs, or the issue that sets the document aside. */
export type Extracted = { readonly extracted: ExtractedDocument } | { readonly issue: Issue }

/**
 * Turns the bytes of a document into pages of positioned text runs.
 * @throws OcrFailed if a page could not be drawn or recognised
 * @throws LimitExceeded if it has more pages, runs or text than the limits allow
 */
export const extract = async (
  source: SourceDocument,
  ocr: OcrMode = 'auto',
  limits: ContentLimits = USUAL_LIMITS,
): Promise<Extracted> => {
  try {
    const extracted =
      source.mediaType === 'application/pdf'
        ? await extractPdf(source.bytes, ocr, limits)
        : extractText(source.bytes, limits)
    if (extracted.pages.every((page) => page.runs.length === 0)) {
      return { issue: makeIssue('empty_document', { document: source.name }) }
    }
    return { extracted }
  } catch (error) {
    if (!(error instanceof PdfUnreadable)) throw error
    const code = error.reason === 'encrypted' ? 'encrypted_pdf' : 'broken_pdf'
    return { issue: makeIssue(code, { document: source.name, value: error.message }) }
  }
}
