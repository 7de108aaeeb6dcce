import { detectUtf16 } from '../io/utf16.ts'

/** How far into a file the PDF header may be: readers accept it within the first kilobyte (ISO 32000-1, H.3). */
const PDF_HEADER_REACH = 1024

const SIGNATURES: readonly (readonly [signature: string, description: string])[] = [
  ['PK\u0003\u0004', 'a ZIP archive or an Office document'],
  ['\u00ff\u00d8\u00ff', 'a JPEG picture'],
  ['\u0089PNG', 'a PNG picture'],
  ['GIF8', 'a GIF picture'],
  ['\u001f\u008b', 'a gzip archive'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Office document'],
  ['{\\rtf', 'an RTF document'],
]

const HTML = /^(?:ï»¿)?\s*(?:<!doctype\s+html|<html|<head|<body|<\?xml)/i

/** Text has fewer control codes than this, other than tabs, line ends and page breaks. */
const MAX_CONTROL_SHARE = 0.05

const isBinary = (bytes: Uint8Array): boolean => {
  const controls = bytes.filter((byte) => byte < 0x20 && (byte < 0x09 || byte > 0x0d)).length
  return bytes.includes(0) || controls > bytes.length * MAX_CONTROL_SHARE
}

/** The media type that the bytes themselves show, or what they look like instead; names and extensions are ignored. */
export const sniffMediaType = (bytes: Uint8Array) => {
  const start = Buffer.from(bytes.subarray(0, PDF_HEADER_REACH))
  const head = start.toString('latin1')
  if (head.includes('%PDF-')) return { mediaType: 'application/pdf' } as const
  const [, known] = SIGNATURES.find(([signature]) => head.startsWith(signature)) ?? []
  if (known !== undefined) return { mediaType: null, looksLike: known }
  if (HTML.test(head)) return { mediaType: null, looksLike: 'an HTML page' }
  if (detectUtf16(bytes) === null && isBinary(start)) return { mediaType: null, looksLike: 'binary data' }
  return { mediaType: 'text/plain' } as const
}
