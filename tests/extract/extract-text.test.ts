import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it, test } from 'vitest'
import { decodeText, extractText } from '../../pipeline/extract/extract-text.ts'
import { GRID_EM, type Page } from '../../pipeline/extract/page.ts'
import { readCases } from '../case-file.ts'

const readPages = (text: string): readonly Page[] => extractText(new TextEncoder().encode(text)).pages

const listTexts = (pages: readonly Page[]): string[][] => pages.map(({ runs }) => runs.map((run) => run.text))

const FIRST_RULE = '----------------------- Page 1-----------------------'

describe('a text file', () => {
  it('gives each line as a run on a character grid, indentation as its place', () => {
    const { derivation, producer, pages } = extractText(
      new TextEncoder().encode('Harbour\n\n   rules  here  \n'),
    )
    const style = { size: GRID_EM, font: null, bold: false }
    assert.deepEqual(
      { derivation, producer, pages },
      {
        derivation: 'text',
        producer: null,
        pages: [
          {
            ...{ number: 1, unit: 'cell', derivation: 'text', width: 14, height: 3 * GRID_EM },
            runs: [
              { text: 'Harbour', x: 0, y: -0, width: 7, ...style },
              { text: 'rules  here', x: 3, y: -2 * GRID_EM, width: 11, ...style },
            ],
          },
        ],
      },
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

  test.each<readonly [name: string, text: string, pages: readonly (readonly string[])[]]>([
    [
      'begins a page at each form feed, also in a line',
      'one\n\ftwo\nthree\f four\n',
      [['one'], ['two', 'three'], ['four']],
    ],
    [
      'begins a page at each rule with a page number, which stays on the page that it opens',
      `${FIRST_RULE}\none\n  ----- Page 2-----\ntwo\n----- page 3 -----`,
      [[FIRST_RULE, 'one'], ['----- Page 2-----', 'two'], ['----- page 3 -----']],
    ],
    [
      'begins no page at a rule without a number, or at one within a line',
      'one\n-----------\ntwo ----- Page 2-----\nthree',
      [['one', '-----------', 'two ----- Page 2-----', 'three']],
    ],
    ['takes no-break spaces for spaces', '\u00a0 one\u00a0two\u202fthree\u00a0', [['one two three']]],
    ['without any words has no page', ' \n\t\n\f\r\n', []],
    ...['\n', '\r\n', '\r\r\n', '\r'].map(
      (end) => [`has lines that end in ${JSON.stringify(end)}`, `one${end}two`, [['one', 'two']]] as const,
    ),
  ])('%s', (_, text, pages) => {
    assert.deepEqual(listTexts(readPages(text)), pages)
  })

  test.each([
    ['counts its pages from 1, blank ends left out', '\f one \f two \f \n', [1, 2]],
    ['counts a blank page that is between others', 'one\f\n\ftwo', [1, 3]],
  ])('%s', (_, text, numbers) => {
    assert.deepEqual(
      readPages(text).map(({ number }) => number),
      numbers,
    )
  })

  it('loses and adds no visible character', () => {
    const visible = (text: string): string => text.replace(/\s/gu, '')
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b-', ' ', '\t', '\n', '\r\n', '\f', '\n----- Page 2-----\n')),
        (parts) => {
          const text = parts.join('')
          assert.equal(visible(listTexts(readPages(text)).flat().join('')), visible(text))
        },
      ),
    )
  })
})

/** The bytes that an encoding gives to the characters beyond ASCII that these tests use. */
const TABLES = {
  'Windows-1252': {
    '“': '\x93',
    '”': '\x94',
    '’': '\x92',
    '–': '\x96',
    é: '\xe9',
    ç: '\xe7',
    ñ: '\xf1',
    '§': '\xa7',
    '\u00a0': '\xa0',
  },
  'GB 18030': {
    '“': '\xa1\xb0',
    '”': '\xa1\xb1',
    '’': '\xa1\xaf',
    '—': '\xa1\xaa',
    '§': '\xa1\xec',
    '，': '\xa3\xac',
    '\u3000': '\xa1\xa1',
    é: '\xa8\xa6',
  },
} as const

const encode = (text: string, table: Readonly<Record<string, string>>): Uint8Array =>
  Buffer.from(Array.from(text, (character) => table[character] ?? character).join(''), 'latin1')

describe('text of unstated encoding', () => {
  it('is UTF-8 wherever the bytes are valid UTF-8, with or without a byte order mark, which is taken off', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replace(/^\ufeff+/, '')
        const bytes = new TextEncoder().encode(plain)
        assert.equal(decodeText(bytes), plain)
        assert.equal(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes)), plain)
      }),
    )
  })

  for (const encoding of ['Windows-1252', 'GB 18030'] as const) {
    test.each(readCases(import.meta.url, encoding))(`is ${encoding} in %j`, (text) => {
      assert.equal(decodeText(encode(text, TABLES[encoding])), text)
    })
  }

  it('keeps a byte order mark out of text that is not UTF-8 after all', () => {
    assert.equal(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x63, 0x61, 0x66, 0xe9)), 'café')
  })

  it('is read to the end, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => assert.equal(typeof decodeText(bytes), 'string')))
  })

  const text = 'CYBERWELLNESS PROFILE\nCôte of Wistrel'

  it('is UTF-16 of either byte order, marked or not', () => {
    for (const marked of [`\ufeff${text}`, text]) {
      const bytes = Buffer.from(marked, 'utf16le')
      assert.deepEqual(listTexts(extractText(bytes).pages), [text.split('\n')])
      assert.deepEqual(listTexts(extractText(Buffer.from(bytes).swap16()).pages), [text.split('\n')])
    }
  })

  it('is decoded once more where it was encoded twice, and says so', () => {
    const { pages } = extractText(Buffer.from(Buffer.from(text, 'utf8').toString('latin1'), 'utf8'))
    assert.deepEqual(listTexts(pages), [text.split('\n')])
    assert.deepEqual(pages[0]?.remarks, [{ code: 'encoded_twice', value: 'Ã´ for ô' }])
    assert.equal(readPages(text)[0]?.remarks, undefined)
  })

  it('has letters for known ligatures, and says which words cannot be read', () => {
    const bytes = Buffer.from('InformaƟon na\ufffdonal o\ufffdce\n\fTherе is cloud', 'utf8')
    const { pages } = extractText(bytes)
    assert.deepEqual(listTexts(pages), [['Information national office'], ['Therе is cloud']])
    assert.deepEqual(
      pages.map(({ remarks }) => remarks),
      [undefined, [{ code: 'damaged_text', value: '1 of 3 words, such as Therе' }]],
    )
  })
})
