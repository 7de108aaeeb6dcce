import { z } from 'zod'
import { DOCUMENT_ID } from './column.ts'
import { listKeys } from './list-keys.ts'
import { sectionByCode } from './sections.ts'
import { STATUSES } from './statuses.ts'

/**
 * The columns of `indicators` that a person may correct. Notes are the words of the profile, and the country and date of
 * a document are part of its id: where those are wrong, the reader is at fault and is what must be corrected.
 */
export const CORRECTABLE = ['status', 'value'] as const

/** The rule that decided a corrected row, as `status_rule` names it. */
export const CORRECTION_RULE = 'correction'

/** Statuses that a person can give: a figure’s follows from its value, and `unclassified` settles nothing. */
const SETTLED = STATUSES.filter((status) => status !== 'unclassified' && status !== 'reported')

const required = (meaning: string) => z.string().trim().min(1, 'must not be empty').describe(meaning)

/** A profile by country and date, whatever file it was read from. */
const PROFILE = /^[a-z]{3}-(?:\d{4}-\d{2}-\d{2}|undated)$/

const common = {
  document_id: z
    .string()
    .refine(
      (id) => DOCUMENT_ID.test(id) || PROFILE.test(id),
      'is not a document id like aze-2014-08-12-1f0c9a7b, or a profile like aze-2014-08-12',
    )
    .describe('The document, as in `review.csv`, or its country and date alone.'),
  section_code: z
    .string()
    .refine((code) => sectionByCode(code) !== undefined, 'is not a section of the catalogue')
    .describe('The section.'),
}

const provenance = {
  reason: required('Why the row is not as the rules have it.'),
  who: required('Who decided.'),
  note_sha256: z
    .string()
    .regex(/^(?:[0-9a-f]{64})?$/, 'is not a SHA-256 in lower-case hexadecimal')
    .describe('SHA-256 of the note (in UTF-8) that was read, as in `review.csv`.'),
  note_fingerprint: z
    .string()
    .regex(/^(?:[0-9a-f]{16})?$/, 'is not the fingerprint of a note')
    .describe('Fingerprint of the letters and digits of the note, in place of its SHA-256.'),
}

const findUnit = ({ section_code }: { section_code: string }) => sectionByCode(section_code)?.unit ?? null

const figure = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'is not a number in plain digits')
  .transform(Number)

const statusCorrection = z
  .strictObject({
    ...common,
    column: z.literal('status'),
    value: z.enum(SETTLED, `is not one of ${SETTLED.join(', ')}`),
    ...provenance,
  })
  .refine((row) => findUnit(row) === null, {
    path: ['column'],
    error: 'is “status”, but the status of a background figure follows from its value',
  })

const valueCorrection = z
  .strictObject({ ...common, column: z.literal('value'), value: figure, ...provenance })
  .refine((row) => findUnit(row) !== null, {
    path: ['column'],
    error: 'is “value”, but only the background figures have one',
  })
  .refine((row) => findUnit(row) !== 'percent' || row.value <= 100, {
    path: ['value'],
    error: 'is more than 100 per cent',
  })
  .refine((row) => findUnit(row) !== 'persons' || Number.isInteger(row.value), {
    path: ['value'],
    error: 'is not a whole number of persons',
  })

/** One line of the corrections file: a cell of `indicators` that a person settled. */
export const correction = z
  .discriminatedUnion('column', [statusCorrection, valueCorrection], {
    error: `must be one of ${CORRECTABLE.join(', ')}`,
  })
  .refine((row) => (row.note_sha256 === '') !== (row.note_fingerprint === ''), {
    path: ['note_sha256'],
    error: 'must be given, or note_fingerprint in its place',
  })
export type Correction = z.infer<typeof correction>

/** The header of the corrections file, in order. */
export const CORRECTION_COLUMNS = listKeys(statusCorrection.shape)
