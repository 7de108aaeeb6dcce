import type { SectionCode, Status } from '../../schemas/index.ts'
import type { SPECIMEN_PLACES } from '../../schemas/specimen-places.ts'

/** What is printed before each entry of a list; a tab sets the entry off with a hanging indent. */
export type ListMark = '-' | '- ' | '•\t'

/** Entries below each other, over the whole width of the page. */
export interface List {
  readonly kind: 'list'
  readonly mark: ListMark
  readonly entries: readonly string[]
}

/** Entries in columns, which are read one after the other. */
export interface Columns {
  readonly kind: 'columns'
  readonly mark: ListMark
  /** The entries of each column from top to bottom. */
  readonly columns: readonly (readonly string[])[]
  /** Whether entries side by side begin at the same height, as in a table. */
  readonly level: boolean
}

/** A paragraph (a line feed breaks its line), a list or columns. */
export type NotePart = string | List | Columns

/** What a specimen says in one section, and what a careful reader takes from it. */
export interface SpecimenSection {
  /** Settled by hand from the rules of the codebook, not by the pipeline. */
  readonly status: Status
  /** Empty if the section has a heading alone. */
  readonly note: readonly NotePart[]
  /** The heading behind its number, a string a line, where it is not the usual one of the catalogue. */
  readonly heading?: readonly string[]
  /** Codes of the partner countries, in order of mention (section 1.5.1 alone). */
  readonly partners?: readonly string[]
}

/** A background figure: as printed, and as a number. */
interface SpecimenFigure {
  readonly printed: string
  readonly value: number | null
}

/** The parts of a printed date; the ordinal ending is raised. */
interface SpecimenDate {
  readonly day: string
  readonly ordinal: string
  readonly monthAndYear: string
  /** ISO 8601. */
  readonly iso: string
}

/** Looks that differ between profiles. */
interface SpecimenLook {
  /** Size of the body text, in points. */
  readonly size: number
  readonly justified: boolean
  /** Colour of the headings. */
  readonly accent: string
  /** Colours of the stripes of the flag, from top to bottom. */
  readonly flag: readonly string[]
}

/** A whole specimen profile. */
export interface Specimen {
  readonly code: (typeof SPECIMEN_PLACES)[number]['code']
  /** The name as the title prints it, a string a line. */
  readonly title: readonly string[]
  readonly look: SpecimenLook
  readonly population: SpecimenFigure
  readonly internetUsers: SpecimenFigure
  readonly updated: SpecimenDate
  /** Sections by code; those left out are missing from the profile. */
  readonly sections: Partial<Readonly<Record<SectionCode, SpecimenSection>>>
}

export const list = (mark: ListMark, ...entries: string[]): List => ({ kind: 'list', mark, entries })

/** Columns whose entries follow each other freely. */
export const columns = (mark: ListMark, ...entries: string[][]): Columns => ({
  kind: 'columns',
  mark,
  columns: entries,
  level: false,
})

/** Columns whose entries are in rows. */
export const table = (mark: ListMark, ...entries: string[][]): Columns => ({
  kind: 'columns',
  mark,
  columns: entries,
  level: true,
})
