import { drawLine, makePdf } from '../extract/make-pdf.ts'
import { type HostileFile, hostile } from './hostile-file.ts'
import { pdfOfPages, shown, stream, value } from './raw-pdf.ts'

const WORDS = shown(['a few words', 'and a few more'])

/** The number of the first object behind a single page. */
const FIRST = 6

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

const references = (count: number): string =>
  numbers(count)
    .map((index) => `${FIRST + index} 0 R`)
    .join(' ')

const withFonts = (count: number): Buffer => {
  const fonts = numbers(count).map((index) => `/G${index} ${FIRST + index} 0 R`)
  const words = numbers(count).map((index) => `/G${index} 1 Tf (a) Tj`)
  return pdfOfPages([`BT 1 0 0 1 72 700 Tm ${words.join('\n')} ET`], {
    page: `/Resources << /Font << ${fonts.join(' ')} >> >>`,
    more: numbers(count).map((index) => value(`<< /Type /Font /Subtype /Type1 /BaseFont /Font${index} >>`)),
  })
}

/** Forms, each of which shows the next ten times over. */
const fanOfForms = (depth: number): Buffer =>
  pdfOfPages(['/X Do'], {
    page: '/Resources << /XObject << /X 6 0 R >> >>',
    more: numbers(depth).map((index) =>
      stream(
        index === depth - 1 ? 'BT /F1 1 Tf 72 700 Td (a) Tj ET' : '/X Do '.repeat(10),
        `/Type /XObject /Subtype /Form /BBox [0 0 999 999] /Resources << /Font << /F1 3 0 R >> /XObject << /X ${FIRST + 1 + index} 0 R >> >>`,
      ),
    ),
  })

/** Files of very many small things, and of things within themselves. */
export const CROWD_FILES: readonly HostileFile[] = [
  hostile('ten-thousand-fonts.pdf', 'not_a_profile', () => withFonts(10_000)),
  hostile('a-million-annotations.pdf', 'not_a_profile', () =>
    pdfOfPages([WORDS], {
      page: `/Annots [${`${FIRST} 0 R `.repeat(1_000_000)}]`,
      more: [value('<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] >>')],
    }),
  ),
  hostile('a-hundred-thousand-fields.pdf', 'not_a_profile', () =>
    pdfOfPages([WORDS], {
      catalogue: `/AcroForm << /Fields [${references(100_000)}] >>`,
      page: `/Annots [${references(100_000)}]`,
      more: numbers(100_000).map((index) =>
        value(`<< /Type /Annot /Subtype /Widget /FT /Tx /T (f${index}) /V (v) /Rect [0 0 9 9] >>`),
      ),
    }),
  ),
  hostile('three-hundred-thousand-clips.pdf', 'empty_document', () =>
    pdfOfPages([`${'0 0 9 9 re W n '.repeat(300_000)}${WORDS}`]),
  ),
  hostile('forms-that-fan-out.pdf', 'over_memory', () => fanOfForms(12)),
  hostile('layers-in-circles.pdf', 'not_a_profile', () =>
    pdfOfPages([`/OC /M BDC ${WORDS} EMC`], {
      catalogue: '/OCProperties << /OCGs [6 0 R] /D << /Order [7 0 R] >> >>',
      page: '/Resources << /Font << /F1 3 0 R >> /Properties << /M 6 0 R >> >>',
      more: [value('<< /Type /OCMD /OCGs 6 0 R /VE 7 0 R >>'), value('[/And 7 0 R 7 0 R]')],
    }),
  ),
  hostile('letters-made-of-themselves.pdf', 'not_a_profile', () =>
    pdfOfPages([WORDS], {
      font: value(
        '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 0 /LastChar 255 /Widths [1] /Encoding << /Differences [32 /a /a /a] >> /CharProcs << /a 6 0 R >> /Resources << /Font << /F1 3 0 R >> >> >>',
      ),
      more: [stream('BT /F1 1 Tf ( ) Tj ET')],
    }),
  ),
  hostile('map-of-four-billion-letters.pdf', 'not_a_profile', () =>
    pdfOfPages([WORDS], {
      font: value('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>'),
      more: [
        stream(
          `begincmap 1 begincodespacerange <00> <FFFFFFFF> endcodespacerange 100 beginbfrange ${'<00000000> <FFFFFFFF> <0041>\n'.repeat(100)}endbfrange endcmap`,
        ),
      ],
    }),
  ),
  hostile('map-that-uses-itself.pdf', 'not_a_profile', () =>
    pdfOfPages([WORDS], {
      font: value('<< /Type /Font /Subtype /Type0 /BaseFont /N /Encoding 6 0 R /DescendantFonts [7 0 R] >>'),
      more: [
        stream(
          'begincmap 1 begincodespacerange <00> <FF> endcodespacerange endcmap',
          '/Type /CMap /CMapName /X /UseCMap 6 0 R',
        ),
        value(
          '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /N /CIDSystemInfo << /Registry (A) /Ordering (B) /Supplement 0 >> >>',
        ),
      ],
    }),
  ),
  hostile('aes-256-without-a-password.pdf', 'not_a_profile', () =>
    makePdf((pdf) => drawLine(pdf, 'not hidden', 72, 700), {
      pdfVersion: '1.7ext3',
      ownerPassword: 'other',
    }),
  ),
  hostile('aes-256-asks-for-a-password.pdf', 'encrypted_pdf', () =>
    makePdf((pdf) => drawLine(pdf, 'hidden', 72, 700), {
      pdfVersion: '1.7ext3',
      userPassword: 'secret',
      ownerPassword: 'other',
    }),
  ),
]
