import type { z } from 'zod'
import { column } from './column.ts'
import { COUNTRIES } from './countries.ts'
import { COUNTRY_FACTS } from './country-facts.ts'

import { COUNTRY_CODE } from './indicators.ts'
import { defineTable } from './table.ts'

/** The countries and areas of the world, and the invented places of a release of samples. */
export const countries = defineTable({
  name: 'countries',
  title: 'Countries',
  description:
    'One row for each country or area, whether it has a profile or not; releases of samples add their invented places.',
  primaryKey: ['country_code'],
  columns: {
    country_code: column.code(COUNTRY_CODE, 'ISO 3166-1 alpha-3; XKX for Kosovo, which ISO does not list.'),
    alpha_2: column.optionalCode(/^[A-Z]{2}$/, 'ISO 3166-1 alpha-2.'),
    m49: column.optionalInteger('Numeric code of the UN (M49) and ISO, without leading zeros.'),
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

/** What the table says of a country apart from its profiles; null for invented places. */
export const countryFacts = (code: string) => FACTS.get(code) ?? null

const FACTS = new Map(
  COUNTRIES.map(({ code, alpha2, name, region }) => {
    const facts = COUNTRY_FACTS.get(code)
    return [
      code,
      {
        country_code: code,
        alpha_2: alpha2,
        m49: facts?.m49 ?? null,
        country: name,
        official_name: facts?.officialName ?? null,
        un_region: region,
        un_subregion: facts?.subregion ?? null,
        itu_region: facts?.ituRegion ?? null,
      },
    ] as const
  }),
)

/** A profile's country, as its document names it. */
export interface ProfiledCountry {
  readonly country_code: string
  readonly country: string
  readonly country_printed: string | null
}

/** The rows of {@link countries}, sorted by code; of several documents of a country the last one counts. */
export const countryRows = (profiled: readonly ProfiledCountry[]): CountryRow[] => {
  const documents = new Map(profiled.map((document) => [document.country_code, document]))
  const codes = [...new Set([...FACTS.keys(), ...documents.keys()])].sort()
  return codes.map((code) => {
    const document = documents.get(code)
    const invented = {
      country_code: code,
      alpha_2: null,
      m49: null,
      country: document?.country ?? code,
      official_name: null,
      un_region: null,
      un_subregion: null,
      itu_region: null,
    }
    const { country_code, alpha_2, m49, country, official_name, ...regions } = countryFacts(code) ?? invented
    const itu_name = document?.country_printed ?? null
    const has_profile = document !== undefined
    return { country_code, alpha_2, m49, country, official_name, itu_name, ...regions, has_profile }
  })
}
