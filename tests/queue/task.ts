import { createHash } from 'node:crypto'
import type { StoreTask } from '../../pipeline/build/index.ts'

/** A task to read a text. */
export const taskOf = (name: string, text: string): StoreTask => {
  const bytes = Buffer.from(text)
  return {
    source: {
      name,
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType: 'text/plain',
      sourceUrl: null,
      mirrorUrl: null,
      retrieved: null,
      captured: null,
    },
    options: { ocr: 'off' },
    corrections: [],
    stored: { pagesPath: '', rowsPath: '' },
  }
}
