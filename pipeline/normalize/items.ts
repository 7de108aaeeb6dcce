import type { Item, ItemKind, Section, Stage } from '../../schemas/index.ts'
import { placeOf } from './bounding-box.ts'
import { entryText, type Note, type NoteEntry } from './note.ts'
import { partnerCountries } from './partner-countries.ts'

/** An instrument that is not law yet, by its own words. */
const DRAFT = /\b(?:draft|bills?|proposal|proposed)\b/i

/** An entry that names nothing. */
const NOTHING = /^(?:none|nil|n\/a)\W*$/i

type Found = Pick<Item, 'text' | 'kind' | 'stage' | 'code'> & {
  readonly start: number
  readonly entry: NoteEntry
}

const stageOf = (kind: ItemKind, text: string): Stage | null => {
  if (kind !== 'instrument') return null
  return DRAFT.test(text) ? 'draft' : 'in_force'
}

const listEntries = (note: Note, kind: ItemKind): Found[] =>
  note.entries
    .filter((entry) => entry.marked && !NOTHING.test(entryText(note, entry)))
    .map((entry) => {
      const text = entryText(note, entry)
      return { text, kind, stage: stageOf(kind, text), code: null, start: entry.start, entry }
    })

const partners = (note: Note, ownCode: string): Found[] =>
  partnerCountries(note.text, ownCode).flatMap((mention) => {
    const entry = note.entries.find(({ start, end }) => mention.start >= start && mention.end <= end)
    return entry
      ? [
          {
            text: mention.text,
            kind: 'partner_country' as const,
            stage: null,
            code: mention.code,
            start: mention.start,
            entry,
          },
        ]
      : []
  })

/** The items of a note in order of mention: the entries of its lists, and the countries named as partners. */
export const itemsOf = (section: Section, note: Note, documentId: string, ownCode: string): Item[] => {
  const entries = section.listItems === null ? [] : listEntries(note, section.listItems)
  const countries = section.namesPartners === true ? partners(note, ownCode) : []
  return [...entries, ...countries]
    .toSorted((left, right) => left.start - right.start)
    .map(({ text, kind, stage, code, entry }, index) => {
      const line = entry.lines[0]
      const place = line ? placeOf(line) : { page: null, x0: null, y0: null, x1: null, y1: null }
      return {
        document_id: documentId,
        section_code: section.code,
        item_no: index + 1,
        text,
        kind,
        stage,
        code,
        ...place,
      }
    })
}
