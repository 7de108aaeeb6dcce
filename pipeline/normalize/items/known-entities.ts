import { ENTITIES, type Entity } from '../../../schemas/index.ts'
import { makeNameMatcher } from '../name-matcher.ts'
import { normaliseName } from '../name-words.ts'

/** An entity named in running text; offsets into it. */
export interface EntityMention {
  readonly entity: Entity
  readonly start: number
  readonly end: number
}

/** Letters and digits of a name, without bracketed parts where `bare`. */
const keyOf = (name: string): string => normaliseName(name).replace(/[^\p{L}\p{N}]/gu, '')

const spellings = (entity: Entity): string[] => [
  entity.name,
  entity.name.replace(/\s*\([^()]*\)$/, ''),
  ...entity.aliases,
]

const byKey = new Map<string, Entity>()
const ownByKey = new Map<string, Entity>()
for (const entity of ENTITIES) {
  for (const spelling of spellings(entity)) {
    const key = keyOf(spelling)
    if (!byKey.has(key)) byKey.set(key, entity)
  }
  for (const spelling of entity.ownAliases) ownByKey.set(`${entity.country} ${keyOf(spelling)}`, entity)
}

/** Short spellings that are words or names of something else count only as a whole item, not in running text. */
const RISKY = new Set([
  'TI',
  'ISS',
  'CAN',
  'EC',
  'SID',
  'LAP',
  'SPC',
  'PCI',
  'DAS',
  'CIS',
  'ECA',
  'CCI',
  'COP',
  'V4',
  'CIA',
  'LAS',
])

let findNames: ReturnType<typeof makeNameMatcher<Entity>> | undefined

/** The known entities named in a text, in order of mention. */
export const entityMentions = (text: string): EntityMention[] => {
  findNames ??= makeNameMatcher(
    ENTITIES.flatMap((entity) =>
      [entity.name, ...entity.aliases]
        .filter((spelling) => !RISKY.has(spelling) && /\p{Lu}/u.test(spelling))
        .map((form) => ({ form, value: entity })),
    ),
  )
  return findNames(text).map(({ value, start, end }) => ({ entity: value, start, end }))
}

const bracketed = (text: string): string[] =>
  [...text.matchAll(/\(([^()]+)\)/g)].map((match) => (match[1] ?? '').replace(/[“”"'.]/g, '').trim())

/** Whether two long keys differ by two letters at most: a misprint. */
const isNear = (left: string, right: string): boolean => {
  if (Math.abs(left.length - right.length) > 2) return false
  let [start, tail] = [0, 0]
  while (start < left.length && left[start] === right[start]) start++
  while (
    tail < left.length - start &&
    tail < right.length - start &&
    left.at(-1 - tail) === right.at(-1 - tail)
  )
    tail++
  return Math.max(left.length, right.length) - start - tail <= 2
}

const NEAR_FROM = 18

const nearest = (key: string): Entity | undefined => {
  if (key.length < NEAR_FROM) return undefined
  for (const [known, entity] of byKey) if (known.length >= NEAR_FROM && isNear(known, key)) return entity
  return undefined
}

/** A number, an ordinal, a year and a place do not tell an event from others of its series. */
const withoutEdition = (text: string): string =>
  text
    .replace(
      /\b(?:19|20)\d\d\b|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|I{1,3}|IV|VI{0,3})\b/gi,
      ' ',
    )
    .replace(/\s(?:in|at|held)\s.*$/, '')

/** The entity that a whole name stands for in the profile of a country; null where no table knows it. */
export const entityOf = (text: string, countryCode: string): Entity | null => {
  const forms = [
    text,
    text.replace(/\s*\([^()]*\)\s*$/, ''),
    ...bracketed(text),
    withoutEdition(text),
    text.replace(
      /^(?:the\s+)?national\s+|\s+(?:initiative|network|group|forums?|conference|association|activities|working group|project|programme|program|team)$/gi,
      '',
    ),
  ]
    .map(keyOf)
    .filter((key) => key.length > 1)
  for (const key of forms) {
    const entity = ownByKey.get(`${countryCode} ${key}`) ?? byKey.get(key)
    if (entity) return entity
  }
  for (const key of forms.slice(0, 2)) {
    const entity = nearest(key)
    if (entity) return entity
  }
  return null
}
