import type { MediaType } from '../../schemas/index.ts'
import { detectUtf16 } from '../io/utf16.ts'

/** How far into a file the PDF header may be: readers accept it within the first kilobyte (ISO 32000-1, H.3). */
const PDF_HEADER_REACH = 1024

const startsWith = (bytes: Uint8Array, ascii: string): boolean =>
  bytes.length >= ascii.length &&
  [...ascii].every((character, index) => bytes[index] === character.charCodeAt(0))

const SIGNATURES: readonly (readonly [signature: string, description: string])[] = [
  ['PK\u0003\u0004', 'a ZIP archive or an Office document'],
  ['\u00ff\u00d8\u00ff', 'a JPEG picture'],
  ['\u0089PNG', 'a PNG picture'],
  ['GIF8', 'a GIF picture'],
  ['\u001f\u008b', 'a gzip archive'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Office document'],
  ['{\\rtf', 'an RTF document'],
]

const looksLikeHtml = (bytes: Uint8Array): boolean =>
  /^(?:ï»¿)?\s*(?:<!doctype\s+html|<html|<head|<body|<\?xml)/i.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, 512)),
  )

/** Text has fewer control codes than this, other than tabs, line ends and page breaks. */
const MAX_CONTROL_SHARE = 0.05

const isBinary = (bytes: Uint8Array): boolean => {
  const controls = bytes.filter((byte) => byte < 0x20 && (byte < 0x09 || byte > 0x0d)).length
  return bytes.includes(0) || controls > bytes.length * MAX_CONTROL_SHARE
}

/** Either the media type that the bytes themselves show, or what they look like instead. */
export type Sniffed =
  | { readonly mediaType: MediaType; readonly looksLike?: undefined }
  | { readonly mediaType: null; readonly looksLike: string }

/** Recognises PDF and text by their bytes; names and extensions are ignored. */
export const sniffMediaType = (bytes: Uint8Array): Sniffed => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PDF_HEADER_REACH))
  if (head.includes('%PDF-')) return { mediaType: 'application/pdf' }
  for (const [signature, looksLike] of SIGNATURES) {
    if (startsWith(bytes, signature)) return { mediaType: null, looksLike }
  }
  if (looksLikeHtml(bytes)) return { mediaType: null, looksLike: 'an HTML page' }
  if (detectUtf16(bytes) !== null) return { mediaType: 'text/plain' }
  return isBinary(bytes.subarray(0, PDF_HEADER_REACH))
    ? { mediaType: null, looksLike: 'binary data' }
    : { mediaType: 'text/plain' }
}
