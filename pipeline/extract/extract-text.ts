import { type ContentLimits, USUAL_LIMITS, within } from '../../schemas/index.ts'
import { largest } from '../io/numbers.ts'
import { detectUtf16 } from '../io/utf16.ts'
import { breakFlowedText } from './flowed-text/index.ts'
import { type ExtractedDocument, GRID_EM, makeTally, type Page, type TextRun, withRemarks } from './page.ts'
import { describeDamage, inferLigatures, type LigatureMap, repairText, tallyWords } from './repair-text.ts'

/** An issue repeats this many characters that were encoded twice. */
const MAX_EXAMPLES = 3

const UTF8_BOM = [0xef, 0xbb, 0xbf]

const decodes = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Han ideographs, which no profile in English holds. */
const IDEOGRAPH = /[\u4e00-\u9fff]/u

/** Two bytes that GB 18030 uses for the quotes, dashes and spaces of English text (rows A1 to A3). */
const GB_PUNCTUATION = /[\u2010-\u2027\u3000-\u303f\u00a7\u00b0\u00b7\uff00-\uffef]/gu

/**
 * Text from bytes whose encoding nobody states: UTF-16, UTF-8 with or without a byte order mark where the bytes are
 * valid UTF-8, GB 18030 where that makes every non-ASCII character punctuation, else Windows-1252.
 */
export const decodeText = (bytes: Uint8Array): string => {
  const utf16 = detectUtf16(bytes)
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes)
  const body = UTF8_BOM.every((byte, index) => bytes[index] === byte)
    ? bytes.subarray(UTF8_BOM.length)
    : bytes
  const utf8 = decodes(body, 'utf-8')
  if (utf8 !== null) return utf8
  const gb18030 = decodes(body, 'gb18030')
  if (gb18030 !== null) {
    const foreign = gb18030.match(/\P{ASCII}/gu)?.length ?? 0
    const punctuation = gb18030.match(GB_PUNCTUATION)?.length ?? 0
    if (!IDEOGRAPH.test(gb18030) && punctuation > 0 && punctuation >= foreign / 2) return gb18030
  }
  return new TextDecoder('windows-1252').decode(body)
}

const WINDOWS_1252 = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 128 }, (_, index) => index + 128),
)

/** A character of two to four bytes whose bytes were taken for characters. */
const ENCODED_TWICE = new RegExp(`[\u00c2-\u00f4][${WINDOWS_1252.slice(0, 64)}]{1,3}`, 'gu')

/** Text in which characters that were encoded twice (`Ã´` for `ô`) are decoded again, and these characters. */
export const decodeTwice = (text: string): { readonly text: string; readonly found: readonly string[] } => {
  const found: string[] = []
  const decoded = text.replace(ENCODED_TWICE, (characters) => {
    const bytes = Uint8Array.from(characters, (character) => {
      const index = WINDOWS_1252.indexOf(character)
      return index === -1 ? character.charCodeAt(0) : index + 128
    })
    const once = decodes(bytes, 'utf-8')
    if (once === null) return characters
    found.push(`${characters} for ${once}`)
    return once
  })
  return { text: decoded, found }
}

/** A page break as copies of a PDF write it: a form feed, which may be beside text, or a rule with the number. */
const PAGE_BREAK =
  /\f\s*\n(?=[ \t]*-{5,}[ \t]*Page)|\f|\n(?=[ \t]*-{5,}[ \t]*Page[ \t]+\d+[ \t]*-{5,}[ \t]*(?:\n|$))/i

/** Pages without words before the first, up to the line on which it begins. */
const BLANK_PAGES = /^\s*\f(?:[^\S\n]*\n)?/

/** Tabs advance to the next multiple of this many cells, as terminals and editors do. */
const TAB_STOP = 8

const expandTabs = (line: string): string =>
  line
    .split('\t')
    .reduce((expanded, piece) => expanded + ' '.repeat(TAB_STOP - (expanded.length % TAB_STOP)) + piece)

/** A text with its ligatures read, as far as its words show them. */
const repairWords = (text: string): string => {
  const ligatures: LigatureMap = new Map()
  inferLigatures([{ text, font: null }], ligatures)
  return repairText(text, null, ligatures)
}

/** @param tally counts each run as soon as it is made, so that no more are made than the limits allow */
const makePage = (part: string, index: number, tally: (run: TextRun) => void): Page => {
  const lines = part.split('\n')
  const runs: TextRun[] = []
  for (const [at, line] of lines.entries()) {
    const padded = expandTabs(line)
      .replace(/[\u00a0\u2007\u202f]/g, ' ')
      .trimEnd()
    const text = padded.trimStart()
    if (text === '') continue
    const place = { x: padded.length - text.length, y: -at * GRID_EM, width: text.length }
    const run = { text, ...place, size: GRID_EM, font: null, bold: false }
    tally(run)
    runs.push(run)
  }
  const width = Math.max(0, largest(runs.map((run) => run.x + run.width)))
  const size = { width, height: lines.length * GRID_EM }
  return { number: index + 1, unit: 'cell', derivation: 'text', ...size, runs }
}

/**
 * Lays a text file out on a character grid, a page for each page break; lines end in LF, CR LF or CR CR LF.
 * @throws LimitExceeded if it has more pages, lines or text than the limits allow
 */
export const extractText = (bytes: Uint8Array, limits: ContentLimits = USUAL_LIMITS): ExtractedDocument => {
  const { text: decoded, found } = decodeTwice(decodeText(bytes))
  const text = breakFlowedText(repairWords(decoded.replace(/\r+\n|\r/g, '\n')))
  const parts = text.trimEnd().replace(BLANK_PAGES, '').split(PAGE_BREAK)
  within(limits, 'pages', parts.length)
  const tally = makeTally(limits)
  const [first, ...others] = parts
    .map((part, index) => makePage(part, index, tally))
    .filter(({ runs }) => runs.length > 0)
    .map((page) => withRemarks(page, describeDamage(tallyWords(page.runs))))
  const value = [...new Set(found)].slice(0, MAX_EXAMPLES).join(', ')
  const remarks = value === '' ? [] : [{ code: 'encoded_twice', value } as const]
  const pages = first ? [withRemarks(first, [...remarks, ...(first.remarks ?? [])]), ...others] : []
  return { derivation: 'text', pages, producer: null }
}
