import { PLACE_FORMS } from './country-name.ts'
import { makeNameMatcher, type NameMatch, type NamePattern } from './name-matcher.ts'

/** A country named in running text: its code, and its name as printed, a possessive `’s` left out. */
export type CountryMention = Omit<NameMatch<string>, 'value'> & { readonly code: string }

/** Names with a country's name in them that are no country: parts of others, waters, cities, schools. */
const NO_COUNTRIES = `New Mexico; New Jersey; New England; New South Wales; New Guinea; Jersey City; British Columbia;
  Inner Mongolia; Northern Cyprus; Turkish Republic of Northern Cyprus; West Timor; Niger State; Atlanta, Georgia;
  State of Georgia; Georgia Tech; Georgia Institute of Technology; Georgia State University; Prince of Wales;
  Gulf of Guinea; Gulf of Mexico; Gulf of Oman; Gulf of Thailand; Gulf of Panama; Sea of Japan; South China Sea;
  East China Sea; Indian Ocean; Lake Chad; Lake Malawi; Jordan River; River Jordan; Jordan Valley; Niger River;
  River Niger; Niger Delta; Niger Basin; Congo River; River Congo; Congo Basin; Senegal River; Gambia River;
  River Gambia; Mexico City; Guatemala City; Kuwait City; Panama City; Belize City; Guinea pig; Guinea fowl;
  Family Reunion; Contact US; About US; Follow US; Join US; Republic of China`

/** Behind a name in brackets: the country in which the place lies. */
const IN_THE_STATES = /^\s*\((?:the\s+)?(?:U\.?\s?S(?:\.?\s?A)?\b|United\s+States\b)/

type FindCountries = (text: string) => CountryMention[]

/**
 * A function that finds every country named in a text, in order of mention, repeats included. Names count where they
 * are as whole words with their capitals; “Republic of China” alone counts for nothing, as it means Taiwan to some
 * and China to others; `US$` is money, and Georgia (USA) a state.
 */
export const makeCountryFinder = (listOthers: () => readonly NamePattern<string>[]): FindCountries => {
  const findNames = makeNameMatcher<string | null>(() => [
    ...PLACE_FORMS.map(({ place, ...form }) => ({ ...form, value: place.code })),
    ...NO_COUNTRIES.split(/;\s+/).map((form) => ({ form, value: null })),
    ...listOthers(),
  ])
  return (text) =>
    findNames(text).flatMap(({ value, ...place }) =>
      value === null ||
      text[place.end] === '$' ||
      (value === 'GEO' && IN_THE_STATES.test(text.slice(place.end, place.end + 24)))
        ? []
        : [{ code: value, ...place }],
    )
}

/** The countries named in a text, by their names alone. */
export const countryMentions = makeCountryFinder(() => [])
