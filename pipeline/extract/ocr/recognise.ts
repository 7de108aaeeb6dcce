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

const dataFolder = (): string =>
  fileURLToPath(new URL('4.0.0_best_int', import.meta.resolve('@tesseract.js-data/eng/package.json')))

/** A picture as a binary PGM file, which Tesseract opens. */
const pgm = ({ width, height, pixels }: GreyPicture): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels])

/**
 * Starts Tesseract in a thread of tesseract.js. Core and language data come from node_modules; nothing is written to
 * disk or read from the network.
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
    read: async (picture) => {
      await worker.setParameters({
        tessedit_pageseg_mode: PSM.AUTO,
        user_defined_dpi: String(Math.round(picture.scale * POINTS_PER_INCH)),
      })
      const { data } = await worker.recognize(pgm(picture), {}, { text: false, blocks: true })
      return (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
    },
    close: async () => void (await worker.terminate()),
  }
}
