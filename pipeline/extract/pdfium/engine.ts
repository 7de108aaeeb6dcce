import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** PDFium’s own functions that are called here, as its headers (fpdfview.h, fpdf_text.h, fpdf_edit.h) define them. */
const FUNCTIONS = [
  'malloc',
  'free',
  'FPDF_LoadMemDocument',
  'FPDF_CloseDocument',
  'FPDF_GetLastError',
  'FPDF_GetPageCount',
  'FPDF_GetMetaText',
  'FPDF_LoadPage',
  'FPDF_ClosePage',
  'FPDF_GetPageBoundingBox',
  'FPDF_GetPageWidthF',
  'FPDF_GetPageHeightF',
  'FPDF_RenderPageBitmap',
  'FPDF_PageToDevice',
  'FPDFPage_Flatten',
  'FPDFPage_GetAnnotCount',
  'FPDFPage_GetAnnot',
  'FPDFPage_CloseAnnot',
  'FPDFAnnot_GetSubtype',
  'FPDFAnnot_GetFlags',
  'EPDFAnnot_HasAppearanceStream',
  'EPDFAnnot_GenerateFormFieldAP',
  'EPDFAnnot_GenerateAppearance',
  'FPDFBitmap_CreateEx',
  'FPDFBitmap_FillRect',
  'FPDFBitmap_GetBuffer',
  'FPDFBitmap_GetStride',
  'FPDFBitmap_Destroy',
  'FPDFPage_CountObjects',
  'FPDFPage_GetObject',
  'FPDFPageObj_GetType',
  'FPDFPageObj_GetBounds',
  'FPDFPageObj_GetMatrix',
  'FPDFPageObj_GetFillColor',
  'FPDFPageObj_GetClipPath',
  'FPDFPageObj_CountMarks',
  'FPDFPageObj_GetMark',
  'FPDFPageObj_SetIsActive',
  'FPDFPageObjMark_GetName',
  'FPDFPageObjMark_CountParams',
  'FPDFPageObjMark_GetParamKey',
  'FPDFClipPath_CountPaths',
  'FPDFClipPath_CountPathSegments',
  'FPDFClipPath_GetPathSegment',
  'FPDFPathSegment_GetPoint',
  'FPDFPath_GetDrawMode',
  'FPDFTextObj_GetTextRenderMode',
  'FPDFImageObj_GetImageMetadata',
  'FPDFFormObj_CountObjects',
  'FPDFFormObj_GetObject',
  'FPDFText_LoadPage',
  'FPDFText_ClosePage',
  'FPDFText_CountChars',
  'FPDFText_GetUnicode',
  'FPDFText_IsGenerated',
  'FPDFText_IsHyphen',
  'FPDFText_GetTextObject',
  'FPDFText_GetFontSize',
  'FPDFText_GetMatrix',
  'FPDFText_GetCharOrigin',
  'FPDFText_GetLooseCharBox',
  'FPDFTextObj_GetFont',
  'FPDFFont_GetBaseFontName',
  'FPDFFont_GetGlyphWidth',
] as const

/** A function of the engine; pointers, handles and truth values are numbers. */
type Call = (...values: number[]) => number

/** PDFium in a memory of its own, with a small part of it for answers. */
export interface Engine {
  readonly call: Readonly<Record<(typeof FUNCTIONS)[number], Call>>
  /** Where answers of up to {@link ANSWER_BYTES} bytes are asked to; each call overwrites them. */
  readonly answer: number
  /** The memory, bytes; it may move with any call, so ask anew. */
  readonly bytes: () => Uint8Array
  /** Numbers at the answer, as C floats. */
  readonly float: (index: number) => number
  /** Numbers at the answer, as C doubles. */
  readonly double: (index: number) => number
}

/** Room for an answer, in bytes. */
export const ANSWER_BYTES = 4_096

const FLOAT_BYTES = 4
const DOUBLE_BYTES = 8

const isCall = (value: unknown): value is Call => typeof value === 'function'

const callsOf = (exported: object): Engine['call'] => {
  const all = new Map(Object.entries(exported))
  const callOf = (name: string): Call => {
    const value: unknown = all.get(name)
    if (!isCall(value)) throw new Error(`PDFium has no function ${name}`)
    return value
  }
  return Object.fromEntries(FUNCTIONS.map((name) => [name, callOf(name)])) as Engine['call']
}

const start = async (): Promise<Engine> => {
  const { init } = await import('@embedpdf/pdfium')
  const wasmBinary = new Uint8Array(
    await readFile(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'))),
  )
  const { pdfium, PDFiumExt_Init } = await init({
    wasmBinary: wasmBinary.buffer,
    print: () => {},
    printErr: () => {},
  })
  PDFiumExt_Init()
  // The package's own wrappers convert every value, which takes longer than most of the functions themselves.
  const call = callsOf(pdfium.wasmExports)
  const answer = call.malloc(ANSWER_BYTES)
  return {
    call,
    answer,
    bytes: () => pdfium.HEAPU8,
    float: (index) => pdfium.HEAPF32[answer / FLOAT_BYTES + index] ?? Number.NaN,
    double: (index) => pdfium.HEAPF64[answer / DOUBLE_BYTES + index] ?? Number.NaN,
  }
}

/** Beyond this many bytes, its memory, which never shrinks, is given back and another engine started. */
const MOST_KEPT = 256 * 1_024 * 1_024

let running: Promise<Engine> | undefined

/** The engine, started by the first PDF. */
export const startedEngine = async (): Promise<Engine> => {
  running ??= start()
  return running
}

/** Starts another engine for the next document: this one went down, and what is in its memory is not to be trusted. */
export const abandonEngine = (): void => {
  running = undefined
}

/** Leaves the engine to the next document, unless it has grown too large. */
export const leaveEngine = (engine: Engine): void => {
  if (engine.bytes().length > MOST_KEPT) abandonEngine()
}
