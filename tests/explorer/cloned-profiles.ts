import type { ExploredProfile } from '../../pipeline/explorer/index.ts'
import { COUNTRIES } from '../../schemas/countries.ts'

/** A day that differs from clone to clone, between 2012 and 2015. */
const dateOf = (index: number): string =>
  new Date(Date.UTC(2012, 0, 1 + ((index * 97) % 1460))).toISOString().slice(0, 10)

/**
 * A profile in another country’s name. Its words stay those of the specimen, and so does its collection: a release of
 * clones says of itself that it was invented.
 */
const cloneOf = (
  profile: ExploredProfile,
  index: number,
  country: { code: string; name: string },
): ExploredProfile => {
  const { document, indicators, items, boxes, review } = profile.rows
  const date = dateOf(index)
  const hash = document.sha256.slice(0, 5) + index.toString(16).padStart(3, '0')
  const id = { document_id: `${country.code.toLowerCase()}-${date}-${hash}` }
  const named = { ...id, country_code: country.code, country: country.name, source_date: date }
  return {
    ...profile,
    rows: {
      document: { ...document, ...named, file_name: `clones/${country.code.toLowerCase()}.pdf` },
      indicators: indicators.map((row) => ({ ...row, ...named, is_latest: true })),
      items: items.map((row) => ({ ...row, ...id })),
      boxes: boxes.map((row) => ({ ...row, ...id })),
      review: review.map((row) => ({ ...row, ...id, country_code: country.code })),
    },
  }
}

/** So many clones of some profiles, each under the name of a real country, in published order. */
export const clonedProfiles = (
  profiles: readonly ExploredProfile[],
  count: number,
): readonly ExploredProfile[] =>
  COUNTRIES.toSorted((left, right) => (left.code < right.code ? -1 : 1))
    .slice(0, count)
    .flatMap((country, index) => {
      // strides that share no factor with the number of specimens mix them
      const profile = profiles[(index * 7 + Math.floor(index / 10)) % profiles.length]
      return profile ? [cloneOf(profile, index, country)] : []
    })
