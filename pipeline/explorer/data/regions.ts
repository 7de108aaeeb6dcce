import { COUNTRIES } from '../../../schemas/countries.ts'

const regions: ReadonlyMap<string, string> = new Map(COUNTRIES.map(({ code, region }) => [code, region]))

/** The part of the world that a country lies in; null for invented places. */
export const regionOf = (countryCode: string): string | null => regions.get(countryCode) ?? null
