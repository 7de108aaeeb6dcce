import { z } from 'zod'
import { COUNTRY_CODE, column } from './column.ts'
import type { DocumentRow } from './documents.ts'
import { list, readTable } from './read-table.ts'
import { defineTable } from './table.ts'

/** The five regions of the UN geoscheme. */
export const REGIONS = ['Africa', 'Americas', 'Asia', 'Europe', 'Oceania'] as const

/** The regions of the ITU's development sector, in the current division. */
const ITU_REGIONS = ['Africa', 'Americas', 'Arab States', 'Asia-Pacific', 'CIS', 'Europe'] as const

/** The countries and areas of the world, and the invented places of a release of samples. */
export const countries = defineTable({
  name: 'countries',
  description:
    'One row for each country or area, whether it has a profile or not; releases of samples add their invented places.',
  primaryKey: ['country_code'],
  columns: {
    country_code: column.code(COUNTRY_CODE, 'ISO 3166-1 alpha-3; XKX for Kosovo, which ISO does not list.'),
    alpha_2: column.code(/^[A-Z]{2}$/, 'ISO 3166-1 alpha-2.').nullable(),
    m49: column.integer('Numeric code of the UN (M49) and ISO, without leading zeros.').nullable(),
    country: column.text('Short name in English, as in the other tables.'),
    official_name: column.optionalText('Official name in English.'),
    itu_name: column.optionalText(
      'The name as the ITU prints it on the latest profile; null without a profile.',
    ),
    un_region: column.optionalText('Region of the UN geoscheme (M49).'),
    un_subregion: column.optionalText('Subregion of the UN geoscheme, such as Western Africa.'),
    itu_region: column.optionalText(
      'Region of the ITU’s development sector: Africa, Americas, Arab States, Asia-Pacific, CIS or Europe.',
    ),
    has_profile: column.boolean('True where this release holds a profile of the country.'),
  },
})
export type CountryRow = z.infer<typeof countries.row>

const line = z.strictObject({
  /** ISO 3166-1 alpha-3. */
  country_code: z.string().regex(COUNTRY_CODE),
  /** ISO 3166-1 alpha-2, also part of the names of national teams (`SI-CERT`). */
  alpha_2: z.string().regex(/^[A-Z]{2}$/),
  m49: z.string().transform((text) => (text === '' ? null : Number(text))),
  /** The short English name used in the tables. */
  country: z.string().min(1),
  /** Empty where it is the short name. */
  official_name: z.string(),
  un_region: z.enum(REGIONS),
  un_subregion: z.string().min(1),
  itu_region: z.enum(ITU_REGIONS),
  /**
   * Further names: official, former, short and abbreviated. Accents, case, hyphens, “the”, “&” for “and”, “St” for
   * “Saint”, “Rep.” for “Republic”, and the inversion of “Republic of X” to “X (Republic of)” need no name of their
   * own. A name in capitals only (`USA`) counts in running text only in that case.
   */
  names: list,
  /** Adjectives that mean this country only; “Congolese”, “Dominican” and “American” do not. */
  adjectives: list,
})

const lines = readTable('countries.csv', line)

/**
 * The reviewed table of countries: the 193 members of the United Nations, the Holy See, Palestine, and every inhabited
 * territory of ISO 3166-1, with current short names and UN regions. Kosovo, which has no ISO code, has XKX, the code
 * that the World Bank uses. A row says how profiles name a place and how the tables code it, not its legal status.
 */
export const COUNTRIES = lines.map(
  ({ country_code: code, alpha_2: alpha2, country: name, names, adjectives }) => {
    return { code, alpha2, name, names, adjectives } as const
  },
)

/** What the table says of a country apart from its profiles. */
type CountryFacts = Omit<CountryRow, 'itu_name' | 'has_profile'>

const facts: ReadonlyMap<string, CountryFacts> = new Map(
  lines.map(({ names: _, adjectives: __, ...known }) => [
    known.country_code,
    { ...known, official_name: known.official_name || known.country },
  ]),
)

/** What the table says of a country apart from its profiles; null for invented places. */
export const findCountryFacts = (code: string): CountryFacts | null => facts.get(code) ?? null

/** A profile's country, as its document names it. */
type ProfiledCountry = Pick<DocumentRow, 'country_code' | 'country' | 'country_printed'>

/** What is known of an invented place. */
const NO_FACTS = {
  alpha_2: null,
  m49: null,
  official_name: null,
  un_region: null,
  un_subregion: null,
  itu_region: null,
}

/** The rows of {@link countries}, sorted by code; of several documents of a country the last one counts. */
export const makeCountryRows = (profiled: readonly ProfiledCountry[]): CountryRow[] => {
  const documents = new Map(profiled.map((document) => [document.country_code, document]))
  return [...new Set([...facts.keys(), ...documents.keys()])].sort().map((code) => {
    const document = documents.get(code)
    return {
      ...(facts.get(code) ?? { ...NO_FACTS, country_code: code, country: document?.country ?? code }),
      itu_name: document?.country_printed ?? null,
      has_profile: document !== undefined,
    }
  })
}
