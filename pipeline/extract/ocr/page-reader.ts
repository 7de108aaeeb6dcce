import { setTimeout } from 'node:timers/promises'
import { findMedian } from '../../io/numbers.ts'
import type { Page, PageRemark, TextRun } from '../page.ts'
import type { GreyPicture, PdfPage } from '../pdfium/index.ts'
import { tallyWords, type WordTally } from '../repair-text.ts'
import { countUnreadLines, listQuarters, measureSkew, rotatePicture } from './picture.ts'
import { type Recogniser, startRecogniser } from './recognise.ts'
import { makeRuns, measureEm, type RecognisedLine } from './recognised-runs.ts'
import { countLetters, judgeTextLayer, type TextLayer } from './text-layer.ts'

/** Which pages are read by OCR: none, those without a readable text layer, or all. */
export type OcrMode = 'off' | 'auto' | 'force'

/** In points; on a page less wide or high than this no letter has room. */
const MIN_SIDE_POINTS = 3

/** A larger picture is not drawn: with its copies it would need more than a gigabyte. */
const MAX_PICTURE_BYTES = 256 * 1_024 * 1_024

/** A page that takes longer is left unread. */
const PAGE_TIMEOUT_MS = 120_000

/** A reading is sure with this many long words, if this share is English or the confidence is this high. */
const MIN_LONG_WORDS = 10
const SURE_ENGLISH_SHARE = 0.4
const SURE_CONFIDENCE = 75

/** Below these, a reading is gibberish. */
const GIBBERISH_ENGLISH_SHARE = 0.2
const GIBBERISH_CONFIDENCE = 45
const GIBBERISH = 'what it shows makes no words'

/** OCR of a damaged text layer must find at least this share of its letters. */
const LETTERS_FOUND = 0.7

/** OCR itself failed, which is not a fault of the PDF. */
export class OcrFailed extends Error {
  override readonly name = 'OcrFailed'
}

/** A page as OCR read it, null if its text layer is better, and remarks. */
interface PageReading {
  readonly page: Page | null
  readonly remarks: readonly PageRemark[]
}

/** Reads the pages of one document by OCR, where they need it. */
export interface PageReader {
  readonly read: (page: PdfPage, textLayer: readonly TextRun[], words: WordTally) => Promise<PageReading>
  /** Ends the recogniser, if any page needed it. */
  readonly close: () => Promise<void>
}

const reportFault = (fault: string | null): readonly PageRemark[] =>
  fault === null ? [] : [{ code: 'ocr_incomplete', value: fault }]

/** The reading of a page that OCR does not read: because of a fault, or because it needs none. */
const leaveUnread = (fault: string | null = null): PageReading => ({
  page: null,
  remarks: reportFault(fault),
})

interface Recognition extends Pick<WordTally, 'long' | 'english'> {
  readonly picture: GreyPicture
  readonly lines: readonly RecognisedLine[]
  readonly confidence: number
}

const recognise = async (picture: GreyPicture, recogniser: Recogniser): Promise<Recognition> => {
  const lines = await recogniser.read(picture)
  const words = lines.flatMap((line) => line.words)
  const confidence = findMedian(words.map((word) => word.confidence)) ?? 0
  const { long, english } = tallyWords(words)
  return { picture, lines, confidence, long, english }
}

const isSure = ({ confidence, english, long }: Recognition): boolean =>
  long >= MIN_LONG_WORDS && (english >= long * SURE_ENGLISH_SHARE || confidence >= SURE_CONFIDENCE)

/** The best OCR result of a picture, which is rotated by quarter turns if it makes no sense upright. */
const recogniseUpright = async (drawn: GreyPicture, recogniser: Recogniser): Promise<Recognition> => {
  let best = await recognise(drawn, recogniser)
  for (const quarters of isSure(best) ? [] : listQuarters(drawn)) {
    const turned = await recognise(rotatePicture(drawn, -90 * quarters), recogniser)
    if (turned.english > best.english) best = turned
  }
  return best
}

const isGibberish = ({ lines, confidence, long, english }: Recognition): boolean =>
  lines.length > 0 && english <= long * GIBBERISH_ENGLISH_SHARE && confidence < GIBBERISH_CONFIDENCE

/** What a result says of lines in its picture that no word covers; null if every line was read. */
const describeUnread = ({ picture, lines }: Recognition): string | null => {
  const words = lines.flatMap((line) => line.words.map(({ bbox }) => bbox))
  const em = findMedian(lines.map(measureEm))
  const unread = em === undefined ? 0 : countUnreadLines(picture, words, em)
  return unread === 0 ? null : `${unread} unread ${unread === 1 ? 'line' : 'lines'}`
}

const recognisePage = async (page: PdfPage, recogniser: Recogniser) => {
  const drawn = page.draw()
  const recognition = await recogniseUpright(rotatePicture(drawn, measureSkew(drawn)), recogniser)
  const { width, height, scale } = recognition.picture
  const isUseless = isGibberish(recognition)
  const fault = isUseless ? GIBBERISH : describeUnread(recognition)
  const lines = isUseless ? [] : recognition.lines
  const size = { width: width / scale, height: height / scale }
  const runs = makeRuns(lines, height, scale)
  return { fault, page: { number: page.number, unit: 'point', derivation: 'ocr', ...size, runs } as const }
}

/** Why OCR takes the place of a text layer that holds text. */
const REASONS: Readonly<Partial<Record<TextLayer, string>>> = {
  garbled: 'its characters have no letters',
  damaged: 'many of its words have characters that cannot be read',
  foreign: 'its words are of no language',
}

/** Whether OCR gives more of the page than its text layer. */
const isBetter = (
  recognised: readonly TextRun[],
  printed: readonly TextRun[],
  { layer, words }: { readonly layer: TextLayer; readonly words: WordTally },
): boolean => {
  if (layer === 'garbled') return recognised.length > 0
  const [letters, printedLetters] = [countLetters(recognised), countLetters(printed)]
  if (layer === 'sparse' || layer === 'missing') return letters > printedLetters
  const { damaged, long, english } = tallyWords(recognised)
  if (letters < printedLetters * LETTERS_FOUND) return false
  return layer === 'damaged'
    ? damaged.length < words.damaged.length && english > words.english
    : english >= long * SURE_ENGLISH_SHARE
}

/** A reader for the pages of one document. */
export const makePageReader = (mode: OcrMode): PageReader => {
  let starting: Promise<Recogniser> | undefined
  let isForeign = false
  const close = async (): Promise<void> => {
    await starting?.then((recogniser) => recogniser.close()).catch(() => {})
    starting = undefined
  }
  return {
    read: async (page, textLayer, words) => {
      if (mode === 'off' || Math.min(page.width, page.height) < MIN_SIDE_POINTS) return leaveUnread()
      const layer = judgeTextLayer(textLayer, words, page)
      // one look shows that a document is in another language
      const isReadable = layer === 'readable' || (layer === 'foreign' && isForeign)
      if (mode === 'auto' && isReadable) return leaveUnread()
      if (page.drawing.pictureBytes > MAX_PICTURE_BYTES) return leaveUnread('its picture is too large')
      starting ??= startRecogniser()
      const work = starting.then((recogniser) => recognisePage(page, recogniser))
      const recognised = await Promise.race([
        work,
        setTimeout(PAGE_TIMEOUT_MS, 'timeout' as const, { ref: false }),
      ]).catch((error: unknown) => {
        throw new OcrFailed(`OCR failed: ${error instanceof Error ? error.message : String(error)}`)
      })
      if (recognised === 'timeout') {
        work.catch(() => {})
        await close()
        return leaveUnread(`it took more than ${PAGE_TIMEOUT_MS / 1_000} s`)
      }
      const remarks = reportFault(recognised.fault)
      const { runs } = recognised.page
      if (mode !== 'force' && !isBetter(runs, textLayer, { layer, words })) {
        isForeign ||= layer === 'foreign'
        return { page: null, remarks: runs.length === 0 && layer !== 'foreign' ? remarks : [] }
      }
      const value = REASONS[layer]
      const reasons = value === undefined ? [] : [{ code: 'read_by_ocr', value } as const]
      return { page: recognised.page, remarks: [...reasons, ...remarks] }
    },
    close,
  }
}
