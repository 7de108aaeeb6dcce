import { headKind } from './head-kind.ts'
import { within } from './mentions.ts'
import { proseCandidates } from './prose.ts'
import { type Candidate, namesCountries, type Reading } from './reading.ts'
import type { Segment } from './segments.ts'
import { tokenize } from './tokens.ts'

const NOTHING = /^(?:none|nil|n\/a|no)\W*$/i
/** Longer words before the number of a standard are not its publisher. */
const MAX_PUBLISHER_LENGTH = 25
const ANNOUNCES = /:\s*$/

/** The name in a list entry; in a long entry of prose, all names. */
export const entryCandidates = (reading: Reading, segment: Segment): Candidate[] => {
  const { text, section } = reading
  const words = text.slice(segment.start, segment.end)
  if (NOTHING.test(words.trim()) || ANNOUNCES.test(words) || namesCountries(words)) return []
  const ownContacts = within(reading.contacts, segment)
  const end = Math.min(segment.end, ...ownContacts.map((contact) => contact.start))
  const name = text.slice(segment.start, end)
  if (name.replace(/[^\p{L}]/gu, '').length < 2) return []
  const whole = { start: segment.start, end, entity: null, listed: true }
  const [standard] = within(reading.standards, segment)
  const tokens = tokenize(text, segment.start, end)
  const kind = headKind(tokens)
  const offset = standard ? standard.start - segment.start : MAX_PUBLISHER_LENGTH
  if (standard && (offset < 2 || (offset < MAX_PUBLISHER_LENGTH && kind !== 'instrument'))) {
    const isTitled = !/^\s+\p{Ll}/u.test(text.slice(standard.end, end))
    return [{ ...whole, kind: 'standard', end: isTitled ? end : standard.end }]
  }
  const isLong =
    tokens.length > 9 &&
    section.listItems !== 'instrument' &&
    /\s(?:through|under the|by the|with the|in collaboration|whose|which|that)\s/.test(name)
  const phrases = isLong ? proseCandidates(reading, { ...segment, end }) : []
  if (phrases.length > 0) return phrases
  const isPlain = kind === 'organisation' && !/[“"]/.test(name)
  const parts = isPlain ? proseCandidates(reading, { ...segment, end }) : []
  const isSplit = parts.length > 1 && parts.every((part) => part.kind === 'organisation')
  return isSplit ? parts.map((part) => ({ ...part, listed: true })) : [{ ...whole, kind }]
}
