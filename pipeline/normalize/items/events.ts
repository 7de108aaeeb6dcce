import { abbreviationAt } from './abbreviation.ts'
import { type Found, found, withoutOverlap } from './found.ts'
import { namePhrases } from './name-phrases.ts'

const YEAR = String.raw`(?:19|20)\d\d`
const YEARS = new RegExp(String.raw`\b${YEAR}\b`, 'g')
const NOUN =
  '(?:conferences?|workshops?|drills?|cyber-?drills?|exercises?|forums?|seminars?|summits?|symposium|meetings?|congress)'
/** The year behind an event, and the years enumerated with it, within its clause. */
const YEAR_BEHIND = new RegExp(
  String.raw`^(?![^.;:]{0,80}?\b(?:Strategy|Plan|Law|Act|hosted|hosts|attended|joined|participated)\b)(?:[^.;:]|\.(?=\p{L})){0,80}?\b${YEAR}(?:(?:\s*,\s*|\s*,?\s*(?:and|to|-|–|/)\s*)${YEAR})*\b`,
  'iu',
)
/** A year before an event stands within so many characters, the one that it is set off from included. */
const YEAR_WITHIN = 10
const YEAR_BEFORE = new RegExp(String.raw`\b${YEAR}\s+$`)
/** An event without a name: “an IT security conference in December 2012”. */
const COMMON = new RegExp(
  String.raw`\b(?:an?|the|its|first|second|third|fourth|fifth|annual|several|in)\s+(?<event>(?!(?:the|a|an)\b)(?:(?!(?:the|a|an|of|for|and|in|on|with|to|by|from|is|are|has|have|was|were|national|sector-specific)\b)[\p{L}\p{N}&/’'-]+\s+){0,5}?${NOUN}\b)`,
  'giu',
)
/** Drills that go by a name without a noun. */
const KNOWN =
  /\b(?:ITU[-‐– ]{0,2}IMPACT\s+)?Applied\s+Learning\s+for\s+Emergency\s+Response\s+Teams?\b|\bCyber\s+(?:Europe|Atlantic|Coalition|Shield|Storm|Europe)\b|\bLocked\s+Shields\b|\bAPCERT\s+[Dd]rill\b|\bX-Maya\b/g

/** Behind a common noun the sentence goes on to speak about the event. */
const GOES_ON = /,|\b(?:to|which|that|was|were|is|are|will|has|have)\b/i

/** An event with a year: its words up to the year (or from it), and the years as its code. */
const yearsOf = (words: string): string | null => {
  const years = words.match(YEARS)
  return years && [...new Set(years)].join(', ')
}

/** The offset behind the closing quotation mark of a title that opens within. */
const quoteEnd = (text: string, start: number, end: number): number =>
  /“[^”]*$/.test(text.slice(start, end)) && text[end] === '”' ? end + 1 : end

const dated = (text: string, start: number, end: number): Found[] => {
  const closed = abbreviationAt(text, end)?.end ?? end
  const inside = yearsOf(text.slice(start, closed))
  if (inside !== null) return [found('event', start, closed, inside)]
  const from = Math.max(0, start - YEAR_WITHIN)
  const before = YEAR_BEFORE.exec(text.slice(from, start))
  if (before) return [found('event', from + before.index, closed, before[0].trim())]
  const behind = YEAR_BEHIND.exec(text.slice(closed, closed + 140))?.[0] ?? ''
  const years = yearsOf(behind)
  return years === null ? [] : [found('event', start, quoteEnd(text, start, closed + behind.length), years)]
}

/** Drills, exercises, conferences, workshops and forums of which the note gives the year. */
export const events = (text: string): Found[] => {
  const phrases = namePhrases(text)
    .filter((phrase) => phrase.kind === 'event')
    .flatMap((phrase) => dated(text, phrase.start, phrase.end))
  const known = [...text.matchAll(KNOWN)].flatMap((match) =>
    dated(text, match.index, match.index + match[0].length),
  )
  const common = [...text.matchAll(COMMON)].flatMap((match) => {
    const event = match.groups?.['event']
    if (event === undefined) return []
    const end = match.index + match[0].length
    const events = dated(text, end - event.length, end)
    return events.filter((finding) => !GOES_ON.test(text.slice(end, finding.end)))
  })
  return withoutOverlap([...phrases, ...known, ...common])
}
