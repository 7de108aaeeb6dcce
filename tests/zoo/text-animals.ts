import { type Animal, animal } from './animal.ts'
import { type PageOptions, pdfOfPages, shown, stream, value } from './raw-pdf.ts'

const LINES = Array.from({ length: 20 }, (_, index) => `words number ${index}`)
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

/** A composite font of so many bytes a character, horizontal or vertical. */
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
export const TEXT_ANIMALS: readonly Animal[] = [
  animal('a-million-runs.pdf', 'over_runs', () => {
    const runs = Array.from(
      { length: 1_000_000 },
      (_, index) => `1 0 0 1 ${(index * 37) % 500} ${(index * 91) % 800} Tm (a) Tj`,
    )
    return pdfOfPages([`BT /F1 4 Tf ${runs.join('\n')} ET`])
  }),
  animal('enormous-coordinates.pdf', 'not_a_profile', () => pdfOfPages([placed(`1 0 0 1 ${HUGE} -${HUGE}`)])),
  animal('enormous-letters.pdf', 'empty_document', () => pdfOfPages([placed(`1e9 0 0 1e9 0 0`)])),
  animal('coordinates-that-are-no-numbers.pdf', 'empty_document', () =>
    pdfOfPages([placed('1 0 0 1 NaN Infinity')]),
  ),
  animal('letters-of-no-size.pdf', 'empty_document', () => pdfOfPages([placed('0 0 0 0 72 72')])),
  animal('page-of-no-size.pdf', 'not_a_profile', () => sized({ mediaBox: '[0 0 0 0]' })),
  animal('page-turned-inside-out.pdf', 'not_a_profile', () => sized({ mediaBox: '[595 842 0 0]' })),
  animal('page-of-enormous-size.pdf', 'not_a_profile', () =>
    sized({ mediaBox: `[-${HUGE} -${HUGE} ${HUGE} ${HUGE}]` }),
  ),
  animal('page-box-of-words.pdf', 'not_a_profile', () => sized({ mediaBox: '[(a) /b null true]' })),
  animal('page-turned-by-45-degrees.pdf', 'not_a_profile', () => sized({ page: '/Rotate 45' })),
  animal('no-tounicode.pdf', 'not_a_profile', () => composite('Identity-H', WORDS)),
  animal('tounicode-that-lies.pdf', 'not_a_profile', () =>
    withToUnicode(WORDS, '1 beginbfrange <20> <7E> <0058> endbfrange'),
  ),
  animal('tounicode-of-nuls.pdf', 'not_a_profile', () =>
    withToUnicode(WORDS, '1 beginbfchar <6F> <0000> endbfchar'),
  ),
  animal('tounicode-of-half-characters.pdf', 'not_a_profile', () =>
    withToUnicode(WORDS, '2 beginbfchar <6F> <D800> <73> <DFFF> endbfchar'),
  ),
  animal('tounicode-of-long-words.pdf', 'not_a_profile', () =>
    withToUnicode(WORDS, `1 beginbfchar <6F> <${'0041'.repeat(5_000)}> endbfchar`),
  ),
  animal('tounicode-of-a-billion-characters.pdf', 'not_a_profile', () =>
    withToUnicode(WORDS, '1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange'),
  ),
  animal('right-to-left.pdf', 'not_a_profile', () =>
    withToUnicode(WORDS, '1 beginbfrange <61> <7A> <05D0> endbfrange'),
  ),
  animal('turned-by-bidi-marks.pdf', 'not_a_profile', () =>
    withToUnicode(WORDS, '2 beginbfchar <77> <202E> <6F> <2066> endbfchar'),
  ),
  animal('vertical.pdf', 'not_a_profile', () => composite('Identity-V', WORDS)),
  animal('in-a-character-map-of-the-package.pdf', 'not_a_profile', () => composite('UniJIS-UTF16-V', WORDS)),
  animal('font-that-is-none.pdf', 'not_a_profile', () => pdfOfPages([WORDS], { font: value('null') })),
  animal('font-program-of-noise.pdf', 'not_a_profile', () =>
    pdfOfPages([WORDS], {
      font: value('<< /Type /Font /Subtype /TrueType /BaseFont /Noise /FontDescriptor 6 0 R >>'),
      more: [
        value(
          '<< /Type /FontDescriptor /FontName /Noise /Flags 4 /FontBBox [0 0 1 1] /ItalicAngle 0 /Ascent 1 /Descent 0 /StemV 1 /FontFile2 7 0 R >>',
        ),
        stream(Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * index * 31) % 256))),
      ],
    }),
  ),
  animal('operators-of-noise.pdf', 'empty_document', () =>
    pdfOfPages([
      Buffer.from(Array.from({ length: 50_000 }, (_, index) => (index * index * 31) % 256)).toString(
        'latin1',
      ),
    ]),
  ),
  animal('nul.txt', 'unsupported_file', () => 'words\0and more'),
  animal('nul-late.txt', 'not_a_profile', () => `${'words and words\n'.repeat(100)}\0\0\0`),
  animal('half-characters.txt', 'not_a_profile', () =>
    Buffer.concat([Buffer.from('words '), Buffer.from([0xed, 0xa0, 0x80, 0xed, 0xbf, 0xbf, 0xff])]),
  ),
  animal('one-long-line.txt', 'not_a_profile', () => 'words and '.repeat(500_000)),
  animal('one-long-word.txt', 'not_a_profile', () => 'w'.repeat(2_000_000)),
  animal('many-page-breaks.txt', 'over_pages', () => 'a\f'.repeat(100_000)),
  animal('many-lines.txt', 'over_runs', () => 'a\n'.repeat(200_000)),
  animal('many-headings.txt', 'not_a_profile', () => '1.1.1 CRIMINAL LEGISLATION\n'.repeat(2_000)),
  animal('many-titles.txt', 'not_a_profile', () =>
    'CYBERWELLNESS PROFILE\nIXOLUND\nBACKGROUND\n'.repeat(1_000),
  ),
  animal('many-hyphens.txt', 'not_a_profile', () => `${'-'.repeat(100)}\n`.repeat(10_000)),
  animal('many-spaces.txt', 'not_a_profile', () => `words${' '.repeat(3_000_000)}words`),
  animal('many-tabs.txt', 'not_a_profile', () => `${'\t'.repeat(300_000)}words`),
]
