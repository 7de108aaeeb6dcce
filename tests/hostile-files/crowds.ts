import { drawLine, makePdf } from '../extract/make-pdf.ts'
import type { HostileFiles } from './hostile-file.ts'
import { pdfOfPages, stream, value, WORDS, wordsPdf } from './raw-pdf.ts'

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
export const CROWDED_FILES: HostileFiles = {
  not_a_profile: {
    'two-thousand-fonts.pdf': () => withFonts(2_000),
    'two-hundred-thousand-annotations.pdf': () =>
      wordsPdf({
        page: `/Annots [${`${FIRST} 0 R `.repeat(200_000)}]`,
        more: [value('<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] >>')],
      }),
    'two-thousand-fields.pdf': () =>
      wordsPdf({
        catalogue: `/AcroForm << /Fields [${references(2_000)}] >>`,
        page: `/Annots [${references(2_000)}]`,
        more: numbers(2_000).map((index) =>
          value(`<< /Type /Annot /Subtype /Widget /FT /Tx /T (f${index}) /V (v) /Rect [0 0 9 9] >>`),
        ),
      }),
    'aes-256-without-a-password.pdf': () =>
      makePdf((pdf) => drawLine(pdf, 'not hidden', 72, 700), {
        pdfVersion: '1.7ext3',
        ownerPassword: 'other',
      }),
  },
  empty_document: {
    'three-hundred-thousand-clips.pdf': () => pdfOfPages([`${'0 0 9 9 re W n '.repeat(300_000)}${WORDS}`]),
  },
  over_memory: {
    'forms-that-fan-out.pdf': () => fanOfForms(12),
  },
  encrypted_pdf: {
    'aes-256-asks-for-a-password.pdf': () =>
      makePdf((pdf) => drawLine(pdf, 'hidden', 72, 700), {
        pdfVersion: '1.7ext3',
        userPassword: 'secret',
        ownerPassword: 'other',
      }),
  },
}
