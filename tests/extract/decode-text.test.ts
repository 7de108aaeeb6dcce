import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { decodeText } from '../../pipeline/extract/decode-text.ts'

/** The bytes that Windows-1252 and GB 18030 give to the characters beyond ASCII that these tests use. */
const WINDOWS_1252 = {
  '“': '\x93',
  '”': '\x94',
  '’': '\x92',
  '–': '\x96',
  é: '\xe9',
  ç: '\xe7',
  ñ: '\xf1',
  '§': '\xa7',
  '\u00a0': '\xa0',
}
const GB_18030 = {
  '“': '\xa1\xb0',
  '”': '\xa1\xb1',
  '’': '\xa1\xaf',
  '—': '\xa1\xaa',
  '§': '\xa1\xec',
  '，': '\xa3\xac',
  '\u3000': '\xa1\xa1',
  é: '\xa8\xa6',
}

const encode = (text: string, table: Readonly<Record<string, string>>): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((character) => [...(table[character] ?? character)]),
    (character) => character.charCodeAt(0),
  )

describe('text of unstated encoding', () => {
  it('is UTF-8 with or without a byte order mark, which is taken off', () => {
    const text = 'Öresund’s “CERT” – §3'
    const bytes = new TextEncoder().encode(text)
    assert.equal(decodeText(bytes), text)
    assert.equal(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes)), text)
  })

  it('is UTF-8 wherever the bytes are valid UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replace(/^\ufeff+/, '')
        assert.equal(decodeText(new TextEncoder().encode(plain)), plain)
      }),
    )
  })

  const western = [
    'The port’s team',
    'a law “of the harbour” in force',
    'Café – open',
    'the façade',
    'the señor’s année',
    'under §§ 3 and 4',
    'the regulator’s\nteam',
    'five\u00a0officials',
    '“é” “ç” “ñ”',
  ]
  for (const text of western) {
    it(`is Windows-1252 in ${JSON.stringify(text)}`, () => {
      assert.equal(decodeText(encode(text, WINDOWS_1252)), text)
    })
  }

  const eastern = [
    'The port’s team',
    '“harbour law”',
    'ports—all of them',
    'ports，ferries',
    'a\u3000gap',
    '§4',
    'Le “café”',
  ]
  for (const text of eastern) {
    it(`is GB 18030 in ${JSON.stringify(text)}`, () => {
      assert.equal(decodeText(encode(text, GB_18030)), text)
    })
  }

  it('keeps a byte order mark out of text that is not UTF-8 after all', () => {
    assert.equal(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x63, 0x61, 0x66, 0xe9)), 'café')
  })

  it('is read to the end, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => assert.equal(typeof decodeText(bytes), 'string')))
  })
})
