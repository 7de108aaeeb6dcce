import PDFDocument from 'pdfkit'
import { PAGE } from './style.ts'

export type Document = InstanceType<typeof PDFDocument>

/** Written into every file; its identifier is derived from the metadata, so that a fixed date fixes both. */
const MADE = new Date(Date.UTC(2015, 0, 1))

/** A document without pages, uncompressed, so that its bytes do not depend on the version of zlib. */
export const newDocument = (): Document =>
  new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    compress: false,
    autoFirstPage: false,
    info: {
      Title: 'Specimen',
      Producer: 'Cyberwellness Open Data specimens',
      Creator: 'raw/specimen/write-specimens.ts',
      CreationDate: MADE,
      ModDate: MADE,
    },
  })
