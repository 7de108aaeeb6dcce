import type {
  Box,
  Collection,
  DocumentRow,
  Entity,
  Indicator,
  Item,
  ReleaseInfo,
  SectionCode,
  Status,
} from '../../../schemas/index.ts'

// what the data files hold: only types, or the schemas would be bundled for the browser

/** One country of the release; its regions, of the UN and the ITU, are null for invented places. */
export interface CountrySummary {
  readonly code: string
  readonly name: string
  readonly region: string | null
  readonly ituRegion: string | null
}

/** What the first view needs of a document. */
export interface DocumentSummary {
  readonly id: string
  readonly country: string
  readonly date: string | null
  readonly isLatest: boolean
  /** One status per section, in the order of the catalogue. */
  readonly statuses: readonly Status[]
  /** Background figures by section code; null if none is given. */
  readonly figures: Readonly<Record<string, number | null>>
  /** Codes of the sections that need human review. */
  readonly review: readonly string[]
}

export interface Summary extends ReleaseInfo {
  readonly collection: Collection
  /** Whether the release holds the words of the profiles. */
  readonly hasNotes: boolean
  /** By name. */
  readonly countries: readonly CountrySummary[]
  /** In published order: country code, date, id. */
  readonly documents: readonly DocumentSummary[]
  /** How many consecutive documents one file of records holds. */
  readonly documentsPerChunk: number
  /** Named by their path below the output folder. */
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[]
  /** Columns of the tables that pages save rows of. */
  readonly columns: { readonly indicators: readonly string[]; readonly items: readonly string[] }
}

/** A line of a note on its page, in PDF points from the bottom left corner. */
export type LineBox = Pick<Box, 'page' | 'x0' | 'y0' | 'x1' | 'y1'>

/** One section of a document: its published row, where its note is, and what it names. */
export interface SectionRecord {
  readonly code: SectionCode
  readonly row: Indicator
  readonly boxes: readonly LineBox[]
  readonly items: readonly Item[]
  /** SHA-256 of the note for the corrections file; null if no review is needed. */
  readonly reviewHash: string | null
}

/** One document with its sections in the order of the catalogue. */
export interface DocumentRecord {
  readonly document: DocumentRow
  readonly sections: readonly SectionRecord[]
}

/** A page as positioned text, in PDF points or, for text files, in cells of a character grid. */
export interface PageRecord {
  readonly number: number
  readonly unit: 'point' | 'cell'
  readonly width: number
  readonly height: number
  /** Text, left edge, baseline, width, font size, and 1 where it is bold. */
  readonly runs: readonly (readonly [string, number, number, number, number, 0 | 1])[]
}

/** A thing with one identity across countries. */
export type EntityRecord = Pick<Entity, 'id' | 'name' | 'kind' | 'country' | 'aliases' | 'homepage'>

/** A place on the map, with its centre. */
export interface MapPlace {
  /** ISO 3166-1 alpha-3; null for land that the tables know no country for. */
  readonly code: string | null
  /** SVG path; empty if the place is too small to be drawn. */
  readonly outline: string
  readonly x: number
  readonly y: number
  /** Too small to click: gets a marker. */
  readonly small: boolean
}

/** The world in a projection of equal areas, ready to draw. */
export interface WorldMap {
  readonly width: number
  readonly height: number
  readonly places: readonly MapPlace[]
}

/** The data files by name; those of pages by the id of their document. */
export interface DataFiles {
  readonly summary: Summary
  readonly entities: readonly EntityRecord[]
  /** English short names of all countries by code. */
  readonly countries: Readonly<Record<string, string>>
  readonly world: WorldMap
  /** The folder of the source documents, relative to the page: null in a release, a folder by `make explore`. */
  readonly sources: string | null
  readonly [records: `records/${number}`]: readonly DocumentRecord[]
  readonly [pages: `pages/${string}`]: readonly PageRecord[]
}
