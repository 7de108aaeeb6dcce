import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api.js'
import { type ContentLimits, LimitExceeded, USUAL_LIMITS, within } from '../../schemas/index.ts'
import { withoutDoubles } from './doubled-runs.ts'
import { drawnBullets, lacksMarks } from './drawn-bullets.ts'
import { makePageReader, OcrFailed, type OcrMode, type PageReader } from './ocr/index.ts'
import type { ExtractedDocument, Page, TextRun } from './page.ts'
import { type OperatorNumbers, pageDrawing } from './page-drawing.ts'
import { pageTally } from './page-tally.ts'
import { loadPdfJs, PACKAGED_DATA } from './pdfjs.ts'
import { uprightPage } from './upright-runs.ts'

/** Why a PDF could not be opened. */
export class PdfUnreadable extends Error {
  override readonly name = 'PdfUnreadable'
  readonly reason: 'broken' | 'encrypted'
  constructor(reason: 'broken' | 'encrypted', detail: string) {
    super(detail)
    this.reason = reason
  }
}

/** Font names by pdf.js's own ids (`g_d0_f1`), which are the same on every page of a document. */
type FontNames = Map<string, string | null>

const isTextItem = (item: TextContent['items'][number]): item is TextItem => 'str' in item

/** The six letters and plus sign before the name of a subset font (ISO 32000-1, 9.6.4). */
const SUBSET_PREFIX = /^[A-Z]{6}\+/

const DEGREES = 180 / Math.PI

const BOLD_NAME = /bold|black|heavy|semibold|demi/i

const fontNameOf = (font: unknown): string | null =>
  typeof font === 'object' && font !== null && 'name' in font && typeof font.name === 'string'
    ? font.name.replace(SUBSET_PREFIX, '')
    : null

/**
 * Learns the names of fonts that were not met before, if there are any; pdf.js tells them only with the drawing
 * operators.
 */
const learnFontNames = async (
  page: PDFPageProxy,
  content: TextContent,
  names: FontNames,
): Promise<boolean> => {
  const unknown = Object.keys(content.styles).filter((id) => !names.has(id))
  if (unknown.length === 0) return false
  await page.getOperatorList()
  for (const id of unknown) {
    names.set(id, page.commonObjs.has(id) ? fontNameOf(page.commonObjs.get(id)) : null)
  }
  return true
}

const runOf = (item: TextItem, names: FontNames): TextRun | null => {
  if (item.str.trim() === '') return null
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform.map(Number)
  const size = Math.hypot(c, d) || Math.hypot(a, b)
  if (![x, y, size, item.width].every(Number.isFinite) || size === 0) return null
  const font = names.get(item.fontName) ?? null
  const bold = font !== null && BOLD_NAME.test(font)
  const angle = Math.atan2(b, a) * DEGREES
  return { text: item.str, x, y, width: item.width, size, font, bold, ...(angle === 0 ? {} : { angle }) }
}

/** The text of a page, taken in portions, so that a page of too many runs is left before it fills the memory. */
const contentOf = async (page: PDFPageProxy, limits: ContentLimits): Promise<TextContent> => {
  const content: TextContent = { items: [], styles: {}, lang: null }
  const reader: ReadableStreamDefaultReader<TextContent> = page.streamTextContent().getReader()
  let runs = 0
  for (let portion = await reader.read(); !portion.done; portion = await reader.read()) {
    for (const item of portion.value.items) {
      content.items.push(item)
      if (isTextItem(item) && item.str.trim() !== '') runs++
    }
    Object.assign(content.styles, portion.value.styles)
    try {
      within(limits, 'runs', runs)
    } catch (error) {
      await reader.cancel(error) // pdf.js would wait for ever for somebody to take the rest
      throw error
    }
  }
  return content
}

/** What is kept from page to page of a document. */
interface Reading {
  readonly names: FontNames
  readonly reader: PageReader
  readonly limits: ContentLimits
  readonly operators: OperatorNumbers
  /** Whether bullets were drawn on a page before, so that they are looked for on every other. */
  drawsBullets: boolean
}

/** The bullets that a page draws; it is not looked at where nothing speaks for them and nothing else asked for it. */
const bulletsOf = async (
  page: PDFPageProxy,
  runs: readonly TextRun[],
  drawingIsKnown: boolean,
  reading: Reading,
): Promise<TextRun[]> => {
  if (!drawingIsKnown && !reading.drawsBullets && !lacksMarks(runs)) return []
  const bullets = drawnBullets(pageDrawing(await page.getOperatorList(), reading.operators), runs)
  if (bullets.length > 0) reading.drawsBullets = true
  return bullets
}

const readPage = async (document: PDFDocumentProxy, number: number, reading: Reading): Promise<Page> => {
  const page = await document.getPage(number)
  try {
    const content = await contentOf(page, reading.limits)
    const drawingIsKnown = await learnFontNames(page, content, reading.names)
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    const printed = withoutDoubles(
      content.items
        .filter(isTextItem)
        .map((item) => runOf(item, reading.names))
        .filter((run) => run !== null),
    )
    const bullets = await bulletsOf(page, printed, drawingIsKnown, reading)
    const runs = [...printed, ...bullets].map((run) => ({ ...run, x: run.x - left, y: run.y - bottom }))
    const recognised = await reading.reader.read(page, runs)
    if (recognised) return recognised
    return {
      number,
      unit: 'point',
      derivation: 'text_layer',
      ...uprightPage({ width: right - left, height: top - bottom, runs }),
    }
  } finally {
    page.cleanup()
  }
}

const producerOf = (info: object): string | null =>
  'Producer' in info && typeof info.Producer === 'string' && info.Producer !== '' ? info.Producer : null

/**
 * Reads the text runs of every page of a PDF by pdf.js, and by OCR where `ocr` asks for it.
 * @throws PdfUnreadable where the file is damaged beyond opening, or asks for a password
 * @throws OcrFailed where a page could not be drawn or recognised
 * @throws LimitExceeded where it has more pages, runs or text than the limits allow
 */
export const extractPdf = async (
  bytes: Uint8Array,
  ocr: OcrMode = 'auto',
  limits: ContentLimits = USUAL_LIMITS,
): Promise<ExtractedDocument> => {
  const pdfjs = await loadPdfJs()
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes), // a copy: pdf.js takes the buffer it is given for itself
    ...PACKAGED_DATA,
    disableFontFace: true,
    enableXfa: false,
    fontExtraProperties: true,
    useSystemFonts: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  })
  const reader = makePageReader(ocr, pdfjs.OPS)
  try {
    const document = await task.promise
    within(limits, 'pages', document.numPages)
    const reading: Reading = { names: new Map(), reader, limits, operators: pdfjs.OPS, drawsBullets: false }
    const count = pageTally(limits)
    const pages: Page[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await readPage(document, number, reading)
      count(page)
      pages.push(page)
    }
    const { info } = await document.getMetadata()
    const derivation = pages.some((page) => page.derivation === 'ocr') ? 'ocr' : 'text_layer'
    return { derivation, pages, producer: producerOf(info) }
  } catch (error) {
    if (error instanceof OcrFailed || error instanceof LimitExceeded) throw error
    const detail = error instanceof Error ? error.message : String(error)
    const encrypted = error instanceof Error && error.name === 'PasswordException'
    throw new PdfUnreadable(encrypted ? 'encrypted' : 'broken', detail)
  } finally {
    await reader.close()
    await task.destroy()
  }
}
