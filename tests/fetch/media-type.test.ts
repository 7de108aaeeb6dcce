import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { sniffMediaType } from '../../pipeline/fetch/media-type.ts'

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
    for (const [start, looksLike] of [
      ['PK\u0003\u0004\u0014\0', 'a ZIP archive or an Office document'],
      ['\u00ff\u00d8\u00ff\u00e0', 'a JPEG picture'],
      ['\u0089PNG\r\n\u001a\n', 'a PNG picture'],
      ['GIF89a', 'a GIF picture'],
      ['\u001f\u008b\u0008', 'a gzip archive'],
      ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1', 'an old Office document'],
      ['{\\rtf1\\ansi', 'an RTF document'],
      ['<!DOCTYPE html><title>Not found</title>', 'an HTML page'],
      ['\n  <HTML lang="en">', 'an HTML page'],
      ['<?xml version="1.0"?><html/>', 'an HTML page'],
      ['\u00ef\u00bb\u00bf<!doctype html>', 'an HTML page'],
      ['words with a zero byte \0 among them', 'binary data'],
      ['\u0003k\u0011q~\u0002zR\u0016', 'binary data'],
    ] as const) {
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
