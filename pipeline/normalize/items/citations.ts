import type { Segment } from './segments.ts'

const AMENDED_BY =
  /,?\s(?:respectively\s)?(?:as\s)?(?:modified|added|amended)(?:\sand\s\w+)?\sby\s(?:the\s)?(?=\p{L})/gu
const CITES_AGAIN = /\s(?=(?:Articles?|Sections?|Chapters?|§)\s?\d)/gu
const isCitedOf = /\bof the\b|\bof Law\b/i

/** An entry that cites one law behind the other gives each. */
export const citedParts = (text: string, segment: Segment): Segment[] => {
  const cuts = [segment.start]
  for (const match of text.slice(segment.start, segment.end).matchAll(CITES_AGAIN)) {
    const cut = segment.start + match.index + 1
    if (
      isCitedOf.test(text.slice(cuts.at(-1) ?? segment.start, cut)) &&
      isCitedOf.test(text.slice(cut, segment.end))
    )
      cuts.push(cut)
  }
  return cuts.flatMap((start, index) => {
    const end = cuts[index + 1] ?? segment.end
    const amended = [...text.slice(start, end).matchAll(AMENDED_BY)]
    const starts = [start, ...amended.map((match) => start + match.index + match[0].length)]
    return starts.map((from, place) => ({
      ...segment,
      start: from,
      end: start + (amended[place]?.index ?? end - start),
    }))
  })
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
