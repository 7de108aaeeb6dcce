import type { TextRun } from '../page.ts'
import { ANSWER_BYTES, abandonEngine, type Engine, leaveEngine, startedEngine } from './engine.ts'
import { drawPage, type GreyPicture, type PageDrawing, pageDrawing } from './page-drawing.ts'
import { charactersOf, runsOfCharacters } from './text-runs.ts'

/** Why a PDF could not be opened. */
export class PdfUnreadable extends Error {
  override readonly name = 'PdfUnreadable'
  readonly reason: 'broken' | 'encrypted'
  constructor(reason: 'broken' | 'encrypted', detail: string) {
    super(detail)
    this.reason = reason
  }
}

/** A page that is open; good until {@link PdfDocument.page} is done with it. */
export interface PdfPage {
  /** Counted from 1. */
  readonly number: number
  /** The corner of the visible page at its bottom left, in user space. */
  readonly left: number
  readonly bottom: number
  /** Size of the visible page, in points. */
  readonly width: number
  readonly height: number
  /** Its runs in the order of the file, placed in user space. */
  readonly runs: () => Generator<TextRun>
  /** What it paints beside text. */
  readonly drawing: () => PageDrawing
  /** The page as a picture. */
  readonly draw: () => GreyPicture
}

/** A PDF that is open. */
export interface PdfDocument {
  readonly pageCount: number
  /** The program that made the file, where it says so. */
  readonly producer: string | null
  /** Opens a page, counted from 1, for as long as the work with it takes. */
  readonly page: <Result>(number: number, work: (page: PdfPage) => Promise<Result>) => Promise<Result>
}

/** What FPDF_GetLastError answers (fpdfview.h). */
const REASONS: ReadonlyMap<number, readonly ['broken' | 'encrypted', string]> = new Map([
  [3, ['broken', 'it is no PDF, or damaged']],
  [4, ['encrypted', 'it asks for a password']],
  [5, ['encrypted', 'it is encrypted in a way that is not known']],
  [6, ['broken', 'a page is missing or damaged']],
])

const unreadable = ({ call }: Engine): PdfUnreadable => {
  const [reason, detail] = REASONS.get(call.FPDF_GetLastError()) ?? ['broken', 'it cannot be opened']
  return new PdfUnreadable(reason, detail)
}

const utf16 = new TextDecoder('utf-16le')

const producerOf = ({ call, answer, bytes }: Engine, document: number): string | null => {
  const key = new TextEncoder().encode('Producer\0')
  const name = call.malloc(key.length)
  try {
    bytes().set(key, name)
    const length = call.FPDF_GetMetaText(document, name, answer, ANSWER_BYTES)
    if (length <= 2 || length > ANSWER_BYTES) return null
    return utf16.decode(bytes().slice(answer, answer + length - 2)) || null
  } finally {
    call.free(name)
  }
}

const pageOf = (engine: Engine, page: number, textPage: number, number: number): PdfPage => {
  const { call, answer, float } = engine
  call.FPDF_GetPageBoundingBox(page, answer)
  const [left, top, right, bottom] = [float(0), float(1), float(2), float(3)]
  const [width, height] = [right - left, top - bottom]
  return {
    number,
    left,
    bottom,
    width,
    height,
    runs: () => runsOfCharacters(charactersOf(engine, textPage)),
    drawing: () => pageDrawing(engine, page),
    draw: () => drawPage(engine, page),
  }
}

const documentOf = (engine: Engine, document: number): PdfDocument => {
  const { call } = engine
  return {
    pageCount: call.FPDF_GetPageCount(document),
    producer: producerOf(engine, document),
    page: async (number, work) => {
      const page = call.FPDF_LoadPage(document, number - 1)
      if (page === 0) throw unreadable(engine)
      const textPage = call.FPDFText_LoadPage(page)
      try {
        if (textPage === 0) throw unreadable(engine)
        return await work(pageOf(engine, page, textPage, number))
      } finally {
        call.FPDFText_ClosePage(textPage)
        call.FPDF_ClosePage(page)
      }
    },
  }
}

/** What WebAssembly throws at a trap, the runtime of PDFium when it gives up, and V8 where calls go too deep. */
const FAILURES = new Set(['RuntimeError', 'RangeError'])

const isEngineFailure = (error: unknown): error is Error => error instanceof Error && FAILURES.has(error.name)

/**
 * Opens a PDF by PDFium, for as long as the work with it takes.
 * @throws PdfUnreadable where the file or a page is damaged beyond opening, asks for a password, or brings the engine down
 */
export const withPdfDocument = async <Result>(
  bytes: Uint8Array,
  work: (document: PdfDocument) => Promise<Result>,
): Promise<Result> => {
  const engine = await startedEngine()
  const { call } = engine
  try {
    const data = call.malloc(bytes.length)
    if (data === 0) throw new RangeError(`no room for a file of ${bytes.length} bytes`)
    engine.bytes().set(bytes, data)
    const document = call.FPDF_LoadMemDocument(data, bytes.length, 0)
    try {
      if (document === 0) throw unreadable(engine)
      return await work(documentOf(engine, document))
    } finally {
      if (document !== 0) call.FPDF_CloseDocument(document)
      call.free(data)
      leaveEngine(engine)
    }
  } catch (error) {
    if (!isEngineFailure(error)) throw error
    abandonEngine()
    throw new PdfUnreadable('broken', `PDFium gave up: ${error.message}`)
  }
}
