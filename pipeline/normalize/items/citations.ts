import { findMatches } from './mentions.ts'
import type { Segment } from './segments.ts'

const AMENDED_BY =
  /,?\s(?:respectively\s)?(?:as\s)?(?:modified|added|amended|included)(?:\sand\s\w+|\sin\s[^,;]{1,30})?\sby\s(?:the\s)?(?=\p{L})/gu
/** Parts an entry that says which law amended another: both are named. */
export const splitAmendments = (text: string, segment: Segment): Segment[] => {
  const amended = findMatches(text, AMENDED_BY, segment.start, segment.end)
  const starts = [segment.start, ...amended.map(({ end }) => end)]
  return starts.map((start, index) => ({ ...segment, start, end: amended[index]?.start ?? segment.end }))
}

const CITED =
  /((?:[Aa]rticles?|[Ss]ections?|[Cc]hapters?|[Dd]ivisions?|§)[^;:“”"]{1,120}?)\s*\*?\s+(?:of|to|under)\s+(?:the\s+)?(?:[“"]\s?)?(?:The\s+)?$/u
const CITED_BEHIND =
  /^\s*\(((?:[Aa]rticles?|[Aa]rts?\.?|[Ss]ections?|[Cc]hapters?|§)[^()]*(?:\([^()]*\)[^()]*)*)\)/u

/** What is cited of a law before or behind its name. */
export const citedAround = (text: string, from: number, start: number, end: number): string | null => {
  const before = CITED.exec(text.slice(Math.max(from, start - 160), start))?.[1]
  const cited = before ?? CITED_BEHIND.exec(text.slice(end, end + 160))?.[1]
  return cited === undefined ? null : cited.replace(/\s*\(\*\)|\*/g, '').replace(/[\s,]+$/, '')
}
