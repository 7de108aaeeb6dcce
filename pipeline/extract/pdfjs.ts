import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** pdf.js names these at import time; it calls them only to draw, which text extraction never does. */
const stubDrawing = (): void => {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
    if (!(name in globalThis))
      Object.defineProperty(globalThis, name, { value: class {}, configurable: true })
  }
}

let loading: Promise<PdfJs> | undefined

/**
 * pdf.js for Node. Its legacy build replaces natives of the whole process (`Array.prototype.push`, `JSON.parse`),
 * so it is imported in worker threads only, and only when the first PDF is opened.
 */
export const loadPdfJs = (): Promise<PdfJs> => {
  loading ??= (async () => {
    stubDrawing()
    return import('pdfjs-dist/legacy/build/pdf.mjs')
  })()
  return loading
}

/** Standard fonts and character maps out of the package, so that nothing is asked of the network. */
export const PACKAGED_DATA = {
  standardFontDataUrl: join(packageFolder, 'standard_fonts') + sep,
  cMapUrl: join(packageFolder, 'cmaps') + sep,
  cMapPacked: true,
  wasmUrl: join(packageFolder, 'wasm') + sep,
} as const
