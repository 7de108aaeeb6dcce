import type { Page, TextRun } from '../page.ts'
import type { PdfPage } from '../pdfium/index.ts'
import { type Recogniser, startRecogniser } from './recognise.ts'
import type { RecognisedLine } from './recognised-runs.ts'
import { recognisedRuns } from './recognised-runs.ts'
import { betterReading, cutLine, hasDoubtfulRaisedMark } from './second-look.ts'
import { judgeTextLayer, lettersOf, showsUnreadText } from './text-layer.ts'

/** Which pages are read by OCR: none, those without a readable text layer, or all. */
export type OcrMode = 'off' | 'auto' | 'force'

/** In points; on a page less wide or high than this no letter has room. */
const NARROWEST = 3

/** No scan has a picture of more pixels, A0 at 600 dpi included; to draw one takes time and memory without end. */
const MOST_PIXELS = 600_000_000

/** Why a page could not be read by OCR, which is no fault of the PDF. */
export class OcrFailed extends Error {
  override readonly name = 'OcrFailed'
}

/** Reads the pages of one document by OCR, where they need it. */
export interface PageReader {
  /** The page as OCR reads it; null where its text layer is to be used. */
  readonly read: (page: PdfPage, textLayer: readonly TextRun[]) => Promise<Page | null>
  /** Ends what was started; nothing is, where no page needed OCR. */
  readonly close: () => Promise<void>
}

const recognisePage = async (page: PdfPage, recogniser: Recogniser): Promise<Page> => {
  const picture = page.draw()
  const lines: RecognisedLine[] = []
  for (const line of await recogniser.read(picture, 'page')) {
    if (hasDoubtfulRaisedMark(line)) {
      const cutting = cutLine(picture, line)
      lines.push(betterReading(line, await recogniser.read(cutting.picture, 'line'), cutting))
    } else lines.push(line)
  }
  return {
    number: page.number,
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

/** A reader for the pages of one document. */
export const makePageReader = (mode: OcrMode): PageReader => {
  let starting: Promise<Recogniser> | undefined
  const needsOcr = (page: PdfPage, runs: readonly TextRun[]): boolean => {
    if (Math.min(page.width, page.height) < NARROWEST) return false
    const layer = judgeTextLayer(runs)
    if (mode === 'off' || (mode === 'auto' && layer === 'readable')) return false
    const drawing = page.drawing()
    if (drawing.mostPixels > MOST_PIXELS) return false
    return mode === 'force' || showsUnreadText(layer, drawing, page.width * page.height)
  }
  return {
    read: async (page, textLayer) => {
      if (!needsOcr(page, textLayer)) return null
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
