import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { sniffMediaType } from '../../pipeline/fetch/media-type.ts'
import { readTexts } from '../read-cases.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

const HEADER = '%PDF-1.4\n'

describe('the media type of bytes', () => {
  it('is PDF if the header is at the start, or after junk within the first kilobyte, not later', () => {
    for (const [before, mediaType] of [
      ['', 'application/pdf'],
      ['\0'.repeat(1000), 'application/pdf'],
      ['x'.repeat(1024), 'text/plain'],
    ] as const) {
      assert.deepEqual(sniffMediaType(bytes(`${before}${HEADER}`)), { mediaType })
    }
  })

  it('is missing for other files, which are described', () => {
    for (const [start, looksLike] of readTexts('fetch/beginnings.yaml')) {
      assert.deepEqual(sniffMediaType(bytes(start)), { mediaType: null, looksLike })
    }
  })

  it('is text for UTF-16 and encodings of one or more bytes a letter, and for words about signatures', () => {
    for (const text of [
      Buffer.from('\ufeffPort Act', 'utf16le'),
      Buffer.from('Port Act', 'utf16le').swap16(),
      bytes('caf\u00e9 \u0093CERT\u0094'),
      bytes('\u00ef\u00bb\u00bfcaf\u00c3\u00a9'),
      bytes('Files that begin with GIF8 or <html> are pages.'),
    ]) {
      assert.deepEqual(sniffMediaType(text), { mediaType: 'text/plain' })
    }
  })
})
