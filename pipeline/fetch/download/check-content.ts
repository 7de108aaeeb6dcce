import { MEDIA_TYPES, type MediaType } from '../../../schemas/index.ts'
import { sniffMediaType } from '../media-type.ts'

/** How many bytes at the beginning tell what a document is. */
export const HEAD_BYTES = 1024
/** How far from its end a PDF says that it ends: readers look at the last kilobyte (ISO 32000-1, H.3). */
export const TAIL_BYTES = 1024

/** What the first bytes are, or what they look like instead of a document of one of the media types asked for. */
export const checkHead = (
  head: Uint8Array,
  wanted: readonly MediaType[] = MEDIA_TYPES,
): { readonly mediaType: MediaType } | { readonly looksLike: string } => {
  if (head.length === 0) return { looksLike: 'an empty file' }
  const sniffed = sniffMediaType(head)
  if (sniffed.mediaType === null) return { looksLike: sniffed.looksLike }
  if (wanted.includes(sniffed.mediaType)) return { mediaType: sniffed.mediaType }
  return { looksLike: sniffed.mediaType === 'application/pdf' ? 'a PDF' : 'plain text' }
}

/** Whether the last bytes are the end of a document of a media type. */
export const endsWell = (mediaType: MediaType, tail: Uint8Array): boolean =>
  mediaType !== 'application/pdf' || Buffer.from(tail).includes('%%EOF')
