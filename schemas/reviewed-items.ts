import { z } from 'zod'
import { isReviewedEntity } from './entities.ts'
import { STAGES } from './items.ts'
import { listKeys } from './list-keys.ts'
import { optional } from './read-table.ts'
import { ITEM_KINDS, SECTION_CODES } from './sections.ts'

const place = {
  /** Country code and date of the profile that was read (`aze-2014-08-12`); the country and the note decide. */
  document: z
    .string()
    .regex(/^[a-z]{3}-(\d{4}-\d{2}-\d{2}|undated)$/, 'is not a document like aze-2014-08-12'),
  section_code: z
    .string()
    .refine((code) => SECTION_CODES.some((known) => known === code), 'is not a section of the catalogue'),
  note: z.string().regex(/^[0-9a-f]{16}$/, 'is not the fingerprint of a note'),
}

/** One line of the reviewed items: a thing that a person found in a note. */
const named = z.strictObject({
  ...place,
  kind: z.enum(ITEM_KINDS),
  text: z
    .string()
    .min(1)
    .max(160)
    .regex(/[^.;,\s]$/, 'ends in a punctuation mark')
    .regex(/^(?!(?:the|an?)\s)/i, 'begins with an article'),
  stage: z.union([z.enum(STAGES), z.literal('').transform(() => null)]),
  detail: optional,
  code: optional,
  entity_id: optional.refine((id) => id === null || isReviewedEntity(id), 'is not in the table of entities'),
})

const empty = z.literal('')

/** A note that was read and names nothing. */
const nothing = z.strictObject({
  ...place,
  kind: empty,
  text: empty,
  stage: empty,
  detail: empty,
  code: empty,
  entity_id: empty,
})

export const reviewedItem = z.discriminatedUnion('kind', [named, nothing])
export type ReviewedItem = z.infer<typeof reviewedItem>

/** The header of the file, in order. */
export const REVIEWED_ITEM_COLUMNS = listKeys(named.shape)
