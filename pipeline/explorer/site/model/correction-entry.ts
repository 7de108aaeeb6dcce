import type { Correction } from '../../../../schemas/corrections.ts'
import { csvLine } from './csv-text.ts'

/** A line of the corrections file, as a person fills it in. */
export type CorrectionEntry = Readonly<Record<Exclude<keyof Correction, 'note_fingerprint'>, string>>

/** The line to copy into the corrections file; see docs/corrections.md. */
export const correctionLine = (entry: CorrectionEntry): string =>
  csvLine([
    entry.document_id,
    entry.section_code,
    entry.column,
    entry.value,
    entry.reason,
    entry.who,
    entry.note_sha256,
    '',
  ])
