import { type ContentLimits, USUAL_LIMITS, within } from '../../schemas/index.ts'
import { findDrawnBullets } from './drawn-bullets.ts'
import { makePageReader, type OcrMode, type PageReader } from './ocr/page-reader.ts'
import { isScan, showsUnsetText } from './ocr/text-layer.ts'
import {
  type ExtractedDocument,
  makeTally,
  type Page,
  type PageRemark,
  type TextRun,
  withRemarks,
} from './page.ts'
import { type PdfPage, withPdfDocument } from './pdfium/index.ts'
import { inferLigatures, type LigatureMap, repairText, tallyWords } from './repair-text.ts'
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

/** An issue repeats this many characters of hidden text, and this many damaged words. */
const EXCERPT_LENGTH = 80
const EXCERPT_WORDS = 3

/** What the pages of a document share. */
interface DocumentContext {
  readonly reader: PageReader
  readonly ligatures: LigatureMap
  readonly tally: (run: TextRun) => void
}

/** The runs of a page, taken one by one, so that a page of too many is left before they fill the memory. */
const readRuns = (page: PdfPage, { ligatures, tally }: DocumentContext): Pick<Page, 'runs' | 'remarks'> => {
  const drawing = page.drawing()
  const { runs: printed, hidden } = page.text(showsUnsetText(drawing, page.width * page.height))
  const runs: TextRun[] = []
  for (const run of printed) {
    tally(run)
    runs.push(run)
  }
  inferLigatures(runs, ligatures)
  const single = dropDoubles(runs.map((run) => ({ ...run, text: repairText(run.text, run.font, ligatures) })))
  const value = hidden.join('').trim().slice(0, EXCERPT_LENGTH)
  return {
    runs: [...single, ...findDrawnBullets(drawing, single)].map((run) => ({
      ...run,
      x: run.x - page.left,
      y: run.y - page.bottom,
    })),
    remarks: value === '' ? [] : [{ code: 'hidden_text', value }],
  }
}

const describeDamage = (runs: readonly TextRun[]): readonly PageRemark[] => {
  const { words, damaged } = tallyWords(runs)
  if (damaged.length === 0) return []
  const examples = damaged.slice(0, EXCERPT_WORDS).join(', ')
  return [{ code: 'damaged_text', value: `${damaged.length} of ${words} words, such as ${examples}` }]
}

const readPage = async (page: PdfPage, context: DocumentContext): Promise<Page> => {
  const { runs, remarks = [] } = readRuns(page, context)
  const reading = await context.reader.read(page, runs)
  if (reading.page) return withRemarks(reading.page, [...remarks, ...(reading.page.remarks ?? [])])
  const { number, width, height } = page
  const upright = uprightPage({ width, height, runs }, isScan(page.drawing(), width * height))
  return withRemarks({ number, unit: 'point', derivation: 'text_layer', ...upright }, [
    ...remarks,
    ...reading.remarks,
    ...describeDamage(runs),
  ])
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
