import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { drawLine, makePdf } from '../extract/make-pdf.ts'
import { seededRandom } from '../fuzz/random.ts'
import { flateBomb } from './flate-bomb.ts'
import { pdfOfPages, rawPdf, stream, value, WORDS, wordsPdf } from './raw-pdf.ts'
import { type HostileFile, makeProfile } from './read-cases.ts'

const SPECIMEN = readFileSync(new URL('../../raw/specimen/ixolund.pdf', import.meta.url))
const PLAIN = wordsPdf()
const START_OF_TABLE = PLAIN.indexOf('\nxref\n') + 1

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

const upTo = (share: number): Buffer => SPECIMEN.subarray(0, Math.floor(SPECIMEN.length * share))

const replaced = (pdf: Buffer, from: RegExp, to: string): Buffer =>
  latin1(pdf.toString('latin1').replace(from, to))

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

/** A document whose only cross-reference table is a stream, object 6, with the given entries. */
const tableStream = (entries: string, bytes: Uint8Array | string = 'x'.repeat(100)): Buffer => {
  const pdf = wordsPdf({ more: [stream(bytes, `/Type /XRef /Root 1 0 R ${entries}`)] })
  return replaced(pdf, /xref\n[\s\S]*/, `startxref\n${pdf.indexOf('6 0 obj')}\n%%EOF\n`)
}

/** The document with a number of updates appended, each with a table that points to the one before. */
const updated = (times: number): Buffer => {
  let pdf = PLAIN.toString('latin1')
  let previous = START_OF_TABLE
  for (let update = 0; update < times; update++) {
    const start = pdf.length
    const trailer = `<< /Size 6 /Root 1 0 R /Prev ${previous} >>`
    pdf += `xref\n0 1\n0000000000 65535 f \ntrailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`
    previous = start
  }
  return latin1(pdf)
}

const makeLayers = (): Buffer => {
  let packed: Uint8Array = Buffer.from(WORDS)
  for (let layer = 0; layer < 1_500; layer++) packed = deflateSync(packed, { level: 0 })
  return pdfOfPages([stream(packed, `/Filter [${'/FlateDecode '.repeat(1_499)}]`)])
}

const encrypted = (options: PDFKit.PDFDocumentOptions): Promise<Uint8Array> =>
  makePdf((pdf) => drawLine(pdf, 'words', 72, 700), { ownerPassword: 'other', ...options })
const AES_256 = { pdfVersion: '1.7ext3' } as const

/** Bytes without a pattern. */
const makeNoise = (length: number, begin: readonly number[] = []): Buffer => {
  const { below } = seededRandom(1)
  return Buffer.from([...begin, ...Array.from({ length }, () => below(256))])
}

/** A page for each kind of picture. */
const picturesOfNoise = (): Buffer => {
  const pictures = [
    ['/JBIG2Decode', makeNoise(100_000)],
    ['/JPXDecode', makeNoise(100_000, [0xff, 0x4f, 0xff, 0x51])],
    ['/DCTDecode', makeNoise(100_000, [0xff, 0xd8, 0xff, 0xdb])],
    ['/LZWDecode', makeNoise(100_000)],
  ] as const
  const entries = '/Subtype /Image /Width 800 /Height 1000 /BitsPerComponent 1 /ColorSpace /DeviceGray'
  return pdfOfPages(
    pictures.map((_, index) => `q 150 0 0 200 0 0 cm /I${index} Do Q`),
    {
      mediaBox: '[0 0 150 200]',
      page: '/Resources << /XObject << /I0 12 0 R /I1 13 0 R /I2 14 0 R /I3 15 0 R >> >>',
      more: pictures.map(([filter, bytes]) => stream(bytes, `/Type /XObject ${entries} /Filter ${filter}`)),
    },
  )
}

const scatteredRuns = (): Buffer => {
  const places = Array.from({ length: 31_000 }, (_, index) => `${(index * 37) % 500} ${(index * 91) % 800}`)
  return pdfOfPages([`BT /F1 4 Tf ${places.map((place) => `1 0 0 1 ${place} Tm (a) Tj`).join('\n')} ET`])
}

const fontOfNoise = (): Buffer =>
  wordsPdf({
    font: value('<< /Type /Font /Subtype /TrueType /BaseFont /Noise /FontDescriptor 6 0 R >>'),
    more: [
      value(
        '<< /Type /FontDescriptor /FontName /Noise /Flags 4 /FontBBox [0 0 1 1] /ItalicAngle 0 /Ascent 1 /Descent 0 /StemV 1 /FontFile2 7 0 R >>',
      ),
      stream(makeNoise(5_000)),
    ],
  })

const LINEARISED = '<< /Linearized 1 /L 99999999 /H [-5 4294967295] /O 77 /E -1 /N 1000000 /T 4294967295 >>'

const FILES: Readonly<Record<string, Readonly<Record<string, HostileFile['make']>>>> = {
  broken_pdf: {
    'cut-at-1-percent.pdf': () => upTo(0.01),
    'cut-at-30-percent.pdf': () => upTo(0.3),
    'cut-at-90-percent.pdf': () => upTo(0.9),
    'cut-at-99-percent.pdf': () => upTo(0.99),
  },
  read: {
    'cut-before-the-end.pdf': () => SPECIMEN.subarray(0, -6),
    'zeros-behind.pdf': () => Buffer.concat([SPECIMEN, Buffer.alloc(10_000)]),
    'twice.pdf': () => Buffer.concat([SPECIMEN, SPECIMEN]),
    'wrong-table.pdf': () => replaced(SPECIMEN, /\d{10} 00000 n/g, '0000000007 00000 n'),
    'no-table.pdf': () => replaced(SPECIMEN, /xref[\s\S]*trailer/, 'trailer'),
    'table-beyond-the-end.pdf': () => replaced(SPECIMEN, /startxref\s+\d+/, 'startxref 999999999'),
    'wrong-lengths.pdf': () => replaced(SPECIMEN, /\/Length \d+/g, '/Length 1'),
    'little-endian.txt': () => Buffer.from(`\ufeff${makeProfile('None.')}`, 'utf16le'),
    'big-endian.txt': () => Buffer.from(`\ufeff${makeProfile('None.')}`, 'utf16le').swap16(),
  },
  not_a_profile: {
    'many-layers.pdf': makeLayers,
    'encrypted-without-a-password.pdf': () => encrypted({}),
    'aes-256-without-a-password.pdf': () => encrypted(AES_256),
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
      replaced(PLAIN, /\/Root 1 0 R/, `/Root 1 0 R /Prev ${START_OF_TABLE}`),
    'two-thousand-updates.pdf': () => updated(2_000),
    'objects-of-one-number.pdf': () =>
      replaced(
        replaced(PLAIN, /startxref/, 'start'),
        /\n/,
        `\n${'5 0 obj\n<< /Length 0 >>\nendobj\n'.repeat(100_000)}`,
      ),
    'linearised-by-lies.pdf': () => replaced(PLAIN, /\n/, `\n8 0 obj\n${LINEARISED}\nendobj\n`),
    'length-that-leads-to-itself.pdf': () => replaced(PLAIN, /\/Length \d+/, '/Length 5 0 R'),
    'archive-behind.pdf': () =>
      latin1(`${PLAIN.toString('latin1')}PK\u0003\u0004\u0014${'\0'.repeat(205)}PK\u0005\u0006`),
    'page-of-html-before.pdf': () => replaced(PLAIN, /^/, '<!DOCTYPE html><html><!--'),
    'noise-before.pdf': () => replaced(PLAIN, /^/, '\u0001\u0002 noise\n'.repeat(50)),
    'font-program-of-noise.pdf': fontOfNoise,
    'letters-of-all-alphabets.txt': () =>
      Buffer.from(Array.from({ length: 0x2fff }, (_, index) => String.fromCodePoint(index + 0x20)).join('')),
  },
  encrypted_pdf: {
    'asks-for-a-password.pdf': () => encrypted({ userPassword: 'secret' }),
    'aes-256-asks-for-a-password.pdf': () => encrypted({ userPassword: 'secret', ...AES_256 }),
  },
  empty_document: {
    'pictures-of-noise.pdf': picturesOfNoise,
    'operators-of-noise.pdf': () => pdfOfPages([stream(makeNoise(50_000))]),
  },
  unsupported_file: {
    'archive-before.pdf': () => replaced(PLAIN, /^/, `PK\u0003\u0004${'\0'.repeat(2_000)}`),
  },
  over_memory: { 'object-stream-bomb.pdf': objectStreamBomb },
  over_runs: { 'thirty-one-thousand-runs.pdf': scatteredRuns },
}

/** Hostile files that code makes: samples cut or changed, packed, encrypted or made of noise. */
export const MADE_FILES: readonly HostileFile[] = Object.entries(FILES).flatMap(([outcome, files]) =>
  Object.entries(files).map(([name, make]) => ({ name, outcome, make })),
)
