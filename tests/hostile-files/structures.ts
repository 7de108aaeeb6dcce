import { deflateSync } from 'node:zlib'
import type { HostileFiles } from './hostile-file.ts'
import { pdfOfPages, rawPdf, stream, value, WORDS, wordsPdf } from './raw-pdf.ts'

const PLAIN = wordsPdf()

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

const replaced = (from: RegExp, to: string): Buffer => latin1(PLAIN.toString('latin1').replace(from, to))

/** A document whose only cross-reference table is a stream, object 9, with the given entries. */
const tableStream = (entries: string, bytes: Uint8Array | string = 'x'.repeat(100)): Buffer => {
  const body = PLAIN.toString('latin1').replace(/xref\n[\s\S]*/, '')
  const table = stream(bytes, `/Type /XRef /Root 1 0 R ${entries}`)
  return Buffer.concat([
    latin1(`${body}9 0 obj\n${table.value}\nstream\n`),
    table.stream ?? Buffer.alloc(0),
    latin1(`\nendstream\nendobj\nstartxref\n${body.length}\n%%EOF\n`),
  ])
}

const startOfTable = (pdf: Buffer): number => pdf.indexOf('\nxref\n') + 1

/** The document with a number of updates appended, each with a table that points to the one before. */
const updated = (times: number): Buffer => {
  const parts = [PLAIN]
  let length = PLAIN.length
  let previous = startOfTable(PLAIN)
  for (let update = 0; update < times; update++) {
    const part = latin1(
      `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 6 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${length}\n%%EOF\n`,
    )
    parts.push(part)
    previous = length
    length += part.length
  }
  return Buffer.concat(parts)
}

const kids = (list: string, count: string): Buffer =>
  rawPdf([
    value('<< /Type /Catalog /Pages 2 0 R >>'),
    value(
      `<< /Type /Pages /Kids [${list}] /Count ${count} /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> >>`,
    ),
    value('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
    value('<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>'),
    stream(WORDS),
  ])

/** Tables, trees and headers with wrong entries. */
export const STRUCTURE_FILES: HostileFiles = {
  over_pages: {
    'two-hundred-thousand-kids.pdf': () => kids('4 0 R '.repeat(200_000), '200000'),
  },
  not_a_profile: {
    'fewer-than-no-pages.pdf': () => kids('4 0 R', '-1'),
    'a-page-that-says-it-is-many.pdf': () => kids('4 0 R', '2147483647'),
    'pages-that-say-nothing.pdf': () => kids('4 0 R', 'null'),
    'table-of-fields-below-zero.pdf': () => tableStream('/Size 10 /W [-1 -2 -1]'),
    'table-of-fields-without-width.pdf': () =>
      tableStream('/Size 2147483647 /Index [0 2147483647] /W [0 0 0]'),
    'table-of-billions.pdf': () => tableStream('/Size 4294967295 /Index [0 4294967295] /W [1 2 1]'),
    'table-of-a-million-entries.pdf': () =>
      tableStream(
        '/Size 1000000 /Index [10 1000000] /W [1 2 1] /Filter /FlateDecode',
        deflateSync(Buffer.alloc(4_000_000, 1)),
      ),
    'table-that-leads-to-itself.pdf': () =>
      replaced(/\/Root 1 0 R/, `/Root 1 0 R /Prev ${startOfTable(PLAIN)}`),
    'two-thousand-updates.pdf': () => updated(2_000),
    'objects-of-one-number.pdf': () =>
      latin1(
        `%PDF-1.7\n${'5 0 obj\n<< /Length 0 >>\nendobj\n'.repeat(100_000)}${PLAIN.toString('latin1').replace('startxref', 'start')}`,
      ),
    'linearised-by-lies.pdf': () =>
      replaced(
        /%PDF-1\.7\n/,
        '%PDF-1.7\n8 0 obj\n<< /Linearized 1 /L 99999999 /H [-5 4294967295] /O 77 /E -1 /N 1000000 /T 4294967295 >>\nendobj\n',
      ),
    'length-that-leads-to-itself.pdf': () => replaced(/\/Length \d+/, '/Length 5 0 R'),
    'names-in-circles.pdf': () =>
      wordsPdf({
        catalogue: '/Names << /Dests 6 0 R /JavaScript 6 0 R >> /PageLabels 6 0 R /StructTreeRoot 6 0 R',
        more: [value('<< /Kids [6 0 R 6 0 R] /Limits [(a) (z)] /K [6 0 R] /P 6 0 R /ParentTree 6 0 R >>')],
      }),
    'key-of-a-megabyte.pdf': () =>
      wordsPdf({
        page: `/${'k'.repeat(1_000_000)} (${'('.repeat(200_000)}${')'.repeat(200_000)})`,
      }),
    'number-of-a-megabyte.pdf': () => pdfOfPages([`${WORDS}\n${'9'.repeat(1_000_000)} 0 Td`]),
    'archive-behind.pdf': () =>
      Buffer.concat([
        PLAIN,
        latin1('PK\u0003\u0004\u0014\0\0\0\0\0'),
        Buffer.alloc(200),
        latin1('PK\u0005\u0006'),
      ]),
    'page-of-html-before.pdf': () => Buffer.concat([latin1('<!DOCTYPE html><html><!--'), PLAIN]),
    'noise-before.pdf': () => Buffer.concat([latin1('\u0001\u0002 noise\n'.repeat(50)), PLAIN]),
  },
  empty_document: {
    'object-stream-of-itself.pdf': () =>
      rawPdf([
        value('<< /Type /Catalog /Pages 9 0 R >>'),
        stream('9 0 << >>', '/Type /ObjStm /N 4294967295 /First -5 /Extends 2 0 R'),
      ]),
  },
  unsupported_file: {
    'archive-before.pdf': () => Buffer.concat([latin1('PK\u0003\u0004'), Buffer.alloc(2_000), PLAIN]),
  },
}
