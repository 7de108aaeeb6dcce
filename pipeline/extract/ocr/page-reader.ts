import type { PDFPageProxy } from 'pdfjs-dist'
import type { Page, TextRun } from '../page.ts'
import { type OperatorNumbers, pageDrawing } from '../page-drawing.ts'
import type { RecognisedLine } from './line-geometry.ts'
import type { OcrMode } from './ocr-mode.ts'
import { type Recogniser, startRecogniser } from './recognise.ts'
import { recognisedRuns } from './recognised-runs.ts'
import { renderPage } from './render-page.ts'
import { betterReading, cutLine, hasDoubtfulRaisedMark } from './second-look.ts'
import { judgeTextLayer, lettersOf, showsUnreadText } from './text-layer.ts'

/** Why a page could not be read by OCR, which is no fault of the PDF. */
export class OcrFailed extends Error {
  override readonly name = 'OcrFailed'
}

/** Reads the pages of one document by OCR, where they need it. */
export interface PageReader {
  /** The page as OCR reads it; null where its text layer is to be used. */
  readonly read: (page: PDFPageProxy, textLayer: readonly TextRun[]) => Promise<Page | null>
  /** Ends what was started; nothing is, where no page needed OCR. */
  readonly close: () => Promise<void>
}

const recognisePage = async (page: PDFPageProxy, recogniser: Recogniser): Promise<Page> => {
  const picture = await renderPage(page)
  const lines: RecognisedLine[] = []
  for (const line of await recogniser.read(picture, 'page')) {
    if (hasDoubtfulRaisedMark(line)) {
      const cutting = cutLine(picture, line)
      lines.push(betterReading(line, await recogniser.read(cutting.picture, 'line'), cutting))
    } else lines.push(line)
  }
  return {
    number: page.pageNumber,
    unit: 'point',
    derivation: 'ocr',
    width: picture.width / picture.scale,
    height: picture.height / picture.scale,
    runs: recognisedRuns(lines, picture),
  }
}

const failure = (error: unknown): never => {
  throw new OcrFailed(`OCR failed: ${error instanceof Error ? error.message : String(error)}`)
}

/** A reader for the pages of one document; `operators` are pdf.js's numbers of its drawing operators. */
export const makePageReader = (mode: OcrMode, operators: OperatorNumbers): PageReader => {
  let starting: Promise<Recogniser> | undefined
  const needsOcr = async (page: PDFPageProxy, runs: readonly TextRun[]): Promise<boolean> => {
    const layer = judgeTextLayer(runs)
    if (mode !== 'auto' || layer === 'readable') return mode === 'force'
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    const drawing = pageDrawing(await page.getOperatorList(), operators)
    return showsUnreadText(layer, drawing, (right - left) * (top - bottom))
  }
  return {
    read: async (page, textLayer) => {
      if (!(await needsOcr(page, textLayer))) return null
      starting ??= startRecogniser()
      const recognised = await starting.then((recogniser) => recognisePage(page, recogniser)).catch(failure)
      const better =
        mode === 'force' ||
        judgeTextLayer(textLayer) === 'garbled' ||
        lettersOf(recognised.runs) > lettersOf(textLayer)
      return better ? recognised : null
    },
    close: async () => {
      await starting?.then((recogniser) => recogniser.close()).catch(() => {})
    },
  }
}
