import { fold } from './text.ts'

interface Named {
  readonly code: string
  readonly name: string
}

/** Countries whose name or code begins with what was typed, then those that hold it. */
export const matchCountries = <Country extends Named>(
  countries: readonly Country[],
  typed: string,
): readonly Country[] => {
  const wanted = fold(typed)
  if (wanted === '') return []
  const rank = ({ code, name }: Named): number => {
    const folded = fold(name)
    if (folded === wanted || fold(code) === wanted) return 0
    if (folded.startsWith(wanted)) return 1
    return folded.includes(wanted) ? 2 : 3
  }
  return countries
    .map((country) => ({ country, rank: rank(country) }))
    .filter((match) => match.rank < 3)
    .sort((left, right) => left.rank - right.rank)
    .map(({ country }) => country)
}

/** Countries that a query names in full, in the order of the query. */
export const namedCountries = <Country extends Named>(
  countries: readonly Country[],
  query: string,
): readonly Country[] => {
  const text = ` ${fold(query).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  return countries
    .map((country) => ({
      country,
      place: text.indexOf(` ${fold(country.name).replace(/[^\p{L}\p{N}]+/gu, ' ')} `),
    }))
    .filter(({ place }) => place !== -1)
    .sort((left, right) => left.place - right.place)
    .map(({ country }) => country)
}
