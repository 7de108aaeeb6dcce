// Gives the text of all PDFs of a folder by pdf.js, and does nothing with it: `node bare-text.ts FOLDER`.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadPdfJs, PACKAGED_DATA } from '../../pipeline/extract/pdfjs.ts'

const folder = process.argv[2] ?? '.'
const pdfjs = await loadPdfJs()
for (const name of await readdir(folder)) {
  const data = new Uint8Array(await readFile(join(folder, name)))
  const task = pdfjs.getDocument({ data, ...PACKAGED_DATA, disableFontFace: true, useSystemFonts: false })
  const document = await task.promise
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    await page.getTextContent()
    page.cleanup()
  }
  await task.destroy()
}
