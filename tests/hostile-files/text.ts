import { type HostileFile, hostile } from './hostile-file.ts'
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
export const TEXT_FILES: readonly HostileFile[] = [
  hostile('a-million-runs.pdf', 'over_runs', () => {
    const runs = Array.from(
      { length: 1_000_000 },
      (_, index) => `1 0 0 1 ${(index * 37) % 500} ${(index * 91) % 800} Tm (a) Tj`,
    )
    return pdfOfPages([`BT /F1 4 Tf ${runs.join('\n')} ET`])
  }),
  hostile('enormous-coordinates.pdf', 'not_a_profile', () => pdfOfPages([placed(`1 0 0 1 ${HUGE} -${HUGE}`)])),
  hostile('enormous-letters.pdf', 'empty_document', () => pdfOfPages([placed(`1e9 0 0 1e9 0 0`)])),
  hostile('coordinates-that-are-no-numbers.pdf', 'empty_document', () =>
    pdfOfPages([placed('1 0 0 1 NaN Infinity')]),
  ),
  hostile('letters-of-no-size.pdf', 'empty_document', () => pdfOfPages([placed('0 0 0 0 72 72')])),
  hostile('page-of-no-size.pdf', 'not_a_profile', () => sized({ mediaBox: '[0 0 0 0]' })),
  hostile('page-turned-inside-out.pdf', 'not_a_profile', () => sized({ mediaBox: '[595 842 0 0]' })),
  hostile('page-of-enormous-size.pdf', 'not_a_profile', () =>
    sized({ mediaBox: `[-${HUGE} -${HUGE} ${HUGE} ${HUGE}]` }),
  ),
  hostile('page-box-of-words.pdf', 'not_a_profile', () => sized({ mediaBox: '[(a) /b null true]' })),
  hostile('page-turned-by-45-degrees.pdf', 'not_a_profile', () => sized({ page: '/Rotate 45' })),
  hostile('no-tounicode.pdf', 'not_a_profile', () => composite('Identity-H', WORDS)),
  hostile('tounicode-that-lies.pdf', 'not_a_profile', () =>
    withToUnicode(WORDS, '1 beginbfrange <20> <7E> <0058> endbfrange'),
  ),
  hostile('tounicode-of-nuls.pdf', 'not_a_profile', () =>
    withToUnicode(WORDS, '1 beginbfchar <6F> <0000> endbfchar'),
  ),
  hostile('tounicode-of-half-characters.pdf', 'not_a_profile', () =>
    withToUnicode(WORDS, '2 beginbfchar <6F> <D800> <73> <DFFF> endbfchar'),
  ),
  hostile('tounicode-of-long-words.pdf', 'not_a_profile', () =>
    withToUnicode(WORDS, `1 beginbfchar <6F> <${'0041'.repeat(5_000)}> endbfchar`),
  ),
  hostile('tounicode-of-a-billion-characters.pdf', 'not_a_profile', () =>
    withToUnicode(WORDS, '1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange'),
  ),
  hostile('right-to-left.pdf', 'not_a_profile', () =>
    withToUnicode(WORDS, '1 beginbfrange <61> <7A> <05D0> endbfrange'),
  ),
  hostile('turned-by-bidi-marks.pdf', 'not_a_profile', () =>
    withToUnicode(WORDS, '2 beginbfchar <77> <202E> <6F> <2066> endbfchar'),
  ),
  hostile('vertical.pdf', 'not_a_profile', () => composite('Identity-V', WORDS)),
  hostile('in-a-character-map-of-the-package.pdf', 'not_a_profile', () => composite('UniJIS-UTF16-V', WORDS)),
  hostile('font-that-is-none.pdf', 'not_a_profile', () => pdfOfPages([WORDS], { font: value('null') })),
  hostile('font-program-of-noise.pdf', 'not_a_profile', () =>
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
  hostile('operators-of-noise.pdf', 'empty_document', () =>
    pdfOfPages([
      Buffer.from(Array.from({ length: 50_000 }, (_, index) => (index * index * 31) % 256)).toString(
        'latin1',
      ),
    ]),
  ),
  hostile('nul.txt', 'unsupported_file', () => 'words\0and more'),
  hostile('nul-late.txt', 'not_a_profile', () => `${'words and words\n'.repeat(100)}\0\0\0`),
  hostile('half-characters.txt', 'not_a_profile', () =>
    Buffer.concat([Buffer.from('words '), Buffer.from([0xed, 0xa0, 0x80, 0xed, 0xbf, 0xbf, 0xff])]),
  ),
  hostile('one-long-line.txt', 'not_a_profile', () => 'words and '.repeat(500_000)),
  hostile('one-long-word.txt', 'not_a_profile', () => 'w'.repeat(2_000_000)),
  hostile('many-page-breaks.txt', 'over_pages', () => 'a\f'.repeat(100_000)),
  hostile('many-lines.txt', 'over_runs', () => 'a\n'.repeat(200_000)),
  hostile('many-headings.txt', 'not_a_profile', () => '1.1.1 CRIMINAL LEGISLATION\n'.repeat(2_000)),
  hostile('many-titles.txt', 'not_a_profile', () =>
    'CYBERWELLNESS PROFILE\nIXOLUND\nBACKGROUND\n'.repeat(1_000),
  ),
  hostile('many-hyphens.txt', 'not_a_profile', () => `${'-'.repeat(100)}\n`.repeat(10_000)),
  hostile('many-spaces.txt', 'not_a_profile', () => `words${' '.repeat(3_000_000)}words`),
  hostile('many-tabs.txt', 'not_a_profile', () => `${'\t'.repeat(300_000)}words`),
]
