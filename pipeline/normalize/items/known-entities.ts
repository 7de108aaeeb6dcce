import { ENTITIES, type Entity } from '../../../schemas/index.ts'
import { remember } from '../../io/remember.ts'
import { resolveCountry } from '../country-name.ts'
import { makeNameMatcher } from '../name-matcher.ts'
import { normaliseName } from '../name-words.ts'
import { findMatches } from './mentions.ts'

/** An entity named in running text; offsets into it. */
export interface EntityMention {
  readonly entity: Entity
  readonly start: number
  readonly end: number
}

/** Letters and digits of a name. */
const makeKey = remember((name: string): string => normaliseName(name).replace(/[^\p{L}\p{N}]/gu, ''))
const withoutBracket = (name: string): string => name.replace(/\s*\([^()]*\)\s*$/, '')

/** The entities by the keys of their spellings, with the country before those that count only there. */
const entityByKey = new Map<string, Entity>()
for (const entity of ENTITIES) {
  for (const spelling of [entity.name, withoutBracket(entity.name), ...entity.aliases])
    if (!entityByKey.has(makeKey(spelling))) entityByKey.set(makeKey(spelling), entity)
  for (const spelling of entity.ownAliases) entityByKey.set(`${entity.country} ${makeKey(spelling)}`, entity)
}

/** Short spellings that are words or names of something else count only as a whole item, not in running text. */
const AMBIGUOUS = new Set(
  'Security+ ECO TI ISS CAN EC SID LAP SPC PCI DAS CIS ECA CCI COP V4 CIA LAS'.split(' '),
)

let findNames: ReturnType<typeof makeNameMatcher<Entity>> | undefined

/** The known entities named in a text, in order of mention. */
export const findEntities = (text: string): EntityMention[] => {
  findNames ??= makeNameMatcher(
    ENTITIES.flatMap((entity) =>
      [entity.name, ...entity.aliases]
        .filter((spelling) => !AMBIGUOUS.has(spelling) && /\p{Lu}/u.test(spelling))
        .map((form) => ({ form, value: entity })),
    ),
  )
  return findNames(text).map(({ value, start, end }) => ({ entity: value, start, end }))
}

/** Shorter names that differ by two letters could be two names. */
const MIN_MISSPELT_LETTERS = 18

/** Whether two keys differ in two letters side by side at most: a misprint. */
const isMisprint = (left: string, right: string): boolean => {
  if (Math.abs(left.length - right.length) > 2) return false
  let start = 0
  while (start < left.length && left[start] === right[start]) start++
  return (
    start < left.length && (left.endsWith(right.slice(start + 2)) || right.endsWith(left.slice(start + 2)))
  )
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
