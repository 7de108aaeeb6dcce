import type { ItemKind, Section } from '../../../schemas/index.ts'
import { resolveCountry } from '../country-name.ts'
import { entryText, type Note, type NoteEntry } from '../note.ts'
import { contacts } from './contacts.ts'
import { stageOfEntry } from './draft-stage.ts'
import { events } from './events.ts'
import type { Found } from './found.ts'
import { isKnownBody } from './known-bodies.ts'
import { namePhrases } from './name-phrases.ts'
import { standards } from './standards.ts'

/** An entry that names nothing. */
const NOTHING = /^(?:none|nil|n\/a)\W*$/i
/** An entry that leads to further entries. */
const LEADS = /:\s*$/
/** A list that announces things attended. */
const ATTENDED = /\b(?:activities|events|conferences|workshops|exercises|drills|meetings)\b[^.]{0,60}:?\s*$/i
/** A list that announces members or participants of bodies. */
const BELONGS = /\b(?:members?|participants?)\b[^.]{0,80}:?\s*$/i
/** Capitals alone, or a team: a body rather than something attended. */
const BODY = /^[\p{Lu}\d\W]+$|\b\p{L}*(?:CERT|CSIRT|CIRT)\b|Working Group/u
/** A name that tells an entry's kind begins within this many characters. */
const NAME_WITHIN = 25

/** The words before the list that each entry stands in. */
const leadsOf = (note: Note): string[] => {
  let lead = ''
  return note.entries.map((entry) => {
    const own = lead
    if (!entry.marked) lead = entryText(note, entry)
    return own
  })
}

/** What an entry of a mixed list is, by its own words and those before the list. */
const ownKind = (words: string, lead: string, others: readonly ItemKind[], listKind: ItemKind): ItemKind => {
  const name = words.replace(/\W+$/u, '').replace(/^The\s+/, '')
  if (
    others.includes('contact') &&
    contacts(words).some(({ start, end }) => start === 0 && end >= name.length)
  ) {
    return 'contact'
  }
  const isBody = isKnownBody(name) || isKnownBody(name.split(/\s+[-–(]|,\s/)[0] ?? '')
  if (isBody && listKind === 'membership') return listKind
  if (isBody && others.includes('membership') && BELONGS.test(lead)) return 'membership'
  if (others.includes('standard') && (standards(words)[0]?.start ?? NAME_WITHIN) < NAME_WITHIN)
    return 'standard'
  if (others.includes('event') && events(words).length > 0) return 'event'
  const phrase = namePhrases(words).find(({ start }) => start < NAME_WITHIN)
  if (phrase && others.includes(phrase.kind) && phrase.head !== 'Forum') return phrase.kind
  if (others.includes('event') && ATTENDED.test(lead) && !BODY.test(name)) return 'event'
  return listKind
}

const YEARS = /\b(?:19|20)\d\d\b/g

const codeOf = (kind: ItemKind, words: string): string | null => {
  if (kind === 'event') return words.match(YEARS)?.join(', ') ?? null
  return kind === 'standard' ? (standards(words)[0]?.code ?? null) : null
}

const itemOf = (section: Section, listKind: ItemKind, note: Note, entry: NoteEntry, lead: string): Found => {
  const words = entryText(note, entry)
  const kind = section.mixedList ? ownKind(words, lead, section.mixedList, listKind) : listKind
  const stage = kind === 'instrument' ? stageOfEntry(words, lead) : null
  return { kind, start: entry.start, end: entry.end, stage, code: codeOf(kind, words) }
}

/** Countries are rows of their own kind, taken from prose and entries alike. */
const namesCountriesAlone = (words: string): boolean => {
  const parts = words
    .replace(/\s*\([^()]*\)/g, '')
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+/)
    .map((part) => part.replace(/\W+$/u, ''))
    .filter((part) => part !== '')
  return parts.length > 0 && parts.every((part) => resolveCountry(part) !== null)
}

const namesSomething = (section: Section, words: string): boolean =>
  !NOTHING.test(words) && !(section.mixedList && (LEADS.test(words) || namesCountriesAlone(words)))

/** The entries of the marked lists of a note, with the kind that the section gives to them. */
export const listEntries = (section: Section, note: Note): Found[] => {
  const { listItems } = section
  if (listItems === null) return []
  const leads = leadsOf(note)
  return note.entries.flatMap((entry, index) =>
    entry.marked && namesSomething(section, entryText(note, entry))
      ? [itemOf(section, listItems, note, entry, leads[index] ?? '')]
      : [],
  )
}
