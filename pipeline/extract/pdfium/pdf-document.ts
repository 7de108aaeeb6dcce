import type { TextRun } from '../page.ts'
import { ANSWER_BYTES, abandonEngine, type Engine, getEngine, MAX_KEPT_BYTES, readUtf16 } from './engine.ts'
import { findHiddenText } from './hidden-text.ts'
import { type PageDrawing, readDrawing } from './page-drawing.ts'
import { drawPage, type GreyPicture } from './render.ts'
import { makeJoiner, readCharacters } from './text-runs.ts'

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
  /** Hands on its runs in the order of the file, placed in user space; returns text that no viewer shows. */
  readonly text: (isScan: boolean, take: (run: TextRun) => void) => readonly string[]
  /** What it paints beside text. */
  readonly drawing: PageDrawing
  /** The page as a picture. */
  readonly draw: () => GreyPicture
}

/** A PDF that is open. */
export interface PdfDocument {
  readonly pageCount: number
  /** The program that made the file, where it says so. */
  readonly producer: string | null
  /** Opens a page, counted from 1, and closes it after the given work. */
  readonly page: <Result>(number: number, work: (page: PdfPage) => Promise<Result>) => Promise<Result>
}

/** Values of FPDF_GetLastError (fpdfview.h). */
const REASONS: ReadonlyMap<number, readonly ['broken' | 'encrypted', string]> = new Map([
  [3, ['broken', 'it is no PDF, or damaged']],
  [4, ['encrypted', 'it asks for a password']],
  [5, ['encrypted', 'it is encrypted in a way that is not known']],
])

const BAD_PAGE = 'a page is missing or damaged'

/** Why a document did not open. A page that is missing sets no error, so the last one would be of another document. */
const makeError = ({ call }: Engine): PdfUnreadable => {
  const [reason, detail] = REASONS.get(call.FPDF_GetLastError()) ?? ['broken', 'it cannot be opened']
  return new PdfUnreadable(reason, detail)
}

const PRODUCER = new TextEncoder().encode('Producer\0')

const readProducer = (engine: Engine, document: number): string | null => {
  const { call, answer, bytes } = engine
  const name = call.malloc(PRODUCER.length)
  try {
    bytes().set(PRODUCER, name)
    const length = call.FPDF_GetMetaText(document, name, answer, ANSWER_BYTES)
    if (length <= 2 || length > ANSWER_BYTES) return null
    return readUtf16(engine, answer, length - 2) || null
  } finally {
    call.free(name)
  }
}

const openPage = (engine: Engine, page: number, textPage: number, number: number): PdfPage => {
  const { call, answer, float } = engine
  call.FPDF_GetPageBoundingBox(page, answer)
  const [left, top, right, bottom] = [float(0), float(1), float(2), float(3)]
  const drawing = readDrawing(engine, page)
  return {
    number,
    left,
    bottom,
    width: right - left,
    height: top - bottom,
    text: (isScan, take) => {
      const hiddenObjects = findHiddenText(engine, page, drawing.suspects, isScan)
      const hidden: string[] = []
      const joiner = makeJoiner(take)
      readCharacters(engine, textPage, (character) => {
        if (hiddenObjects.has(character.piece.object)) hidden.push(character.text)
        else joiner.add(character)
      })
      joiner.close()
      return hidden
    },
    drawing,
    draw: () => drawPage(engine, page),
  }
}

/** Kinds of annotations (fpdf_annot.h): notes, links and pop-ups print nothing of their own. */
const UNPRINTED_KINDS: readonly number[] = [1, 2, 16]
const FREE_TEXT = 3
const WIDGET = 20

/** Flags of an annotation that no viewer shows: invisible, hidden, not to be viewed (ISO 32000-1, 12.5.3). */
const HIDDEN_FLAGS = 1 | 2 | 32

/** A page with more annotations than this is read without them. */
const MAX_ANNOTATIONS = 2_000

/** What FPDFPage_Flatten answers where it changed the page (fpdf_flatten.h). */
const FLATTENED = 1

/** Makes form fields and annotations that show part of the page; says whether that changed it. */
const flattenAnnotations = ({ call }: Engine, page: number): boolean => {
  const count = call.FPDFPage_GetAnnotCount(page)
  let found = false
  for (let index = 0; index < Math.min(count, MAX_ANNOTATIONS); index++) {
    const annotation = call.FPDFPage_GetAnnot(page, index)
    if (annotation === 0) continue
    const kind = call.FPDFAnnot_GetSubtype(annotation)
    if (!UNPRINTED_KINDS.includes(kind) && (call.FPDFAnnot_GetFlags(annotation) & HIDDEN_FLAGS) === 0) {
      found = true
      if (call.EPDFAnnot_HasAppearanceStream(annotation, 0) !== 1) {
        if (kind === WIDGET) call.EPDFAnnot_GenerateFormFieldAP(annotation)
        else if (kind === FREE_TEXT) call.EPDFAnnot_GenerateAppearance(annotation)
      }
    }
    call.FPDFPage_CloseAnnot(annotation)
  }
  return found && call.FPDFPage_Flatten(page, 0) === FLATTENED
}

const makeDocument = (engine: Engine, document: number): PdfDocument => {
  const { call } = engine
  return {
    pageCount: call.FPDF_GetPageCount(document),
    producer: readProducer(engine, document),
    page: async (number, work) => {
      let page = call.FPDF_LoadPage(document, number - 1)
      if (page !== 0 && flattenAnnotations(engine, page)) {
        call.FPDF_ClosePage(page)
        page = call.FPDF_LoadPage(document, number - 1)
      }
      if (page === 0) throw new PdfUnreadable('broken', BAD_PAGE)
      const textPage = call.FPDFText_LoadPage(page)
      try {
        if (textPage === 0) throw new PdfUnreadable('broken', BAD_PAGE)
        return await work(openPage(engine, page, textPage, number))
      } finally {
        call.FPDFText_ClosePage(textPage)
        call.FPDF_ClosePage(page)
      }
    },
  }
}

/** Errors thrown by WebAssembly at a trap, by the runtime of PDFium when it gives up, and by V8 at a stack overflow. */
const FAILURES = ['RuntimeError', 'RangeError']

/**
 * Opens a PDF by PDFium, for as long as the work with it takes.
 * @throws PdfUnreadable if the file or a page is damaged beyond opening, asks for a password, or brings the engine down
 */
export const withPdfDocument = async <Result>(
  bytes: Uint8Array,
  work: (document: PdfDocument) => Promise<Result>,
): Promise<Result> => {
  const engine = await getEngine()
  const { call } = engine
  try {
    const data = call.malloc(bytes.length)
    if (data === 0) throw new RangeError(`no room for a file of ${bytes.length} bytes`)
    engine.bytes().set(bytes, data)
    const document = call.FPDF_LoadMemDocument(data, bytes.length, 0)
    try {
      if (document === 0) throw makeError(engine)
      return await work(makeDocument(engine, document))
    } finally {
      if (document !== 0) call.FPDF_CloseDocument(document)
      call.free(data)
      if (engine.bytes().length > MAX_KEPT_BYTES) abandonEngine()
    }
  } catch (error) {
    if (!(error instanceof Error && FAILURES.includes(error.name))) throw error
    abandonEngine()
    throw new PdfUnreadable('broken', `PDFium gave up: ${error.message}`)
  }
}
