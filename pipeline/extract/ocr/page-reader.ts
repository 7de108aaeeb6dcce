import { setTimeout } from 'node:timers/promises'
import { isEnglishWord } from '../../io/english-words.ts'
import type { Page, PageRemark, TextRun } from '../page.ts'
import type { GreyPicture, PdfPage } from '../pdfium/index.ts'
import { tallyWords } from '../repair-text.ts'
import { countUnreadLines, listQuarters, measureSkew, rotatePicture } from './picture.ts'
import { type Recogniser, startRecogniser } from './recognise.ts'
import { findMedian, makeRuns, measureEm, type RecognisedLine } from './recognised-runs.ts'
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

/** OCR of a damaged text layer must find at least this share of its letters. */
const LETTERS_FOUND = 0.7

/** OCR itself failed, which is not a fault of the PDF. */
export class OcrFailed extends Error {
  override readonly name = 'OcrFailed'
}

/** The page as OCR read it, null if the text layer is better, and remarks. */
export interface PageReading {
  readonly page: Page | null
  readonly remarks: readonly PageRemark[]
}

/** Reads the pages of one document by OCR, where they need it. */
export interface PageReader {
  readonly read: (page: PdfPage, textLayer: readonly TextRun[]) => Promise<PageReading>
  /** Ends the recogniser, if any page needed it. */
  readonly close: () => Promise<void>
}

const NOTHING: PageReading = { page: null, remarks: [] }

const reportIncomplete = (value: string): readonly PageRemark[] => [{ code: 'ocr_incomplete', value }]

interface Reading {
  readonly picture: GreyPicture
  readonly lines: readonly RecognisedLine[]
  readonly confidence: number
  /** Share of long words that are English. */
  readonly english: number
  readonly longWords: number
}

const readPicture = async (picture: GreyPicture, recogniser: Recogniser): Promise<Reading> => {
  const lines = await recogniser.read(picture)
  const words = lines.flatMap((line) => line.words)
  const long = words.flatMap(({ text }) => /[A-Za-z]{4,}/.exec(text)?.[0].toLowerCase() ?? [])
  return {
    picture,
    lines,
    confidence: findMedian(words.map((word) => word.confidence)) ?? 0,
    english: long.length === 0 ? 0 : long.filter(isEnglishWord).length / long.length,
    longWords: long.length,
  }
}

const isSure = ({ confidence, english, longWords }: Reading): boolean =>
  longWords >= MIN_LONG_WORDS && (english >= SURE_ENGLISH_SHARE || confidence >= SURE_CONFIDENCE)

/** The best OCR result of a picture, which is rotated by quarter turns if it makes no sense upright. */
const readUpright = async (drawn: GreyPicture, recogniser: Recogniser): Promise<Reading> => {
  let best = await readPicture(drawn, recogniser)
  for (const quarters of isSure(best) ? [] : listQuarters(drawn)) {
    const reading = await readPicture(rotatePicture(drawn, -90 * quarters), recogniser)
    if (reading.english * reading.longWords > best.english * best.longWords) best = reading
  }
  return best
}

const recognisePage = async (page: PdfPage, recogniser: Recogniser): Promise<Page> => {
  const drawn = page.draw()
  const { picture, lines, ...quality } = await readUpright(
    rotatePicture(drawn, measureSkew(drawn)),
    recogniser,
  )
  const { width, height, scale } = picture
  const base = {
    number: page.number,
    unit: 'point',
    derivation: 'ocr',
    width: width / scale,
    height: height / scale,
  } as const
  const isGibberish = quality.english < GIBBERISH_ENGLISH_SHARE && quality.confidence < GIBBERISH_CONFIDENCE
  if (isGibberish && lines.length > 0) {
    return { ...base, runs: [], remarks: reportIncomplete('what it shows makes no words') }
  }
  const words = lines.flatMap((line) => line.words.map(({ bbox }) => bbox))
  const em = findMedian(lines.map(measureEm))
  const unread = em === undefined ? 0 : countUnreadLines(picture, words, em)
  const remarks = unread === 0 ? [] : reportIncomplete(`${unread} unread ${unread === 1 ? 'line' : 'lines'}`)
  return { ...base, runs: makeRuns(lines, height, scale), remarks }
}

/** Why OCR takes the place of a text layer that holds text. */
const REASONS: Readonly<Partial<Record<TextLayer, string>>> = {
  garbled: 'its characters have no letters',
  damaged: 'many of its words have characters that cannot be read',
  foreign: 'its words are of no language',
}

/** Whether OCR gives more of the page than its text layer. */
const isBetter = (recognised: readonly TextRun[], printed: readonly TextRun[], layer: TextLayer): boolean => {
  if (layer === 'garbled') return recognised.length > 0
  const [letters, printedLetters] = [countLetters(recognised), countLetters(printed)]
  if (layer === 'sparse' || layer === 'missing') return letters > printedLetters
  const [tally, printedTally] = [tallyWords(recognised), tallyWords(printed)]
  const isWhole = letters >= printedLetters * LETTERS_FOUND
  if (layer === 'damaged') {
    return (
      isWhole && tally.damaged.length < printedTally.damaged.length && tally.english > printedTally.english
    )
  }
  return isWhole && tally.english >= tally.long * SURE_ENGLISH_SHARE
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
    read: async (page, textLayer) => {
      if (mode === 'off' || Math.min(page.width, page.height) < MIN_SIDE_POINTS) return NOTHING
      const layer = judgeTextLayer(textLayer, page.drawing(), page.width * page.height)
      // one look shows that a document is in another language
      const isReadable = layer === 'readable' || (layer === 'foreign' && isForeign)
      if (mode === 'auto' && isReadable) return NOTHING
      if (page.drawing().pictureBytes > MAX_PICTURE_BYTES) {
        return { page: null, remarks: reportIncomplete('its picture is too large') }
      }
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
        return { page: null, remarks: reportIncomplete(`it took more than ${PAGE_TIMEOUT_MS / 1_000} s`) }
      }
      if (mode !== 'force' && !isBetter(recognised.runs, textLayer, layer)) {
        isForeign ||= layer === 'foreign'
        const isLost = recognised.runs.length === 0 && layer !== 'foreign'
        return { page: null, remarks: isLost ? (recognised.remarks ?? []) : [] }
      }
      const reason = REASONS[layer]
      const remarks = reason === undefined ? [] : [{ code: 'read_by_ocr', value: reason } as const]
      return { page: { ...recognised, remarks: [...remarks, ...(recognised.remarks ?? [])] }, remarks: [] }
    },
    close,
  }
}
