import { createRequire, Module } from 'node:module'
import { dirname, join, sep } from 'node:path'

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')
type Canvas = typeof import('@napi-rs/canvas')

const require = createRequire(import.meta.url)

const packageFolder = dirname(require.resolve('pdfjs-dist/package.json'))

const DRAWING_GLOBALS = ['DOMMatrix', 'ImageData', 'Path2D'] as const

const defineGlobal = (name: string, value: unknown): void => {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
}

/** Runs a function while the drawing library, 33 MB of machine code, seems to be there but empty. */
const withoutCanvas = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const path = createRequire(require.resolve('pdfjs-dist/package.json')).resolve('@napi-rs/canvas')
  const loaded = require.cache[path]
  if (loaded) return work()
  const empty = new Module(path)
  empty.loaded = true
  require.cache[path] = empty
  try {
    return await work()
  } finally {
    delete require.cache[path]
  }
}

let loading: Promise<PdfJs> | undefined

/**
 * pdf.js for Node. Its legacy build replaces natives of the whole process (`Array.prototype.push`, `JSON.parse`),
 * so it is imported in processes for documents only, and only when the first PDF is opened.
 */
export const loadPdfJs = (): Promise<PdfJs> => {
  loading ??= (async () => {
    // pdf.js names these when it is imported; it calls them only to draw, which text extraction never does.
    for (const name of DRAWING_GLOBALS) if (!(name in globalThis)) defineGlobal(name, class {})
    return withoutCanvas(() => import('pdfjs-dist/legacy/build/pdf.mjs'))
  })()
  return loading
}

/** Loads the drawing library, and gives pdf.js what it needs of it to draw. */
export const provideDrawing = async (): Promise<Canvas> => {
  await loadPdfJs()
  const canvas = await import('@napi-rs/canvas')
  for (const name of DRAWING_GLOBALS) defineGlobal(name, canvas[name])
  return canvas
}

/** Standard fonts and character maps out of the package, so that nothing is asked of the network. */
export const PACKAGED_DATA = {
  standardFontDataUrl: join(packageFolder, 'standard_fonts') + sep,
  cMapUrl: join(packageFolder, 'cmaps') + sep,
  cMapPacked: true,
  wasmUrl: join(packageFolder, 'wasm') + sep,
} as const
