import { COUNTRIES } from '../../schemas/countries.ts'
import { SPECIMEN_PLACES } from '../../schemas/specimen-places.ts'
import { remember } from '../io/remember.ts'
import { editDistance } from '../parse/index.ts'
import { nameWords } from './name-words.ts'

export { normaliseName } from './name-words.ts'

/** A country of the reviewed table or an invented place of the specimens. */
export interface Place {
  readonly code: string
  readonly name: string
  readonly names: readonly string[]
}

/** Every place that a name can resolve to. */
export const PLACES: readonly Place[] = [...COUNTRIES, ...SPECIMEN_PLACES]

/** `Republic of the Congo`: a form of state, then the name proper. */
const FORM_OF_STATE =
  /^(?:the )?(.*?\b(?:republic|kingdom|states?|federation|union|commonwealth|principality|sultanate|duchy|cantons|island|province)\b.*? of(?: the)?) (.+)$/i

const inverted = (form: string): string[] => {
  const match = FORM_OF_STATE.exec(form)
  return match ? [`${match[2]} (${match[1]})`] : []
}

/** The forms of a place: its names, and `Congo (Republic of the)` for `Republic of the Congo`. */
export const listForms = (place: Place): string[] =>
  [place.name, ...place.names].flatMap((form) => [form, ...inverted(form)])

/** A country or specimen place: its code and its name in the tables. */
export interface NamedCountry {
  readonly code: string
  readonly name: string
  /** Whether a spelling mistake was corrected. */
  readonly repaired?: true
}

/** Words that copies of a name may omit or add (`Antigua-Barbuda`). */
const LINKING_WORDS: ReadonlySet<string> = new Set(['', 'and', 'of', 'et', 'y'])

const readWords = (text: string): string[] => nameWords(text).map(({ word }) => word)

/** Words without those of addresses, as names are compared. */
const joinWords = (words: readonly string[]): string => words.filter((word) => word !== '').join(' ')

const compactWords = (words: readonly string[]): string =>
  words.filter((word) => !LINKING_WORDS.has(word)).join('')

/** A name without linking words and spaces, by which `Hongkong` and `Antigua-Barbuda` are found. */
export const compactName = (text: string): string => compactWords(readWords(text))

/** Every form of every place. */
export const PLACE_FORMS = PLACES.flatMap((place) =>
  listForms(place).map((form) => ({ form, place, words: nameWords(form) })),
)
const FORMS = PLACE_FORMS.map(({ place, words }) => ({ place, words: words.map(({ word }) => word) }))
const placeByName = new Map(FORMS.map(({ place, words }) => [joinWords(words), place]))
const placeByCompactName = new Map(FORMS.map(({ place, words }) => [compactWords(words), place]))

const sortWords = (words: readonly string[]): string => words.toSorted().join(' ')
/** Places by the words of their names in alphabetical order, by which `Guinea Equatorial` is found. */
const placesBySortedWords = Map.groupBy(FORMS, ({ words }) => sortWords(words))

const findReordered = (words: readonly string[]): Place | undefined => {
  const found = placesBySortedWords.get(sortWords(words)) ?? []
  const [place, ...others] = new Set(found.map((form) => form.place))
  return others.length === 0 ? place : undefined
}

/** The country whose name these words are, as `resolveCountry` says; they are those of `nameWords`. */
export const resolveWords = (words: readonly string[]): NamedCountry | null => {
  const place =
    placeByName.get(joinWords(words)) ?? placeByCompactName.get(compactWords(words)) ?? findReordered(words)
  return place ? { code: place.code, name: place.name } : null
}

/**
 * The country that a printed name means, or null. The whole text must be the name; accents, case,
 * punctuation, linking words, spaces and the order of the words may differ, letters may not.
 */
export const resolveCountry = remember((printed: string) => resolveWords(readWords(printed)))

/** Words that a form of state adds to a name without changing it. */
const STATE_WORDS: ReadonlySet<string> = new Set(
  'republic kingdom state states federal federation islamic arab sovereign independent principality sultanate of'.split(
    ' ',
  ),
)

const properWords = (words: readonly string[]): string[] =>
  words.filter((word) => !STATE_WORDS.has(word) && !LINKING_WORDS.has(word))

/** The names of all places without the form of state and spaces. */
const PROPER_NAMES = FORMS.map(({ place, words }) => ({ place, name: properWords(words).join('') }))

/** Whether names of other places hold these words, as `Congo`, `Korea` and `Guinea` do. */
const isShared = (words: readonly string[], code: string): boolean =>
  FORMS.some(
    (form) => form.place.code !== code && ` ${joinWords(form.words)} `.includes(` ${words.join(' ')} `),
  )

/**
 * The country whose known name is printed with a form of state that it does not have in the table (`Republic of Syria`);
 * null if that could be another country (`Republic of Korea` and `Democratic People's Republic of Korea`).
 */
export const resolveWithState = (printed: string): NamedCountry | null => {
  const words = properWords(readWords(printed))
  const country = resolveCountry(words.join(' '))
  return country === null || isShared(words, country.code) ? null : country
}

/** In shorter names a spelling mistake could be another name. */
const MIN_MISSPELT_LETTERS = 6
/** Names from this length on may have two wrong letters. */
const LONG_NAME_LETTERS = 9
/** Shorter names are inside others by chance. */
const MIN_HELD_LETTERS = 4

/**
 * The one country whose name, without the form of state, is a letter or two away from a misspelt one; null if none or
 * several are, or where the text holds the name of another.
 */
export const resolveMisspeltCountry = (printed: string): NamedCountry | null => {
  const wanted = properWords(readWords(printed)).join('')
  if (wanted.length < MIN_MISSPELT_LETTERS) return null
  const allowed = wanted.length < LONG_NAME_LETTERS ? 1 : 2
  // as many wrong letters leave one of these pieces as it is, which most names do not hold
  const size = Math.ceil(wanted.length / (allowed + 1))
  const pieces = [0, size, 2 * size].slice(0, allowed + 1).map((from) => wanted.slice(from, from + size))
  const near = PROPER_NAMES.filter(
    ({ name }) =>
      Math.abs(name.length - wanted.length) <= allowed &&
      pieces.some((piece) => name.includes(piece)) &&
      editDistance(name, wanted) <= allowed,
  )
  const [only, ...others] = new Set(near.map(({ place }) => place))
  const [held] = PROPER_NAMES.filter(
    ({ name }) => name.length >= MIN_HELD_LETTERS && wanted.includes(name),
  ).toSorted((left, right) => right.name.length - left.name.length)
  if (only === undefined || others.length > 0 || (held !== undefined && held.place !== only)) return null
  return { code: only.code, name: only.name, repaired: true }
}

/** More than any name has. */
const MAX_COMPARED_LETTERS = 80

/** The names of the countries spelt most like a printed name, nearest first, for an error message. */
export const nearestCountries = (printed: string, count = 3): string[] => {
  const wanted = compactName(printed).slice(0, MAX_COMPARED_LETTERS)
  return COUNTRIES.map((country) => ({
    name: country.name,
    distance: Math.min(...listForms(country).map((form) => editDistance(compactName(form), wanted))),
  }))
    .toSorted((left, right) => left.distance - right.distance)
    .slice(0, count)
    .map(({ name }) => name)
}
