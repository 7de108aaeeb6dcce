import type { ExploredProfile } from '../../pipeline/explorer/index.ts'
import { at } from '../../pipeline/io/at.ts'
import { COUNTRIES } from '../../schemas/countries.ts'

/** A day that differs from clone to clone, between 2012 and 2015. */
const makeDate = (index: number): string =>
  new Date(Date.UTC(2012, 0, 1 + ((index * 97) % 1460))).toISOString().slice(0, 10)

/**
 * A profile under the name of another country. Its words are those of the sample, and so is its collection: a release
 * of clones says that it was invented.
 */
const cloneProfile = (
  profile: ExploredProfile,
  index: number,
  country: { code: string; name: string },
): ExploredProfile => {
  const { document, indicators, items, boxes, review } = profile.rows
  const date = makeDate(index)
  const id = { document_id: `${country.code.toLowerCase()}-${date}-${document.sha256.slice(0, 8)}` }
  const named = { ...id, country_code: country.code, country: country.name, source_date: date }
  return {
    ...profile,
    rows: {
      document: { ...document, ...named, file_name: `clones/${country.code.toLowerCase()}.pdf` },
      indicators: indicators.map((row) => ({ ...row, ...named })),
      items: items.map((row) => ({ ...row, ...named })),
      boxes: boxes.map((row) => ({ ...row, ...id })),
      review: review.map((row) => ({ ...row, ...named })),
    },
  }
}

/** Clones of some profiles, each under the name of a real country, in published order. */
export const clonedProfiles = (
  profiles: readonly ExploredProfile[],
  count: number,
): readonly ExploredProfile[] =>
  COUNTRIES.toSorted((left, right) => (left.code < right.code ? -1 : 1))
    .slice(0, count)
    // strides that share no factor with the number of samples mix them
    .map((country, index) =>
      cloneProfile(at(profiles, (index * 7 + Math.floor(index / 10)) % profiles.length), index, country),
    )
