/** An object of a PDF: its value as text, and the bytes of its stream where it has one. */
export interface PdfObject {
  readonly value: string
  readonly stream?: Uint8Array
}

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

const objectBytes = ({ value, stream }: PdfObject, number: number): Buffer =>
  stream === undefined
    ? latin1(`${number} 0 obj\n${value}\nendobj\n`)
    : Buffer.concat([latin1(`${number} 0 obj\n${value}\nstream\n`), stream, latin1('\nendstream\nendobj\n')])

/** An object that has only a value. */
export const value = (text: string): PdfObject => ({ value: text })

/** A stream with its length, and more entries of its dictionary. */
export const stream = (bytes: Uint8Array | string, entries = ''): PdfObject => {
  const body = typeof bytes === 'string' ? latin1(bytes) : bytes
  return { value: `<< /Length ${body.length} ${entries} >>`, stream: body }
}

/**
 * A PDF of objects that are numbered from 1, as they are given and however wrong they are, with a true
 * cross-reference table. The first object is the catalogue.
 */
export const rawPdf = (objects: readonly PdfObject[], trailer = ''): Buffer => {
  const parts = [latin1('%PDF-1.7\n')]
  const offsets: number[] = []
  let at = parts[0]?.length ?? 0
  for (const [index, object] of objects.entries()) {
    const bytes = objectBytes(object, index + 1)
    offsets.push(at)
    parts.push(bytes)
    at += bytes.length
  }
  const size = objects.length + 1
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  parts.push(
    latin1(`xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`),
    latin1(`trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`),
  )
  return Buffer.concat(parts)
}

/** What pages are made with; entries are added to dictionaries as they are. */
export interface PageOptions {
  readonly mediaBox?: string
  /** More entries of the catalogue. */
  readonly catalogue?: string
  /** More entries of every page. */
  readonly page?: string
  /** The font of the pages, F1. */
  readonly font?: PdfObject
  /** Objects behind those of the pages: for one page they begin at 6, for two at 8. */
  readonly more?: readonly PdfObject[]
}

const HELVETICA = value('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')

/** A PDF with a page for each content stream. */
export const pdfOfPages = (contents: readonly (PdfObject | string)[], options: PageOptions = {}): Buffer => {
  const { mediaBox = '[0 0 595 842]', catalogue = '', page = '', font = HELVETICA, more = [] } = options
  const kids = contents.map((_, index) => `${4 + 2 * index} 0 R`)
  return rawPdf([
    value(`<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`),
    value(
      `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} /MediaBox ${mediaBox} /Resources << /Font << /F1 3 0 R >> >> >>`,
    ),
    font,
    ...contents.flatMap((content, index) => [
      value(`<< /Type /Page /Parent 2 0 R /Contents ${5 + 2 * index} 0 R ${page} >>`),
      typeof content === 'string' ? stream(content) : content,
    ]),
    ...more,
  ])
}

/** The operators that show lines of text from the top of an A4 page down. */
export const shown = (lines: readonly string[]): string =>
  lines.map((line, index) => `BT /F1 10 Tf 72 ${780 - 14 * index} Td (${line}) Tj ET`).join('\n')

/** Two lines of words, which no profile is, and a PDF of them. */
export const WORDS = shown(['a few words', 'and a few more'])
export const wordsPdf = (options: PageOptions = {}): Buffer => pdfOfPages([WORDS], options)
