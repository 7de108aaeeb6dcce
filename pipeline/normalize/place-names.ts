import { COUNTRIES } from '../../schemas/countries.ts'
import { SPECIMEN_PLACES } from '../../schemas/specimen-places.ts'

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
