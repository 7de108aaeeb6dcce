import type { HostileFiles } from './hostile-file.ts'
import { painted, pdfOfPages, stream, value, WORDS, wordsPdf } from './raw-pdf.ts'

const form = (content: string, entries: string) =>
  stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${entries}`)

const tiling = (content: string, entries: string) =>
  stream(
    content,
    `/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 0.001 /YStep 0.001 ${entries}`,
  )

const FUNCTION_OF_TWO = '/Domain [0 1 0 1] /Range [0 1 0 1 0 1]'

/** Fills the page with a shading, object 6, by a function, object 7. */
const shaded = (fn: ReturnType<typeof stream>): Buffer =>
  painted(
    '/P sh',
    '/Shading << /P 6 0 R >>',
    value('<< /ShadingType 1 /ColorSpace /DeviceRGB /Function 7 0 R >>'),
    fn,
  )

const type3 = (glyph: string): Buffer =>
  wordsPdf({
    font: value(
      `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 /LastChar 97 /Widths [500] /CharProcs << /a 6 0 R >> /Encoding << /Differences [97 /a] >> /Resources << /Font << /F1 3 0 R >> >> >>`,
    ),
    more: [stream(glyph)],
  })

/** Drawings that use themselves or never end; most beside words, which are read all the same. */
export const DRAWING_FILES: HostileFiles = {
  not_a_profile: {
    'letter-that-writes-itself.pdf': () => type3('500 0 d0 BT /F1 1000 Tf (aaaa) Tj ET'),
    'letter-of-endless-drawing.pdf': () => type3(`500 0 d0 ${'0 0 1 1 re f '.repeat(30_000)}`),
    'pattern-of-itself.pdf': () =>
      painted(
        '/Pattern cs /P scn 0 0 595 842 re f',
        '/Pattern << /P 6 0 R >>',
        tiling('/Pattern cs /P scn 0 0 9 9 re f', '/Resources << /Pattern << /P 6 0 R >> >>'),
      ),
    'mask-of-itself.pdf': () =>
      pdfOfPages([`/G gs\n${WORDS}`], {
        page: '/Resources << /Font << /F1 3 0 R >> /ExtGState << /G 6 0 R >> >>',
        more: [
          value('<< /SMask << /S /Luminosity /G 7 0 R >> >>'),
          form(
            '/G gs 0 0 9 9 re f',
            '/Group << /S /Transparency >> /Resources << /ExtGState << /G 6 0 R >> >>',
          ),
        ],
      }),
    'function-that-does-not-end.pdf': () =>
      shaded(stream(`{ ${'dup mul exp '.repeat(50_000)} }`, `/FunctionType 4 ${FUNCTION_OF_TWO}`)),
    'function-nested-deep.pdf': () =>
      shaded(stream(`${'{'.repeat(50_000)}${'}'.repeat(50_000)}`, `/FunctionType 4 ${FUNCTION_OF_TWO}`)),
    'function-of-a-billion-samples.pdf': () =>
      shaded(
        stream(
          'x',
          `/FunctionType 0 /Size [100000 100000] /BitsPerSample 32 /Decode [0 1 0 1 0 1] ${FUNCTION_OF_TWO}`,
        ),
      ),
    'function-of-itself.pdf': () =>
      shaded(
        stream('', '/FunctionType 3 /Domain [0 1] /Functions [7 0 R 7 0 R] /Bounds [0.5] /Encode [0 1 0 1]'),
      ),
    'colours-of-colours.pdf': () =>
      painted(
        '/C cs 1 scn 0 0 9 9 re f',
        '/ColorSpace << /C 6 0 R >>',
        value('[/Separation /x 6 0 R 7 0 R]'),
        value('<< /FunctionType 2 /Domain [0 1] /N 1 >>'),
      ),
    'layer-of-itself.pdf': () =>
      pdfOfPages([`/OC /L BDC ${WORDS} EMC`], {
        catalogue: '/OCProperties << /OCGs [6 0 R] /D << /Order [6 0 R] >> >>',
        page: '/Resources << /Font << /F1 3 0 R >> /Properties << /L 6 0 R >> >>',
        more: [value('<< /Type /OCMD /OCGs [6 0 R] /VE [/Not [/And 6 0 R 6 0 R]] >>')],
      }),
    'words-in-notes-alone.pdf': () =>
      pdfOfPages([''], {
        page: '/Annots [6 0 R 7 0 R]',
        more: [
          value('<< /Type /Annot /Subtype /FreeText /Rect [0 0 99 99] /Contents (words) /DA (/F1 9 Tf) >>'),
          value('<< /Type /Annot /Subtype /Popup /Rect [0 0 99 99] /Parent 7 0 R /Popup 7 0 R >>'),
        ],
      }),
    'five-thousand-notes.pdf': () =>
      wordsPdf({
        page: `/Annots [${'6 0 R '.repeat(5_000)}]`,
        more: [value('<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (words) >>')],
      }),
    'font-of-itself.pdf': () =>
      wordsPdf({
        font: value(
          '<< /Type /Font /Subtype /Type0 /BaseFont /x /Encoding /Identity-H /DescendantFonts [3 0 R] /ToUnicode 3 0 R >>',
        ),
      }),
    'font-of-huge-widths.pdf': () =>
      wordsPdf({
        font: value(
          `<< /Type /Font /Subtype /TrueType /BaseFont /x /FirstChar -1000000 /LastChar 2147483647 /Widths [${'1e9 '.repeat(100_000)}] /Encoding << /Differences [${'-1 /a '.repeat(20_000)}] >> >>`,
        ),
      }),
    'character-map-of-itself.pdf': () =>
      wordsPdf({
        font: value(
          '<< /Type /Font /Subtype /Type0 /BaseFont /x /Encoding 6 0 R /ToUnicode 6 0 R /DescendantFonts [7 0 R] >>',
        ),
        more: [
          stream(
            '1 begincodespacerange <00> <FF> endcodespacerange 1 begincidrange <00000000> <FFFFFFFF> 0 endcidrange',
            '/Type /CMap /CMapName /x /UseCMap 6 0 R',
          ),
          value(
            '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /x /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [0 2147483647 500] >>',
          ),
        ],
      }),
  },
  empty_document: {
    'forms-a-hundred-deep.pdf': () =>
      pdfOfPages(['/N Do'], {
        page: '/Resources << /XObject << /N 6 0 R >> >>',
        more: [
          ...Array.from({ length: 100 }, (_, index) =>
            form('/N Do', `/Resources << /XObject << /N ${7 + index} 0 R >> >>`),
          ),
          form(WORDS, '/Resources << /Font << /F1 3 0 R >> >>'),
        ],
      }),
    'pattern-without-words.pdf': () =>
      pdfOfPages(['/Pattern cs /P scn 0 0 595 842 re f'], {
        page: '/Resources << /Pattern << /P 6 0 R >> >>',
        more: [tiling('0 0 9 9 re f', '/Resources << >>')],
      }),
    'words-in-a-layer-that-is-off.pdf': () =>
      pdfOfPages([`/OC /L BDC ${WORDS} EMC`], {
        catalogue:
          '/OCProperties << /OCGs [6 0 R] /D << /BaseState /OFF /OFF [6 0 R] /Order [6 0 R [6 0 R]] >> >>',
        page: '/Resources << /Font << /F1 3 0 R >> /Properties << /L 6 0 R >> >>',
        more: [value('<< /Type /OCG /Name (hidden) >>')],
      }),
  },
}
