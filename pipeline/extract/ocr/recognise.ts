import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Block } from 'tesseract.js'
import { type GreyPicture, POINTS_PER_INCH } from '../pdfium/index.ts'
import type { RecognisedLine } from './recognised-runs.ts'

/** Reads pictures, one after the other. */
export interface Recogniser {
  /**
   * The lines of a picture that holds a page in its own layout, or one line of text. They come in Tesseract's
   * reading order, with positions in pixels from the top left.
   */
  readonly read: (picture: GreyPicture, holds: 'page' | 'line') => Promise<readonly RecognisedLine[]>
  /** Ends the thread of the recogniser. */
  readonly close: () => Promise<void>
}

const require = createRequire(import.meta.url)

const dataFolder = (): string =>
  join(dirname(require.resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int')

/** A picture as a binary PGM file, the plainest of those that Tesseract opens. */
const pgm = ({ width, height, pixels }: GreyPicture): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels])

const linesOf = (blocks: readonly Block[]): RecognisedLine[] =>
  blocks.flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))

/**
 * Starts Tesseract in a thread of its own, which tesseract.js always does. Core and language data come out of
 * node_modules, and nothing is kept on disk or asked of the network.
 */
export const startRecogniser = async (): Promise<Recogniser> => {
  const { createWorker, OEM, PSM } = await import('tesseract.js')
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    workerPath: fileURLToPath(new URL('./tesseract-worker.ts', import.meta.url)),
    langPath: dataFolder(),
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => {}, // a failure also rejects the promise of the call
  })
  return {
    read: async (picture, holds) => {
      await worker.setParameters({
        tessedit_pageseg_mode: holds === 'page' ? PSM.AUTO : PSM.SINGLE_LINE,
        user_defined_dpi: String(Math.round(picture.scale * POINTS_PER_INCH)),
      })
      const { data } = await worker.recognize(pgm(picture), {}, { text: false, blocks: true })
      return linesOf(data.blocks ?? [])
    },
    close: async () => {
      await worker.terminate()
    },
  }
}
