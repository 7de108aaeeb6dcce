import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { decodeText, extractText } from '../../pipeline/extract/extract-text.ts'
import { GRID_EM, type Page } from '../../pipeline/extract/page.ts'

const readPages = (text: string): readonly Page[] => extractText(new TextEncoder().encode(text)).pages

const readTexts = (text: string): string[][] => readPages(text).map(({ runs }) => runs.map((run) => run.text))

describe('a text file', () => {
  it('gives each line as a run on a character grid, indentation as its place', () => {
    const [page] = readPages('Harbour\n\n   rules  here  \n')
    assert.ok(page)
    assert.equal(page.unit, 'cell')
    assert.equal(page.width, 14)
    assert.deepEqual(
      page.runs.map(({ text, x, width }) => ({ text, x, width })),
      [
        { text: 'Harbour', x: 0, width: 7 },
        { text: 'rules  here', x: 3, width: 11 },
      ],
    )
    assert.equal((page.runs[0]?.y ?? 0) - (page.runs[1]?.y ?? 0), 2 * GRID_EM)
    assert.ok(page.runs.every((run) => run.size === GRID_EM && run.font === null && !run.bold))
  })

  it('says that it is text, and of no producer', () => {
    const { derivation, producer } = extractText(new TextEncoder().encode('x'))
    assert.deepEqual([derivation, producer], ['text', null])
  })

  it('has the same lines whether they end in LF, CR LF, CR CR LF or CR', () => {
    for (const end of ['\n', '\r\n', '\r\r\n', '\r']) {
      const [page] = readPages(['one', 'two', '', 'three'].join(end))
      assert.deepEqual(
        page?.runs.map(({ text, y }) => [text, Math.round(-y / GRID_EM)]),
        [
          ['one', 0],
          ['two', 1],
          ['three', 3],
        ],
      )
    }
  })

  it('begins a page at each form feed, also in the middle of a line', () => {
    assert.deepEqual(readTexts('one\n\ftwo\nthree\f four\n'), [['one'], ['two', 'three'], ['four']])
  })

  it('begins a page at each rule with a page number, which stays on the page that it opens', () => {
    const first = '----------------------- Page 1-----------------------'
    assert.deepEqual(readTexts(`${first}\none\n  ----- Page 2-----\ntwo\n----- page 3 -----`), [
      [first, 'one'],
      ['----- Page 2-----', 'two'],
      ['----- page 3 -----'],
    ])
  })

  it('begins no page at a rule without a number, or at one within a line', () => {
    assert.equal(readPages('one\n-----------\ntwo ----- Page 2-----\nthree').length, 1)
  })

  it('counts its pages from 1, blank ends left out', () => {
    assert.deepEqual(
      readPages('\f one \f two \f \n').map(({ number }) => number),
      [1, 2],
    )
  })

  it('counts a blank page that is between others', () => {
    assert.deepEqual(
      readPages('one\f\n\ftwo').map(({ number }) => number),
      [1, 3],
    )
  })

  it('sets tabs to the next multiple of eight cells', () => {
    const [page] = readPages('\tone\nab\ttwo\n12345678\tthree')
    assert.deepEqual(
      page?.runs.map(({ text, x }) => [text, x]),
      [
        ['one', 8],
        ['ab      two', 0],
        ['12345678        three', 0],
      ],
    )
  })

  it('takes no-break spaces for spaces', () => {
    assert.deepEqual(readTexts('\u00a0 one\u00a0two\u202fthree\u00a0'), [['one two three']])
  })

  it('without any words has no page', () => {
    assert.deepEqual(readPages(' \n\t\n\f\r\n'), [])
  })

  it('loses and adds no visible character', () => {
    const visible = (text: string): string => text.replace(/\s/gu, '')
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b-', ' ', '\t', '\n', '\r\n', '\f', '\n----- Page 2-----\n')),
        (parts) => {
          const text = parts.join('')
          assert.equal(visible(readTexts(text).flat().join('')), visible(text))
        },
      ),
    )
  })
})

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

describe('text in an unusual encoding', () => {
  const text = 'CYBERWELLNESS PROFILE\nCôte of Wistrel'
  const read = (bytes: Uint8Array) =>
    extractText(bytes).pages.flatMap(({ runs }) => runs.map((run) => run.text))

  it('is read as UTF-16 of either byte order, marked or not', () => {
    for (const marked of [`\ufeff${text}`, text]) {
      const bytes = Buffer.from(marked, 'utf16le')
      assert.deepEqual(read(bytes), text.split('\n'))
      assert.deepEqual(read(Buffer.from(bytes).swap16()), text.split('\n'))
    }
  })

  it('is decoded once more where it was encoded twice, and says so', () => {
    const twice = Buffer.from(Buffer.from(text, 'utf8').toString('latin1'), 'utf8')
    assert.deepEqual(read(twice), text.split('\n'))
    assert.deepEqual(extractText(twice).pages[0]?.remarks, [{ code: 'encoded_twice', value: 'Ã´ for ô' }])
    assert.equal(extractText(Buffer.from(text, 'utf8')).pages[0]?.remarks, undefined)
  })

  it('has letters for known ligatures, and says which words cannot be read', () => {
    const bytes = Buffer.from('InformaƟon na\ufffdonal o\ufffdce\n\fTherе is cloud', 'utf8')
    assert.deepEqual(read(bytes), ['Information national office', 'Therе is cloud'])
    assert.deepEqual(
      extractText(bytes).pages.map(({ remarks }) => remarks),
      [undefined, [{ code: 'damaged_text', value: '1 of 3 words, such as Therе' }]],
    )
  })
})
