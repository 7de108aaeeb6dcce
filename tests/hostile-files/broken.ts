import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { drawLine, makePdf } from '../extract/make-pdf.ts'
import { type HostileFile, hostile } from './hostile-file.ts'
import { flateBomb } from './flate-bomb.ts'
import { pdfOfPages, rawPdf, shown, stream, value } from './raw-pdf.ts'

const SPECIMEN = readFileSync(new URL('../../raw/specimen/ixolund.pdf', import.meta.url))

const WORDS = shown(['a few words', 'and a few more'])

const upTo = (share: number): Buffer => SPECIMEN.subarray(0, Math.floor(SPECIMEN.length * share))

const replaced = (from: RegExp, to: string): Buffer =>
  Buffer.from(SPECIMEN.toString('latin1').replace(from, to), 'latin1')

const NESTING = 100_000

/** Files that were cut, mangled or never whole. */
const cutFiles: readonly HostileFile[] = [
  hostile('empty.pdf', 'empty_document', () => ''),
  hostile('header-only.pdf', 'broken_pdf', () => '%PDF-1.7\n'),
  hostile('header-and-end.pdf', 'broken_pdf', () => '%PDF-1.7\n%%EOF\n'),
  hostile('cut-at-1-percent.pdf', 'broken_pdf', () => upTo(0.01)),
  hostile('cut-at-10-percent.pdf', 'broken_pdf', () => upTo(0.1)),
  hostile('cut-at-30-percent.pdf', 'broken_pdf', () => upTo(0.3)),
  hostile('cut-at-50-percent.pdf', 'broken_pdf', () => upTo(0.5)),
  hostile('cut-at-70-percent.pdf', 'broken_pdf', () => upTo(0.7)),
  hostile('cut-at-90-percent.pdf', 'broken_pdf', () => upTo(0.9)),
  hostile('cut-at-99-percent.pdf', 'broken_pdf', () => upTo(0.99)),
  hostile('cut-before-the-end.pdf', 'read', () => SPECIMEN.subarray(0, -6)),
  hostile('zeros-behind.pdf', 'read', () => Buffer.concat([SPECIMEN, Buffer.alloc(10_000)])),
  hostile('twice.pdf', 'read', () => Buffer.concat([SPECIMEN, SPECIMEN])),
  hostile('wrong-table.pdf', 'read', () => replaced(/\d{10} 00000 n/g, '0000000007 00000 n')),
  hostile('no-table.pdf', 'read', () => replaced(/xref[\s\S]*trailer/, 'trailer')),
  hostile('table-beyond-the-end.pdf', 'read', () => replaced(/startxref\s+\d+/, 'startxref 999999999')),
  hostile('wrong-lengths.pdf', 'read', () => replaced(/\/Length \d+/g, '/Length 1')),
]

/** Structures without an end or a bottom. */
const endlessFiles: readonly HostileFile[] = [
  hostile('cyclic-page-tree.pdf', 'broken_pdf', () =>
    rawPdf([
      value('<< /Type /Catalog /Pages 2 0 R >>'),
      value('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
      value('<< /Type /Pages /Kids [2 0 R] /Count 1 >>'),
    ]),
  ),
  hostile('page-that-is-its-own-parent.pdf', 'broken_pdf', () =>
    rawPdf([
      value('<< /Type /Catalog /Pages 2 0 R >>'),
      value('<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>'),
    ]),
  ),
  hostile('cyclic-outlines.pdf', 'not_a_profile', () =>
    pdfOfPages([WORDS], {
      catalogue: '/Outlines 6 0 R',
      more: [
        value('<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>'),
        value('<< /Title (a) /Parent 6 0 R /Next 7 0 R /Prev 7 0 R /First 7 0 R >>'),
      ],
    }),
  ),
  hostile('object-that-is-itself.pdf', 'empty_document', () =>
    rawPdf([value('<< /Type /Catalog /Pages 2 0 R >>'), value('2 0 R')]),
  ),
  hostile('form-that-shows-itself.pdf', 'empty_document', () =>
    pdfOfPages(['/X Do'], {
      page: '/Resources << /XObject << /X 6 0 R >> >>',
      more: [
        stream(
          '/X Do',
          '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>',
        ),
      ],
    }),
  ),
  hostile('a-thousand-pages-of-none.pdf', 'broken_pdf', () =>
    rawPdf([value('<< /Type /Catalog /Pages 2 0 R >>'), value('<< /Type /Pages /Kids [] /Count 1000 >>')]),
  ),
  hostile('nested-arrays.pdf', 'empty_document', () =>
    rawPdf([
      value(`<< /Type /Catalog /Pages 2 0 R /X ${'['.repeat(NESTING)}${']'.repeat(NESTING)} >>`),
      value('<< /Type /Pages /Kids [] /Count 0 >>'),
    ]),
  ),
  hostile('nested-dictionaries.pdf', 'empty_document', () =>
    rawPdf([
      value('<< /Type /Catalog /Pages 2 0 R >>'),
      value(`${'<< /Kids '.repeat(NESTING)}[]${' >>'.repeat(NESTING)}`),
    ]),
  ),
  hostile('nested-operators.pdf', 'empty_document', () => pdfOfPages(['q '.repeat(1_000_000)])),
  hostile('nested-operands.pdf', 'empty_document', () => pdfOfPages([`${'['.repeat(NESTING)} TJ`])),
  hostile('nested-page-tree.pdf', 'broken_pdf', () =>
    rawPdf([
      value('<< /Type /Catalog /Pages 2 0 R >>'),
      ...Array.from({ length: 20_000 }, (_, index) =>
        value(`<< /Type /Pages /Kids [${index + 3} 0 R] /Count 1 >>`),
      ),
    ]),
  ),
]

/** The page tree stands behind 2 GB of spaces in an object stream. */
const objectStreamBomb = (): Buffer => {
  const objects = [
    value('<< /Type /Catalog /Pages 9 0 R >>'),
    stream(flateBomb(2_000), '/Type /ObjStm /N 1 /First 10 /Filter [/FlateDecode /FlateDecode]'),
    // object 9 is the first of those in stream 2
    stream(Buffer.from([2, 0, 2, 0]), '/Type /XRef /Index [9 1] /W [1 2 1] /Size 10 /Root 1 0 R'),
  ]
  return rawPdf(objects, `/XRefStm ${rawPdf(objects).indexOf('3 0 obj')}`)
}

/** Files that are small until they are opened. */
const bombFiles: readonly HostileFile[] = [
  hostile('stream-bomb.pdf', 'over_memory', () =>
    pdfOfPages([stream(flateBomb(2_000), '/Filter [/FlateDecode /FlateDecode]')]),
  ),
  hostile('object-stream-bomb.pdf', 'over_memory', objectStreamBomb),
  hostile('many-layers.pdf', 'not_a_profile', () => {
    let packed: Uint8Array = Buffer.from(WORDS)
    for (let layer = 0; layer < 5_000; layer++) packed = deflateSync(packed, { level: 0 })
    return pdfOfPages([stream(packed, `/Filter [${'/FlateDecode '.repeat(4_999)}]`)])
  }),
  hostile('many-empty-pages.pdf', 'over_pages', () => {
    const pages = 100_000
    const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`)
    return rawPdf([
      value('<< /Type /Catalog /Pages 2 0 R >>'),
      value(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages} /MediaBox [0 0 9 9] >>`),
      ...kids.map(() => value('<< /Type /Page /Parent 2 0 R >>')),
    ])
  }),
]

/** Locked files. */
const encryptedFiles: readonly HostileFile[] = [
  hostile('asks-for-a-password.pdf', 'encrypted_pdf', () =>
    makePdf((pdf) => drawLine(pdf, 'hidden', 72, 700), { userPassword: 'secret', ownerPassword: 'other' }),
  ),
  hostile('encrypted-without-a-password.pdf', 'not_a_profile', () =>
    makePdf((pdf) => drawLine(pdf, 'not hidden', 72, 700), { ownerPassword: 'other' }),
  ),
  hostile('encrypted-in-no-known-way.pdf', 'encrypted_pdf', () =>
    rawPdf(
      [value('<< /Type /Catalog /Pages 2 0 R >>'), value('<< /Type /Pages /Kids [] /Count 0 >>')],
      '/Encrypt << /Filter /Standard /V 99 /R 99 /O () /U () /P 0 >> /ID [<00> <00>]',
    ),
  ),
]

/** Files whose structure is wrong. */
export const BROKEN_FILES: readonly HostileFile[] = [
  ...cutFiles,
  ...endlessFiles,
  ...bombFiles,
  ...encryptedFiles,
]
