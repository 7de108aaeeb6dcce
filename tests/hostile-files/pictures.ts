import { deflateSync } from 'node:zlib'
import { seededRandom } from '../fuzz/random.ts'
import type { HostileFiles } from './hostile-file.ts'
import { type PageOptions, type PdfObject, pdfOfPages, stream, value } from './raw-pdf.ts'

/** A page that shows nothing but a picture, object 6, over all of it: what OCR is for. */
const scan = (picture: PdfObject, options: PageOptions = {}): Buffer =>
  pdfOfPages(['q 150 0 0 200 0 0 cm /I Do Q'], {
    mediaBox: '[0 0 150 200]',
    page: '/Resources << /XObject << /I 6 0 R >> >>',
    ...options,
    more: [picture, ...(options.more ?? [])],
  })

const picture = (width: number, height: number, entries: string, bytes: Uint8Array | string): PdfObject =>
  stream(
    bytes,
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 1 /ColorSpace /DeviceGray ${entries}`,
  )

const big32 = (...numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * numbers.length)
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number, 4 * index)
  return bytes
}

/** Bytes without a pattern. */
const noise = (begin: readonly number[]): Buffer => {
  const { below } = seededRandom(1)
  return Buffer.from([...begin, ...Array.from({ length: 100_000 }, () => below(256))])
}

const NOISES: readonly (readonly [filter: string, begin: readonly number[]])[] = [
  ['/JBIG2Decode', []],
  ['/JPXDecode', [0xff, 0x4f, 0xff, 0x51]],
  ['/DCTDecode', [0xff, 0xd8, 0xff, 0xdb]],
  ['/LZWDecode', []],
]

const GREY = Buffer.from(deflateSync(Buffer.alloc(2_000, 0x55)))

/** JBIG2: a page information segment that claims the largest page, and a generic region of that size. */
const jbig2Bomb = (): Buffer => {
  const page = Buffer.concat([
    big32(0),
    Buffer.from([0x30, 0, 1]),
    big32(19, 0xffffffff, 0xffffffff, 0, 0),
    Buffer.from([0, 0, 0]),
  ])
  const region = Buffer.concat([
    big32(1),
    Buffer.from([38, 0, 1]),
    big32(26, 0xffffffff, 0xffffffff, 0, 0),
    Buffer.alloc(18, 1),
  ])
  return Buffer.concat([page, region])
}

/** JPEG 2000: a codestream whose header claims a picture of 2^31 by 2^31 in tiles of one pixel. */
const jpxBomb = (): Buffer => {
  const side = 0x7fffffff
  const size = Buffer.concat([
    Buffer.from([0xff, 0x51, 0, 41, 0, 0]),
    big32(side, side, 0, 0, 1, 1, 0, 0),
    Buffer.from([0, 1, 7, 1, 1]),
  ])
  return Buffer.concat([Buffer.from([0xff, 0x4f]), size, Buffer.from([0xff, 0xd9])])
}

/** JPEG: headers that claim 65,535 by 65,535 pixels of four components, and no data. */
const jpegBomb = (): Buffer => {
  const tables = Buffer.concat([Buffer.from([0xff, 0xdb, 0, 67, 0]), Buffer.alloc(64, 1)])
  const frame = Buffer.from([0xff, 0xc2, 0, 20, 8, 0xff, 0xff, 0xff, 0xff, 4])
  const components = Buffer.from([1, 0x44, 0, 2, 0x44, 0, 3, 0x44, 0, 4, 0x44, 0])
  const scanHeader = Buffer.from([0xff, 0xda, 0, 14, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 0, 0])
  return Buffer.concat([Buffer.from([0xff, 0xd8]), tables, frame, components, scanHeader])
}

/** Pictures that are small until they are drawn, on pages that OCR would draw. */
export const PICTURE_FILES: HostileFiles = {
  empty_document: {
    'pictures-of-noise.pdf': () =>
      pdfOfPages(
        NOISES.map((_, index) => `q 150 0 0 200 0 0 cm /I${index} Do Q`),
        {
          mediaBox: '[0 0 150 200]',
          page: `/Resources << /XObject << ${NOISES.map((_, index) => `/I${index} ${12 + index} 0 R`).join(' ')} >> >>`,
          more: NOISES.map(([filter, begin]) => picture(800, 1_000, `/Filter ${filter}`, noise(begin))),
        },
      ),
    'picture-of-ten-thousand-million-pixels.pdf': () =>
      scan(picture(100_000, 100_000, '/Filter /FlateDecode', GREY)),
    'picture-of-no-size.pdf': () => scan(picture(0, -5, '/Filter /FlateDecode', GREY)),
    'fax-without-an-end.pdf': () =>
      scan(
        picture(
          100_000,
          100_000,
          '/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 2147483647 /Rows 2147483647 /EndOfBlock false >>',
          Buffer.alloc(1_000, 0x55),
        ),
      ),
    'fax-of-a-million-blank-rows.pdf': () =>
      scan(
        picture(
          60_000,
          1_000_000,
          '/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 60000 /Rows 1000000 >>',
          // in this code every 1 is a row like the one above
          Buffer.alloc(125_000, 0xff),
        ),
      ),
    'jbig2-page-of-all-pixels.pdf': () => scan(picture(60_000, 60_000, '/Filter /JBIG2Decode', jbig2Bomb())),
    'jpeg2000-of-endless-tiles.pdf': () => scan(picture(60_000, 60_000, '/Filter /JPXDecode', jpxBomb())),
    'jpeg-without-data.pdf': () => scan(picture(65_535, 65_535, '/Filter /DCTDecode', jpegBomb())),
    'mask-of-its-own-picture.pdf': () => scan(picture(100, 100, '/SMask 6 0 R /Filter /FlateDecode', GREY)),
    'picture-in-the-page-bomb.pdf': () =>
      pdfOfPages([
        'q 150 0 0 200 0 0 cm BI /W 100000 /H 100000 /BPC 8 /CS /RGB /F /AHx ID 00> EI Q '.repeat(50),
      ]),
    'picture-shown-thirty-times.pdf': () =>
      pdfOfPages(['q 150 0 0 200 0 0 cm /I Do Q '.repeat(30)], {
        mediaBox: '[0 0 150 200]',
        page: '/Resources << /XObject << /I 6 0 R >> >>',
        more: [picture(100, 100, '/Filter /FlateDecode', GREY)],
      }),
    'picture-on-a-page-like-a-hair.pdf': () =>
      scan(picture(100, 100, '/Filter /FlateDecode', GREY), { mediaBox: '[0 0 0.001 1000000]' }),
    'picture-on-a-page-like-a-country.pdf': () =>
      scan(picture(100, 100, '/Filter /FlateDecode', GREY), { mediaBox: '[0 0 100000000 100000000]' }),
    'palette-of-lies.pdf': () =>
      scan(
        stream(
          GREY,
          '/Type /XObject /Subtype /Image /Width 100 /Height 100 /BitsPerComponent 8 /ColorSpace 7 0 R /Filter /FlateDecode',
        ),
        { more: [value('[/Indexed 7 0 R 4294967295 <00>]')] },
      ),
  },
}
