import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { drawLine, makePdf } from '../extract/make-pdf.ts'
import { flateBomb } from './flate-bomb.ts'
import type { HostileFiles } from './hostile-file.ts'
import { pdfOfPages, rawPdf, stream, value, WORDS, wordsPdf } from './raw-pdf.ts'

const SPECIMEN = readFileSync(new URL('../../raw/specimen/ixolund.pdf', import.meta.url))

const upTo = (share: number): Buffer => SPECIMEN.subarray(0, Math.floor(SPECIMEN.length * share))

const replaced = (from: RegExp, to: string): Buffer =>
  Buffer.from(SPECIMEN.toString('latin1').replace(from, to), 'latin1')

const NESTING = 100_000

/** The page tree follows 1.1 GB of spaces in an object stream. */
const objectStreamBomb = (): Buffer => {
  const objects = [
    value('<< /Type /Catalog /Pages 9 0 R >>'),
    stream(flateBomb(1_100), '/Type /ObjStm /N 1 /First 10 /Filter [/FlateDecode /FlateDecode]'),
    // object 9 is the first of those in stream 2
    stream(Buffer.from([2, 0, 2, 0]), '/Type /XRef /Index [9 1] /W [1 2 1] /Size 10 /Root 1 0 R'),
  ]
  return rawPdf(objects, `/XRefStm ${rawPdf(objects).indexOf('3 0 obj')}`)
}

/** Files that were cut, mangled or never whole, that have no end, unpack to gigabytes, or are locked. */
export const BROKEN_FILES: HostileFiles = {
  empty_document: {
    'empty.pdf': () => '',
    'object-that-is-itself.pdf': () => rawPdf([value('<< /Type /Catalog /Pages 2 0 R >>'), value('2 0 R')]),
    'form-that-shows-itself.pdf': () =>
      pdfOfPages(['/X Do'], {
        page: '/Resources << /XObject << /X 6 0 R >> >>',
        more: [
          stream(
            '/X Do',
            '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>',
          ),
        ],
      }),
    'nested-arrays.pdf': () =>
      rawPdf([
        value(`<< /Type /Catalog /Pages 2 0 R /X ${'['.repeat(NESTING)}${']'.repeat(NESTING)} >>`),
        value('<< /Type /Pages /Kids [] /Count 0 >>'),
      ]),
    'nested-dictionaries.pdf': () =>
      rawPdf([
        value('<< /Type /Catalog /Pages 2 0 R >>'),
        value(`${'<< /Kids '.repeat(NESTING)}[]${' >>'.repeat(NESTING)}`),
      ]),
    'nested-operators.pdf': () => pdfOfPages(['q '.repeat(200_000)]),
    'nested-operands.pdf': () => pdfOfPages([`${'['.repeat(NESTING)} TJ`]),
  },
  broken_pdf: {
    'header-only.pdf': () => '%PDF-1.7\n',
    'cut-at-1-percent.pdf': () => upTo(0.01),
    'cut-at-30-percent.pdf': () => upTo(0.3),
    'cut-at-90-percent.pdf': () => upTo(0.9),
    'cut-at-99-percent.pdf': () => upTo(0.99),
    'cyclic-page-tree.pdf': () =>
      rawPdf([
        value('<< /Type /Catalog /Pages 2 0 R >>'),
        value('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
        value('<< /Type /Pages /Kids [2 0 R] /Count 1 >>'),
      ]),
    'a-thousand-pages-of-none.pdf': () =>
      rawPdf([value('<< /Type /Catalog /Pages 2 0 R >>'), value('<< /Type /Pages /Kids [] /Count 1000 >>')]),
  },
  read: {
    'cut-before-the-end.pdf': () => SPECIMEN.subarray(0, -6),
    'zeros-behind.pdf': () => Buffer.concat([SPECIMEN, Buffer.alloc(10_000)]),
    'twice.pdf': () => Buffer.concat([SPECIMEN, SPECIMEN]),
    'wrong-table.pdf': () => replaced(/\d{10} 00000 n/g, '0000000007 00000 n'),
    'no-table.pdf': () => replaced(/xref[\s\S]*trailer/, 'trailer'),
    'table-beyond-the-end.pdf': () => replaced(/startxref\s+\d+/, 'startxref 999999999'),
    'wrong-lengths.pdf': () => replaced(/\/Length \d+/g, '/Length 1'),
  },
  not_a_profile: {
    'cyclic-outlines.pdf': () =>
      wordsPdf({
        catalogue: '/Outlines 6 0 R',
        more: [
          value('<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>'),
          value('<< /Title (a) /Parent 6 0 R /Next 7 0 R /Prev 7 0 R /First 7 0 R >>'),
        ],
      }),
    'many-layers.pdf': () => {
      let packed: Uint8Array = Buffer.from(WORDS)
      for (let layer = 0; layer < 1_500; layer++) packed = deflateSync(packed, { level: 0 })
      return pdfOfPages([stream(packed, `/Filter [${'/FlateDecode '.repeat(1_499)}]`)])
    },
    'encrypted-without-a-password.pdf': () =>
      makePdf((pdf) => drawLine(pdf, 'not hidden', 72, 700), { ownerPassword: 'other' }),
  },
  over_memory: {
    'object-stream-bomb.pdf': objectStreamBomb,
  },
  encrypted_pdf: {
    'asks-for-a-password.pdf': () =>
      makePdf((pdf) => drawLine(pdf, 'hidden', 72, 700), { userPassword: 'secret', ownerPassword: 'other' }),
    'encrypted-in-no-known-way.pdf': () =>
      rawPdf(
        [value('<< /Type /Catalog /Pages 2 0 R >>'), value('<< /Type /Pages /Kids [] /Count 0 >>')],
        '/Encrypt << /Filter /Standard /V 99 /R 99 /O () /U () /P 0 >> /ID [<00> <00>]',
      ),
  },
}
