import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { DocumentRow } from '../../../../schemas/documents.ts'
import { useLoaded } from './loading.tsx'

/** Where pdf.js lies beside the page; it is loaded when the first source page is drawn. */
const PDFJS = './pdfjs/pdf.mjs'

const toAddress = (path: string): string => new URL(path, document.baseURI).href

/** Opens the PDF of a document with pdf.js, or says why it cannot. */
const openPdf = async (folder: string, fileName: string): Promise<PDFDocumentProxy> => {
  const pdfjs: typeof import('pdfjs-dist') = await import(toAddress(PDFJS))
  pdfjs.GlobalWorkerOptions.workerSrc = toAddress('./pdfjs/pdf.worker.mjs')
  const path = fileName.split('/').map(encodeURIComponent).join('/')
  return pdfjs.getDocument({
    url: toAddress(`${folder}${path}`),
    standardFontDataUrl: toAddress('./pdfjs/standard_fonts/'),
    useWasm: false,
    enableXfa: false,
    disableRange: true,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  }).promise
}

/** The PDF of a document, if the site is served with the source documents; a page opened from disk may load none. */
export const usePdf = (
  folder: string | null,
  document: DocumentRow,
): { pdf: PDFDocumentProxy | null; failure: string | null } => {
  const served = folder !== null && location.protocol !== 'file:' && document.media_type === 'application/pdf'
  const { value, failure } = useLoaded(served ? document.document_id : null, () =>
    openPdf(folder ?? '', document.file_name),
  )
  return { pdf: value, failure: failure === null ? null : 'the PDF file could not be drawn' }
}
