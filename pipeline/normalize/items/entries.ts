import { resolveCountry } from '../country-name.ts'
import { headKind } from './head-kind.ts'
import { within } from './mentions.ts'
import { proseCandidates } from './prose.ts'
import type { Candidate, Reading } from './reading.ts'
import type { Segment } from './segments.ts'
import { tokenize } from './tokens.ts'

const NOTHING = /^(?:none|nil|n\/a|no)\W*$/i
/** A longer entry is prose, but for the titles of laws. */
const MAX_NAME_WORDS = 9

/** Whether words are only countries, or mostly. */
const namesCountries = (words: string): boolean => {
  if (resolveCountry(words.trim()) !== null) return true
  const parts = words
    .replace(/\s*\([^()]*\)/g, '')
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+/)
    .map((part) => part.replace(/^\W+|\W+$/gu, ''))
    .filter((part) => part !== '')
  const known = parts.filter((part) => resolveCountry(part) !== null).length
  return parts.length > 0 && (known === parts.length || (parts.length > 3 && known > 0.6 * parts.length))
}

/** The name in a list entry; in a long entry of prose, all names. */
export const entryCandidates = (reading: Reading, segment: Segment): Candidate[] => {
  const { text, section } = reading
  const words = text.slice(segment.start, segment.end)
  if (NOTHING.test(words.trim()) || /:\s*$/.test(words) || namesCountries(words)) return []
  const ownContacts = within(reading.contacts, segment)
  const bracketed = within(reading.standards, segment).filter(({ start }) => text[start - 1] === '(')
  const end = Math.min(segment.end, ...[...ownContacts, ...bracketed].map(({ start }) => start))
  const name = text.slice(segment.start, end)
  if (name.replace(/[^\p{L}]/gu, '').length < 2) return []
  const whole = { start: segment.start, end, listed: true } as const
  const [standard] = within(reading.standards, segment)
  if (standard && standard.start - segment.start < 2) {
    const isTitled = !/^\s+\p{Ll}/u.test(text.slice(standard.end, end))
    return [{ ...whole, kind: 'standard', end: isTitled ? end : standard.end }]
  }
  const tokens = tokenize(text, segment.start, end)
  const isProse = tokens.length > MAX_NAME_WORDS && section.listItems !== 'instrument'
  const names =
    isProse || !/[“"]/.test(name) ? proseCandidates(reading, { ...segment, end }, isProse ? 1 : 2) : []
  if (isProse && names.length > 0) return names
  const isSplit = names.length > 1 && names.every(({ kind }) => kind === 'organisation')
  return isSplit
    ? names.map((part) => ({ ...part, listed: true as const }))
    : [{ ...whole, kind: headKind(tokens) }]
}
