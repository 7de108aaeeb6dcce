import type { DocumentRecord } from '../../data/explorer-data.ts'
import type { Selection } from '../route/selection.ts'
import { MEASURES, statusOf } from './catalogue.ts'
import type { CountryEntry } from './country-entry.ts'
import { fold } from './fold.ts'

type RecordOf = (documentId: string) => DocumentRecord | undefined

const hasStatus = ({ latest }: CountryEntry, { statuses, section }: Selection): boolean =>
  statuses.length === 0 ||
  (section === '' ? MEASURES.map(({ code }) => code) : [section]).some((code) =>
    statuses.includes(statusOf(latest, code)),
  )

const foldedNotes = new WeakMap<DocumentRecord, readonly { code: string; note: string }[]>()

const notesOf = (record: DocumentRecord): readonly { code: string; note: string }[] => {
  const known = foldedNotes.get(record)
  if (known) return known
  const notes = record.sections.map(({ code, note }) => ({ code, note: fold(note ?? '') }))
  foldedNotes.set(record, notes)
  return notes
}

/** The sections of a document whose notes hold a text. */
export const sectionsWithText = (record: DocumentRecord | undefined, text: string): readonly string[] => {
  const wanted = fold(text)
  return wanted === '' || !record
    ? []
    : notesOf(record)
        .filter(({ note }) => note.includes(wanted))
        .map(({ code }) => code)
}

const hasText = (entry: CountryEntry, text: string, recordOf: RecordOf): boolean =>
  fold(entry.name).includes(fold(text)) || sectionsWithText(recordOf(entry.latest.id), text).length > 0

/** The countries that a selection takes; notes count once their records are there. */
export const selectCountries = (
  entries: readonly CountryEntry[],
  selection: Selection,
  recordOf: RecordOf,
): readonly CountryEntry[] =>
  entries.filter(
    (entry) =>
      (selection.region === '' || entry.region === selection.region) &&
      hasStatus(entry, selection) &&
      hasText(entry, selection.text, recordOf),
  )
