import { fileURLToPath } from 'node:url'
import { getDocument, Util, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A run of text as pdf.js reads it, in points from the left and bottom of the page as it is shown. */
export interface PdfjsRun {
  readonly text: string
  /** Counted from 1. */
  readonly page: number
  readonly x0: number
  readonly x1: number
  /** Height of the baseline. */
  readonly y: number
  readonly fontSize: number
}

const ASSETS = fileURLToPath(new URL('../../node_modules/pdfjs-dist', import.meta.url))

/**
 * Reads the text layer of a PDF with pdf.js. White space between words is text of its own.
 * @throws the error of pdf.js if it cannot read the file
 */
export const readPdfjsText = async (bytes: Uint8Array): Promise<readonly PdfjsRun[]> => {
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${ASSETS}/cmaps/`,
    standardFontDataUrl: `${ASSETS}/standard_fonts/`,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    const runs: PdfjsRun[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const viewport = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      for (const item of items) {
        if (!('str' in item) || item.str === '') continue
        const [a, b, , , x, top] = Util.transform(viewport.transform, item.transform).map(Number)
        if (a === undefined || b === undefined || x === undefined || top === undefined) continue
        runs.push({
          text: item.str,
          page: number,
          x0: x,
          x1: x + item.width,
          y: viewport.height - top,
          fontSize: Math.hypot(a, b),
        })
      }
      page.cleanup()
    }
    return runs
  } finally {
    await task.destroy()
  }
}
