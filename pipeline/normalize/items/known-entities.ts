import { ENTITIES, type Entity } from '../../../schemas/index.ts'
import { remember } from '../../io/remember.ts'
import { resolveCountry } from '../country-name.ts'
import { makeNameMatcher, type NamePattern } from '../name-matcher.ts'
import { type NameWord, nameWords } from '../name-words.ts'
import { findMatches } from './mentions.ts'

const joinWords = (words: readonly NameWord[]): string => words.map(({ word }) => word).join('')
/** Letters and digits of a name. */
const makeKey = remember((name: string) => joinWords(nameWords(name)))
const withoutBracket = (name: string): string => name.replace(/\s*\([^()]*\)\s*$/, '')

/** The entities by the keys of their spellings, with the country before those that count only there. */
const entityByKey = new Map<string, Entity>()
const spellings: Required<NamePattern<Entity>>[] = []
for (const entity of ENTITIES) {
  const own = [entity.name, ...entity.aliases].map((form) => ({
    form,
    words: nameWords(form),
    value: entity,
  }))
  spellings.push(...own)
  for (const key of [...own.map(({ words }) => joinWords(words)), makeKey(withoutBracket(entity.name))])
    if (!entityByKey.has(key)) entityByKey.set(key, entity)
  for (const spelling of entity.ownAliases) entityByKey.set(`${entity.country} ${makeKey(spelling)}`, entity)
}

/** Short spellings that are words or names of something else count only as a whole item, not in running text. */
const AMBIGUOUS = new Set(
  'Security+ ECO TI ISS CAN EC SID LAP SPC PCI DAS CIS ECA CCI COP V4 CIA LAS'.split(' '),
)

/** The known entities named in a text, in order of mention. */
export const findEntities = makeNameMatcher(() =>
  spellings.filter(({ form }) => !AMBIGUOUS.has(form) && /\p{Lu}/u.test(form)),
)

/** Shorter names that differ by two letters could be two names. */
const MIN_MISSPELT_LETTERS = 18

/** Whether two keys differ in two letters side by side at most: a misprint. */
const isMisprint = (left: string, right: string): boolean => {
  if (Math.abs(left.length - right.length) > 2) return false
  let start = 0
  while (start < left.length && left[start] === right[start]) start++
  if (start === left.length) return false
  return left.endsWith(right.slice(start + 2)) || right.endsWith(left.slice(start + 2))
}

const longKeys = [...entityByKey].filter(([key]) => key.length >= MIN_MISSPELT_LETTERS)

const findMisspelt = remember((key: string): Entity | null => {
  const isLong = key.length >= MIN_MISSPELT_LETTERS
  return (isLong && longKeys.find(([known]) => isMisprint(known, key))?.[1]) || null
})

/** Number, year and place do not distinguish an event from others of its series. */
const EDITION =
  /\b(?:19|20)\d\d\b|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|I{1,3}|IV|VI{0,3})\b|\s(?:in|at|held)\s.*$/gi
const COMMON_WORDS =
  /^(?:the\s+)?national\s+|\s+(?:initiative|network|group|forums?|conference|association|activities|working group|project|programme|program|team)$/gi

/** The entity that a whole name stands for in the profile of a country; null if no table knows it. */
export const findEntity = (text: string, countryCode: string): Entity | null => {
  const bracketed = findMatches(text, /\(([^()]+)\)/g).map(({ match }) => match[1] ?? '')
  const bare = withoutBracket(text)
  const forms = [text, bare, ...bracketed, text.replace(EDITION, ' '), text.replace(COMMON_WORDS, '')]
  for (const form of new Set(forms)) {
    const key = makeKey(form)
    const entity = entityByKey.get(`${countryCode} ${key}`) ?? entityByKey.get(key)
    if (entity && key.length > 1) return entity
  }
  // a body named with its country (`Korea KISA`)
  const words = text.split(' ')
  for (let count = 1; count < Math.min(words.length, 3); count++) {
    const nation = resolveCountry(words.slice(0, count).join(' '))
    if (nation !== null) return findEntity(words.slice(count).join(' '), nation.code)
  }
  return findMisspelt(makeKey(text)) ?? findMisspelt(makeKey(bare))
}
