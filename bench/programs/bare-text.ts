// Gives the text of all PDFs of a folder by pdf.js, and does nothing with it: `node bare-text.ts FOLDER`.
import { readdir, readFile } from 'node:fs/promises'
import { createRequire, Module } from 'node:module'
import { dirname, join, sep } from 'node:path'

const require = createRequire(import.meta.url)
const packageFile = require.resolve('pdfjs-dist/package.json')
const packageFolder = dirname(packageFile)
const packagedData = {
  standardFontDataUrl: join(packageFolder, 'standard_fonts') + sep,
  cMapUrl: join(packageFolder, 'cmaps') + sep,
  cMapPacked: true,
  wasmUrl: join(packageFolder, 'wasm') + sep,
}

// pdf.js loads 33 MB of drawing library where it finds one, and names these, but draws nothing here.
const canvas = createRequire(packageFile).resolve('@napi-rs/canvas')
const empty = new Module(canvas)
empty.loaded = true
require.cache[canvas] = empty
for (const name of ['DOMMatrix', 'ImageData', 'Path2D'])
  Object.defineProperty(globalThis, name, { value: class {} })

const folder = process.argv[2] ?? '.'
const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
for (const name of await readdir(folder)) {
  const data = new Uint8Array(await readFile(join(folder, name)))
  const task = pdfjs.getDocument({ data, ...packagedData, disableFontFace: true, useSystemFonts: false })
  const document = await task.promise
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    await page.getTextContent()
    page.cleanup()
  }
  await task.destroy()
}
