import { z } from 'zod'
import { SECTION_CODES, STATUSES } from '../../../schemas/index.ts'

const goldSection = z.object({
  /** The statuses that careful readers accept; more than one where they may differ. */
  status: z.array(z.enum(STATUSES)).min(1),
  note: z.string().nullable(),
  /** ISO codes of the partner countries, in order of mention. */
  partner_countries: z.array(z.string()).optional(),
})

/** What careful readers take from one profile. A figure or date that is null is not scored. */
export const gold = z.object({
  country_code: z.string(),
  population: z.number().nullable(),
  internet_users_percent: z.number().nullable(),
  source_date: z.iso.date().nullable(),
  source_date_printed: z.string().nullable(),
  sections: z.partialRecord(z.enum(SECTION_CODES as [string, ...string[]]), goldSection),
})
export type Gold = z.infer<typeof gold>
export type GoldSection = z.infer<typeof goldSection>
