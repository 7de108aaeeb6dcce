import type {
  Collection,
  Confidence,
  Derivation,
  DocumentRow,
  ItemKind,
  SectionCode,
  Stage,
  Status,
} from '../../../schemas/index.ts'

/*
 * What the explorer’s data files hold. The stage writes them and the pages read them, so both take the types from
 * here; nothing but types may stand in this file, or the schemas would be bundled for the browser.
 */

/** One country of the release. */
export interface CountrySummary {
  readonly code: string
  readonly name: string
  /** Part of the world by the UN geoscheme; null for invented places. */
  readonly region: string | null
}

/** What the first view needs of a document. */
export interface DocumentSummary {
  readonly id: string
  /** ISO 3166-1 alpha-3. */
  readonly country: string
  readonly date: string | null
  readonly isLatest: boolean
  /** One status a section, in the order of the catalogue. */
  readonly statuses: readonly Status[]
  /** The background figures by section code; null where none is given. */
  readonly figures: Readonly<Record<string, number | null>>
  /** The sections that a person should look at. */
  readonly review: readonly string[]
}

/** A file of the release, by its path below the output folder. */
export interface FileSummary {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** The data of the first view. */
export interface Summary {
  readonly title: string
  readonly version: string
  readonly licence: string
  readonly description: string
  readonly collection: Collection
  /** By name. */
  readonly countries: readonly CountrySummary[]
  /** In published order: country code, date, id. */
  readonly documents: readonly DocumentSummary[]
  /** How many documents a file of records holds, see {@link RecordChunk}. */
  readonly documentsPerChunk: number
  readonly files: readonly FileSummary[]
  /** The columns of `indicators`, for downloads of a selection. */
  readonly indicatorColumns: readonly string[]
}

/** A line of a note on its page, in PDF points from the bottom left corner. */
export interface LineBox {
  readonly page: number
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** A list entry or named thing. */
export interface ItemRecord {
  readonly text: string
  readonly kind: ItemKind
  readonly stage: Stage | null
  readonly code: string | null
}

/** One section of a document, whole. */
export interface SectionRecord {
  readonly code: SectionCode
  readonly status: Status
  readonly confidence: Confidence
  readonly note: string | null
  readonly value: number | null
  readonly unit: string | null
  readonly valueYear: number | null
  readonly valueSource: string | null
  readonly printed: string | null
  readonly rule: string
  readonly evidence: string | null
  readonly derivation: Derivation
  readonly page: number | null
  readonly boxes: readonly LineBox[]
  readonly items: readonly ItemRecord[]
  /** SHA-256 of the note for the corrections file; null where nobody need look at the row. */
  readonly reviewHash: string | null
}

/** One document, whole; sections in the order of the catalogue. */
export interface DocumentRecord {
  readonly document: DocumentRow
  readonly sections: readonly SectionRecord[]
}

/** The records of some documents that follow on each other in published order. */
export type RecordChunk = readonly DocumentRecord[]

/** A text run: text, left edge, baseline, width, font size, and 1 where it is bold. */
export type RunRecord = readonly [
  text: string,
  x: number,
  y: number,
  width: number,
  size: number,
  bold: 0 | 1,
]

/** A page as positioned text, in PDF points or, for text files, in cells of a character grid. */
export interface PageRecord {
  readonly number: number
  readonly unit: 'point' | 'cell'
  readonly width: number
  readonly height: number
  readonly runs: readonly RunRecord[]
}

/** The pages of one document. */
export type PaperRecord = readonly PageRecord[]

/** What the tables and their columns mean. */
export interface TableCodebook {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly columns: readonly {
    readonly name: string
    readonly description: string
    readonly unit: string | null
    readonly values: readonly string[] | null
  }[]
}

/** A place on the map: its outline, where it is large enough to have one, and its middle. */
export interface MapPlace {
  /** ISO 3166-1 alpha-3; null for land that the tables know no country for. */
  readonly code: string | null
  /** SVG path; empty where the place is too small to be drawn. */
  readonly outline: string
  readonly x: number
  readonly y: number
  /** Too small to be hit: gets a marker. */
  readonly small: boolean
}

/** The world in a projection of equal areas, ready to draw. */
export interface WorldMap {
  readonly width: number
  readonly height: number
  /** Outline of the globe. */
  readonly sphere: string
  readonly places: readonly MapPlace[]
}

/**
 * Where the papers lie, relative to the page, so that pdf.js can draw them; null where only the stored text is there.
 * The release says null, and the server of `make explore` answers otherwise.
 */
export type PapersFolder = string | null

/** The data files by name; `records/` and `papers/` are followed by a chunk number and a document id. */
export interface DataFiles {
  readonly summary: Summary
  readonly codebook: readonly TableCodebook[]
  readonly world: WorldMap
  readonly papers: PapersFolder
  readonly [records: `records/${number}`]: RecordChunk
  readonly [paper: `papers/${string}`]: PaperRecord
}
