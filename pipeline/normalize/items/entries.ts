import { headKind } from './head-kind.ts'
import { within } from './mentions.ts'
import { proseCandidates } from './prose.ts'
import { type Candidate, namesCountries, type Reading } from './reading.ts'
import type { Segment } from './segments.ts'
import { tokenize } from './tokens.ts'

const NOTHING = /^(?:none|nil|n\/a|no)\W*$/i
const ANNOUNCES = /:\s*$/

/** The name that a list entry is; of a long one that tells a story, the names in it. */
export const entryCandidates = (reading: Reading, segment: Segment): Candidate[] => {
  const { text, section } = reading
  const words = text.slice(segment.start, segment.end)
  if (NOTHING.test(words.trim()) || ANNOUNCES.test(words) || namesCountries(words)) return []
  const ownContacts = within(reading.contacts, segment)
  const end = Math.min(segment.end, ...ownContacts.map((contact) => contact.start))
  const name = text.slice(segment.start, end)
  if (name.replace(/[^\p{L}]/gu, '').length < 2) return []
  const tokens = tokenize(text, segment.start, end)
  const [standard] = within(reading.standards, segment)
  const kind = headKind(tokens)
  if (standard && standard.start - segment.start < 25 && kind !== 'instrument') {
    return [{ start: segment.start, end, kind: 'standard', entity: null, listed: true }]
  }
  const isLong =
    tokens.length > 9 &&
    section.listItems !== 'instrument' &&
    /\s(?:through|under the|by the|with the|in collaboration|whose|which|that)\s/.test(name)
  const phrases = isLong ? proseCandidates(reading, { ...segment, end }) : []
  if (phrases.length > 0) return phrases
  return [{ start: segment.start, end, kind, entity: null, listed: true }]
}
