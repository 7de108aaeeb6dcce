import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Methods } from '@embedpdf/pdfium'
import { at } from '../../io/at.ts'

/** A function of the engine; pointers, handles and truth values are numbers. */
type Call = (...values: number[]) => number

/** PDFium’s own functions, as its headers (fpdfview.h, fpdf_text.h, fpdf_edit.h, ...) define them. */
type Calls = Readonly<Record<keyof Methods | 'malloc' | 'free', Call>>

/** PDFium in its own memory, with a small part of it for results. */
export interface Engine {
  readonly call: Calls
  /** Where answers of up to {@link ANSWER_BYTES} bytes are asked to; each call overwrites them. */
  readonly answer: number
  /** The memory, bytes; any call may move it. */
  readonly bytes: () => Uint8Array
  /** Numbers at the answer, as C floats, doubles and 32-bit integers. */
  readonly float: (index: number) => number
  readonly double: (index: number) => number
  readonly integer: (index: number) => number
}

/** Space for a result, in bytes. */
export const ANSWER_BYTES = 4_096

export const FLOAT_BYTES = 4
export const DOUBLE_BYTES = 8
export const INTEGER_BYTES = 4

const utf16 = new TextDecoder('utf-16le')

/** Text that PDFium wrote into its memory. */
export const readUtf16 = ({ bytes }: Engine, start: number, length: number): string =>
  utf16.decode(bytes().slice(start, start + length))

const isCalls = (exported: object): exported is Calls => 'FPDF_LoadMemDocument' in exported

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
  const call = pdfium.wasmExports
  if (!isCalls(call)) throw new Error('PDFium exports no functions')
  const answer = call.malloc(ANSWER_BYTES)
  return {
    call,
    answer,
    bytes: () => pdfium.HEAPU8,
    float: (index) => at(pdfium.HEAPF32, answer / FLOAT_BYTES + index),
    double: (index) => at(pdfium.HEAPF64, answer / DOUBLE_BYTES + index),
    integer: (index) => at(pdfium.HEAP32, answer / INTEGER_BYTES + index),
  }
}

/** An engine with more memory, which never shrinks, is not used for another document. */
export const MAX_KEPT_BYTES = 256 * 1_024 * 1_024

let running: Promise<Engine> | undefined

/** The engine, started by the first PDF. */
export const getEngine = (): Promise<Engine> => (running ??= start())

/** Starts another engine for the next document: the memory of this one is damaged, or too large. */
export const abandonEngine = (): void => {
  running = undefined
}
