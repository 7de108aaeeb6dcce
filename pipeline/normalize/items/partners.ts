import { partnerCountries } from '../partner-countries.ts'
import type { Found } from './found.ts'

/** The countries that a note names as partners of the country `ownCode`, with their ISO codes. */
export const partners = (text: string, ownCode: string): Found[] =>
  partnerCountries(text, ownCode).map(({ start, end, code }) => ({
    kind: 'partner_country',
    start,
    end,
    stage: null,
    code,
  }))
