import { type ContentLimits, USUAL_LIMITS, within } from '../../schemas/index.ts'
import { findDrawnBullets } from './drawn-bullets.ts'
import { makePageReader, type OcrMode, type PageReader } from './ocr/page-reader.ts'
import { isScan, showsUnsetText } from './ocr/text-layer.ts'
import type { ExtractedDocument, Page, TextRun } from './page.ts'
import { makeTally, withRemarks } from './page.ts'
import { type PdfPage, withPdfDocument } from './pdfium/index.ts'
import { describeDamage, inferLigatures, type LigatureMap, repairText, tallyWords } from './repair-text.ts'
import { uprightPage } from './upright-runs.ts'

/** The same text closer than this to itself, in em, is one text that was drawn twice to look bold or to cast a shadow. */
const DOUBLE_EM = 0.12

const isDouble = (run: TextRun, other: TextRun): boolean =>
  Math.abs(run.x - other.x) <= DOUBLE_EM * run.size &&
  Math.abs(run.y - other.y) <= DOUBLE_EM * run.size &&
  Math.abs(run.size - other.size) <= DOUBLE_EM * run.size

/** Runs without those that print the same text in the same place again. */
export const dropDoubles = (runs: readonly TextRun[]): TextRun[] => {
  const byText = new Map<string, TextRun[]>()
  return runs.filter((run) => {
    const same = byText.get(run.text)
    if (same === undefined) byText.set(run.text, [run])
    else if (same.some((other) => isDouble(run, other))) return false
    else same.push(run)
    return true
  })
}

/** An issue repeats this many characters of hidden text. */
const EXCERPT_LENGTH = 80

/** What the pages of a document share. */
interface DocumentContext {
  readonly reader: PageReader
  readonly ligatures: LigatureMap
  readonly tally: (run: TextRun) => void
}

const readPage = async (page: PdfPage, { reader, ligatures, tally }: DocumentContext): Promise<Page> => {
  const { number, width, height, drawing } = page
  const printed: TextRun[] = []
  const hidden = page.text(showsUnsetText(drawing, width * height), (run) => {
    // counted one by one, so that a page of too many is left before they fill the memory
    tally(run)
    printed.push(run)
  })
  inferLigatures(printed, ligatures)
  const repaired = printed.map((run) => ({ ...run, text: repairText(run.text, run.font, ligatures) }))
  const single = dropDoubles(repaired)
  const runs = [...single, ...findDrawnBullets(drawing, single)].map((run) => ({
    ...run,
    x: run.x - page.left,
    y: run.y - page.bottom,
  }))
  const words = tallyWords(runs)
  const reading = await reader.read(page, runs, words)
  const value = hidden.join('').trim().slice(0, EXCERPT_LENGTH)
  const unseen = value === '' ? [] : [{ code: 'hidden_text', value } as const]
  const remarks = [...unseen, ...reading.remarks]
  if (reading.page) return withRemarks(reading.page, remarks)
  const upright = uprightPage({ width, height, runs }, isScan(drawing, width * height))
  const read = { number, unit: 'point', derivation: 'text_layer', ...upright } as const
  return withRemarks(read, [...remarks, ...describeDamage(words)])
}

/**
 * Reads the text runs of every page of a PDF by PDFium, and by OCR where `ocr` asks for it.
 * @throws PdfUnreadable if the file is damaged beyond opening, or asks for a password
 * @throws OcrFailed if a page could not be drawn or recognised
 * @throws LimitExceeded if it has more pages, runs or text than the limits allow
 */
export const extractPdf = async (
  bytes: Uint8Array,
  ocr: OcrMode = 'auto',
  limits: ContentLimits = USUAL_LIMITS,
): Promise<ExtractedDocument> => {
  const reader = makePageReader(ocr)
  const context: DocumentContext = { reader, ligatures: new Map(), tally: makeTally(limits) }
  try {
    return await withPdfDocument(bytes, async ({ pageCount, producer, page }) => {
      within(limits, 'pages', pageCount)
      const pages: Page[] = []
      for (let number = 1; number <= pageCount; number++) {
        pages.push(await page(number, (opened) => readPage(opened, context)))
      }
      const derivation = pages.some((read) => read.derivation === 'ocr') ? 'ocr' : 'text_layer'
      return { derivation, pages, producer }
    })
  } finally {
    await reader.close()
  }
}
