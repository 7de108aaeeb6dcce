import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type GreyPicture, POINTS_PER_INCH } from '../pdfium/index.ts'
import type { RecognisedLine } from './recognised-runs.ts'

/** Reads pictures, one after the other. */
export interface Recogniser {
  /** The lines of a page in Tesseract's reading order, with positions in pixels from the top left. */
  readonly read: (picture: GreyPicture) => Promise<readonly RecognisedLine[]>
  /** Ends the thread of the recogniser. */
  readonly close: () => Promise<void>
}

const require = createRequire(import.meta.url)

/** A picture as a binary PGM file, the plainest of those that Tesseract opens. */
const encodePgm = ({ width, height, pixels }: GreyPicture): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels])

/**
 * Starts Tesseract in a thread of its own, which tesseract.js always does. Core and language data come out of
 * node_modules, and nothing is kept on disk or asked of the network.
 */
export const startRecogniser = async (): Promise<Recogniser> => {
  const { createWorker, OEM, PSM } = await import('tesseract.js')
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    workerPath: fileURLToPath(new URL('./tesseract-worker.ts', import.meta.url)),
    langPath: join(dirname(require.resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => {}, // a failure also rejects the promise of the call
  })
  return {
    read: async (picture) => {
      await worker.setParameters({
        tessedit_pageseg_mode: PSM.AUTO,
        user_defined_dpi: String(Math.round(picture.scale * POINTS_PER_INCH)),
      })
      const { data } = await worker.recognize(encodePgm(picture), {}, { text: false, blocks: true })
      return (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))
    },
    close: async () => {
      await worker.terminate()
    },
  }
}
