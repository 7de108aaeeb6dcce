import { CORRECTION_COLUMNS } from '../../schemas/index.ts'

/** A line of the corrections file that is good as it is. */
export const GOOD_LINE = {
  document_id: 'xaa-2014-08-12-1f0c9a7b',
  section_code: '1.2.1',
  column: 'status',
  value: 'absent',
  reason: 'read again',
  who: 'A. Reader',
  note_sha256: '0'.repeat(64),
  note_fingerprint: '',
} as const

/** The header of the corrections file. */
export const HEADER = CORRECTION_COLUMNS.join(',')

/** A line of the corrections file, with cells changed; no cell is quoted. */
export const csvLine = (changes: Readonly<Record<string, string>> = {}): string =>
  Object.values({ ...GOOD_LINE, ...changes }).join(',')
