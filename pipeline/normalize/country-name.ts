import { COUNTRIES } from '../../schemas/countries.ts'
import { SPECIMEN_PLACES } from '../../schemas/specimen-places.ts'
import { editDistance } from '../parse/index.ts'
import { nameWords, normaliseName } from './name-words.ts'

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
export const formsOf = (place: Place): string[] =>
  [place.name, ...place.names].flatMap((form) => [form, ...inverted(form)])

/** A country or specimen place: its code and its name in the tables. */
export interface NamedCountry {
  readonly code: string
  readonly name: string
}

/** Words that are lost or added where names are copied (`Antigua-Barbuda`). */
const LINKING_WORDS: ReadonlySet<string> = new Set(['', 'and', 'of', 'et', 'y'])

/** A name without linking words and spaces, by which `Hongkong` and `Antigua-Barbuda` are found. */
export const compactName = (text: string): string =>
  nameWords(text)
    .map(({ word }) => word)
    .filter((word) => !LINKING_WORDS.has(word))
    .join('')

interface NameIndex {
  readonly byName: ReadonlyMap<string, Place>
  readonly byCompactName: ReadonlyMap<string, Place>
}

let nameIndex: NameIndex | undefined

const indexOfNames = (): NameIndex => {
  if (nameIndex) return nameIndex
  const forms = PLACES.flatMap((place) => formsOf(place).map((form) => ({ place, form })))
  nameIndex = {
    byName: new Map(forms.map(({ place, form }) => [normaliseName(form), place])),
    byCompactName: new Map(forms.map(({ place, form }) => [compactName(form), place])),
  }
  return nameIndex
}

const named = (place: Place | undefined): NamedCountry | null =>
  place ? { code: place.code, name: place.name } : null

/**
 * The country that a printed name means, or null. The whole text must be the name; accents, case,
 * punctuation, linking words and spaces may differ, letters may not.
 */
export const resolveCountry = (printed: string): NamedCountry | null => {
  const { byName, byCompactName } = indexOfNames()
  return named(byName.get(normaliseName(printed)) ?? byCompactName.get(compactName(printed)))
}

/** Names shorter than this are too alike for a spelling mistake to be told from another name. */
const SHORTEST_MISSPELT = 6
/** From this length on, two letters may be wrong. */
const LONG_NAME = 9

/** The one country whose name is a letter or two away from a misspelt one; null where none or several are. */
export const resolveMisspeltCountry = (printed: string): NamedCountry | null => {
  const wanted = compactName(printed)
  if (wanted.length < SHORTEST_MISSPELT) return null
  const allowed = wanted.length < LONG_NAME ? 1 : 2
  const found = new Map<string, Place>()
  for (const [name, place] of indexOfNames().byCompactName) {
    if (name.length < SHORTEST_MISSPELT || Math.abs(name.length - wanted.length) > allowed) continue
    if (editDistance(name, wanted) <= allowed) found.set(place.code, place)
  }
  const [only] = found.values()
  return found.size === 1 ? named(only) : null
}

/** Of a longer text, so many letters are compared: more than any name has. */
const LONGEST_COMPARED = 80

/** The names of the countries spelt most like a printed name, nearest first, for an error message. */
export const nearestCountries = (printed: string, count = 3): string[] => {
  const wanted = compactName(printed).slice(0, LONGEST_COMPARED)
  return COUNTRIES.map((country) => ({
    name: country.name,
    distance: Math.min(...formsOf(country).map((form) => editDistance(compactName(form), wanted))),
  }))
    .toSorted((left, right) => left.distance - right.distance)
    .slice(0, count)
    .map(({ name }) => name)
}
