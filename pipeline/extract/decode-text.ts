const UTF8_BOM = [0xef, 0xbb, 0xbf]

const decodes = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Han ideographs and CJK punctuation, which no profile in English holds in quantity. */
const CJK = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/gu

/** Two bytes that GB 18030 uses for the quotes, dashes and spaces of English text (rows A1 to A3). */
const GB_PUNCTUATION = /[\u2010-\u2027\u3000-\u303f\u00a7\u00b0\u00b7\uff00-\uffef]/gu

/**
 * Text from bytes whose encoding nobody states: UTF-8 with or without a byte order mark where the bytes are
 * valid UTF-8, GB 18030 where that makes every non-ASCII character punctuation, else Windows-1252.
 */
export const decodeText = (bytes: Uint8Array): string => {
  const body = UTF8_BOM.every((byte, index) => bytes[index] === byte)
    ? bytes.subarray(UTF8_BOM.length)
    : bytes
  const utf8 = decodes(body, 'utf-8')
  if (utf8 !== null) return utf8
  const gb18030 = decodes(body, 'gb18030')
  if (gb18030 !== null) {
    const foreign = gb18030.match(/\P{ASCII}/gu)?.length ?? 0
    const punctuation = gb18030.match(GB_PUNCTUATION)?.length ?? 0
    const ideographs =
      (gb18030.match(CJK)?.length ?? 0) - (gb18030.match(/[\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0)
    if (ideographs === 0 && punctuation > 0 && punctuation >= foreign / 2) return gb18030
  }
  return new TextDecoder('windows-1252').decode(body)
}
