import type { HostileFiles } from './hostile-file.ts'
import { type PageOptions, pdfOfPages, shown, stream, value } from './raw-pdf.ts'

const LINES = Array.from({ length: 2 }, (_, index) => `words number ${index}`)
const WORDS = shown(LINES)

const HUGE = `1${'0'.repeat(300)}`

const cmap = (mappings: string): string =>
  `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange
${mappings}
endcmap CMapName currentdict /CMap defineresource pop end end`

const withToUnicode = (content: string, mappings: string): Buffer =>
  pdfOfPages([content], {
    font: value('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>'),
    more: [stream(cmap(mappings))],
  })

/** A composite font with an encoding, horizontal or vertical. */
const composite = (encoding: string, content: string, more = ''): Buffer =>
  pdfOfPages([content], {
    font: value(
      `<< /Type /Font /Subtype /Type0 /BaseFont /Nothing /Encoding /${encoding} /DescendantFonts [6 0 R] ${more} >>`,
    ),
    more: [
      value(
        '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Nothing /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 6 >> /FontDescriptor 7 0 R >>',
      ),
      value(
        '<< /Type /FontDescriptor /FontName /Nothing /Flags 4 /FontBBox [0 0 1 1] /ItalicAngle 0 /Ascent 1 /Descent 0 /CapHeight 1 /StemV 1 >>',
      ),
    ],
  })

const placed = (matrix: string): string =>
  LINES.map((line) => `BT /F1 10 Tf ${matrix} Tm (${line}) Tj ET`).join('\n')

const sized = (options: PageOptions): Buffer => pdfOfPages([WORDS], options)

/** Files whose text or geometry is wrong. */
export const PDF_TEXT_FILES: HostileFiles = {
  over_runs: {
    'thirty-one-thousand-runs.pdf': () => {
      const runs = Array.from(
        { length: 31_000 },
        (_, index) => `1 0 0 1 ${(index * 37) % 500} ${(index * 91) % 800} Tm (a) Tj`,
      )
      return pdfOfPages([`BT /F1 4 Tf ${runs.join('\n')} ET`])
    },
    'many-lines.txt': () => 'a\n'.repeat(200_000),
  },
  not_a_profile: {
    'enormous-coordinates.pdf': () => pdfOfPages([placed(`1 0 0 1 ${HUGE} -${HUGE}`)]),
    'page-of-no-size.pdf': () => sized({ mediaBox: '[0 0 0 0]' }),
    'page-turned-inside-out.pdf': () => sized({ mediaBox: '[595 842 0 0]' }),
    'page-of-enormous-size.pdf': () => sized({ mediaBox: `[-${HUGE} -${HUGE} ${HUGE} ${HUGE}]` }),
    'page-box-of-words.pdf': () => sized({ mediaBox: '[(a) /b null true]' }),
    'page-turned-by-45-degrees.pdf': () => sized({ page: '/Rotate 45' }),
    'no-tounicode.pdf': () => composite('Identity-H', WORDS),
    'tounicode-that-lies.pdf': () => withToUnicode(WORDS, '1 beginbfrange <20> <7E> <0058> endbfrange'),
    'tounicode-of-nuls.pdf': () => withToUnicode(WORDS, '1 beginbfchar <6F> <0000> endbfchar'),
    'tounicode-of-half-characters.pdf': () =>
      withToUnicode(WORDS, '2 beginbfchar <6F> <D800> <73> <DFFF> endbfchar'),
    'tounicode-of-long-words.pdf': () =>
      withToUnicode(WORDS, `1 beginbfchar <6F> <${'0041'.repeat(5_000)}> endbfchar`),
    'tounicode-of-a-billion-characters.pdf': () =>
      withToUnicode(WORDS, '1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange'),
    'right-to-left.pdf': () => withToUnicode(WORDS, '1 beginbfrange <61> <7A> <05D0> endbfrange'),
    'turned-by-bidi-marks.pdf': () => withToUnicode(WORDS, '2 beginbfchar <77> <202E> <6F> <2066> endbfchar'),
    'vertical.pdf': () => composite('Identity-V', WORDS),
    'in-a-character-map-of-the-package.pdf': () => composite('UniJIS-UTF16-V', WORDS),
    'font-that-is-none.pdf': () => pdfOfPages([WORDS], { font: value('null') }),
    'font-program-of-noise.pdf': () =>
      pdfOfPages([WORDS], {
        font: value('<< /Type /Font /Subtype /TrueType /BaseFont /Noise /FontDescriptor 6 0 R >>'),
        more: [
          value(
            '<< /Type /FontDescriptor /FontName /Noise /Flags 4 /FontBBox [0 0 1 1] /ItalicAngle 0 /Ascent 1 /Descent 0 /StemV 1 /FontFile2 7 0 R >>',
          ),
          stream(Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * index * 31) % 256))),
        ],
      }),
    'nul-late.txt': () => `${'words and words\n'.repeat(100)}\0\0\0`,
    'half-characters.txt': () =>
      Buffer.concat([Buffer.from('words '), Buffer.from([0xed, 0xa0, 0x80, 0xed, 0xbf, 0xbf, 0xff])]),
    'many-hyphens.txt': () => `${'-'.repeat(100)}\n`.repeat(2_500),
    'many-spaces.txt': () => `words${' '.repeat(1_000_000)}words`,
    'many-tabs.txt': () => `${'\t'.repeat(100_000)}words`,
  },
  empty_document: {
    'enormous-letters.pdf': () => pdfOfPages([placed(`1e9 0 0 1e9 0 0`)]),
    'coordinates-that-are-no-numbers.pdf': () => pdfOfPages([placed('1 0 0 1 NaN Infinity')]),
    'letters-of-no-size.pdf': () => pdfOfPages([placed('0 0 0 0 72 72')]),
    'operators-of-noise.pdf': () =>
      pdfOfPages([
        Buffer.from(Array.from({ length: 50_000 }, (_, index) => (index * index * 31) % 256)).toString(
          'latin1',
        ),
      ]),
  },
  unsupported_file: {
    'nul.txt': () => 'words\0and more',
  },
  over_pages: {
    'many-page-breaks.txt': () => 'a\f'.repeat(100_000),
  },
}
