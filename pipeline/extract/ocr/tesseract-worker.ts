import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { gunzipSync } from 'node:zlib'

/**
 * The script of the thread in which Tesseract runs; tesseract.js starts it in place of its own. Its own takes the
 * relaxed SIMD core where the processor has it, whose rounding is the processor's, so that one scan could read
 * differently on two machines; fixed-width SIMD rounds alike on all. And this one has no way to the network.
 */
const require = createRequire(import.meta.url)
const script = require('tesseract.js/src/worker-script/index.js')
const requireFromPackage = createRequire(require.resolve('tesseract.js'))

const refuse = (): Promise<never> => Promise.reject(new Error('OCR reads its language data from disk only'))

script.setAdapter({
  getCore: () => Promise.resolve(requireFromPackage('tesseract.js-core/tesseract-core-simd-lstm')),
  gunzip: gunzipSync,
  fetch: refuse,
  readCache: (path: string) => readFile(path),
  writeCache: () => Promise.resolve(),
  deleteCache: () => Promise.resolve(),
  checkCache: () => Promise.resolve(false),
})

parentPort?.on('message', (packet: unknown) => {
  script.dispatchHandlers(packet, (answer: unknown) => parentPort?.postMessage(answer))
})
