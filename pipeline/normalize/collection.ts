import type { Collection } from '../../schemas/index.ts'
import { SPECIMEN_PLACES } from '../../schemas/specimen-places.ts'

const specimenCodes: ReadonlySet<string> = new Set(SPECIMEN_PLACES.map((place) => place.code))

/** Which set a document about a country belongs to: an invented place makes it a specimen. */
export const collectionOf = (countryCode: string): Collection =>
  specimenCodes.has(countryCode) ? 'specimen' : 'itu-cyberwellness'
