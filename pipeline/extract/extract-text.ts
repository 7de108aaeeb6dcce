import { type ContentLimits, USUAL_LIMITS, within } from '../../schemas/index.ts'
import { decodeText } from './decode-text.ts'
import { breakFlowedText } from './flowed-text/index.ts'
import { type ExtractedDocument, GRID_EM, type Page, type TextRun } from './page.ts'
import { pageTally } from './page-tally.ts'

/** A page break as copies of a PDF write it: a form feed, which may stand beside text, or a rule with the number. */
const PAGE_BREAK =
  /\f\s*\n(?=[ \t]*-{5,}[ \t]*Page)|\f|\n(?=[ \t]*-{5,}[ \t]*Page[ \t]+\d+[ \t]*-{5,}[ \t]*(?:\n|$))/i

/** Tabs advance to the next multiple of this many cells, as terminals and editors do. */
const TAB_STOP = 8

const expandTabs = (line: string): string =>
  line
    .split('\t')
    .reduce((expanded, piece) => expanded + ' '.repeat(TAB_STOP - (expanded.length % TAB_STOP)) + piece)

const runOf = (line: string, index: number): TextRun | null => {
  const text = expandTabs(line)
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .trimEnd()
  const trimmed = text.trimStart()
  if (trimmed === '') return null
  return {
    text: trimmed,
    x: text.length - trimmed.length,
    y: -index * GRID_EM,
    width: trimmed.length,
    size: GRID_EM,
    font: null,
    bold: false,
  }
}

/** No more runs than one too many are made of a page. */
const pageOf = (text: string, index: number, limits: ContentLimits): Page => {
  const lines = text.split('\n')
  const runs: TextRun[] = []
  for (const [at, line] of lines.entries()) {
    const run = runOf(line, at)
    if (run !== null) runs.push(run)
    if (runs.length > limits.runs) break
  }
  return {
    number: index + 1,
    unit: 'cell',
    derivation: 'text',
    width: runs.reduce((widest, run) => Math.max(widest, run.x + run.width), 0),
    height: lines.length * GRID_EM,
    runs,
  }
}

/**
 * Lays a text file out on a character grid, a page for each page break; lines end in LF, CR LF or CR CR LF.
 * @throws LimitExceeded where it has more pages, lines or text than the limits allow
 */
export const extractText = (bytes: Uint8Array, limits: ContentLimits = USUAL_LIMITS): ExtractedDocument => {
  const text = breakFlowedText(decodeText(bytes).replace(/\r+\n|\r/g, '\n'))
  const parts = text.trimEnd().split(PAGE_BREAK)
  const printed = parts.slice(
    Math.max(
      0,
      parts.findIndex((part) => part.trim() !== ''),
    ),
  )
  within(limits, 'pages', printed.length)
  const count = pageTally(limits)
  const pages: Page[] = []
  for (const [index, part] of printed.entries()) {
    const page = pageOf(part, index, limits)
    count(page)
    if (page.runs.length > 0) pages.push(page)
  }
  return { derivation: 'text', pages, producer: null }
}
