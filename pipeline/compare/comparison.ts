import type { Cell } from '../../schemas/index.ts'
import type { SchemaChange } from './compare-schemas.ts'
import type { Listed } from './listed.ts'
import type { ComparedDocument } from './pair-documents.ts'

/** One of the two releases. */
export interface ComparedRelease {
  readonly folder: string
  readonly title: string | null
  readonly version: string | null
  /** `specimen` where every document is one; null where the release does not say. */
  readonly collection: string | null
  /** Number of rows by table. */
  readonly rows: Readonly<Record<string, number>>
}

/** What cannot be compared, since one of the releases lacks it. */
export interface NotCompared {
  readonly table: string
  /** Null for a table as a whole. */
  readonly column: string | null
  readonly missing_in: 'old' | 'new'
}

/** A cell of a table of few rows that holds something else now. */
export interface CellChange {
  /** The key of the row. */
  readonly key: string
  readonly column: string
  readonly from: Cell
  readonly to: Cell
}

/** Where in the data something changed; ids are those of the new release. */
export interface ChangePlace {
  readonly document_id: string
  readonly country: string | null
  readonly section_code: string
}

/** A row of `indicators` with another status. */
export interface StatusChange extends ChangePlace {
  readonly from: Cell
  readonly to: Cell
  readonly rule_from: Cell
  readonly rule_to: Cell
}

/** A row of `indicators` with another note. */
export interface NoteChange extends ChangePlace {
  readonly from: Cell
  readonly to: Cell
}

/** A row of `items` that one of the releases has and the other not. */
export interface ItemChange extends ChangePlace {
  readonly kind: Cell
  readonly text: Cell
}

/** What a new release changes; `old` is the one that it follows. */
export interface Comparison {
  readonly old: ComparedRelease
  readonly new: ComparedRelease
  /** Whether both hold the same files, byte for byte. */
  readonly identical: boolean
  /** Names of files, and of folders as `explorer/`, that were added, lost, or have other bytes. */
  readonly files: {
    readonly added: readonly string[]
    readonly lost: readonly string[]
    readonly changed: readonly string[]
  }
  readonly schema: readonly SchemaChange[]
  readonly not_compared: readonly NotCompared[]
  /** What the new version should raise, by the recipe for versions of Data Packages. */
  readonly version_step: VersionStep
  readonly documents: {
    readonly compared: number
    readonly added: Listed<ComparedDocument>
    readonly lost: Listed<ComparedDocument>
    /** Documents with another id: their bytes are read as of another country or date, or their edition has other bytes. */
    readonly renamed: Listed<{ readonly from: string; readonly to: string; readonly by: string }>
    readonly changed: Listed<CellChange>
  }
  readonly indicators: {
    /** Number of rows that both releases have. */
    readonly compared: number
    readonly statuses: Listed<StatusChange>
    readonly notes: Listed<NoteChange>
    /** Number of changed cells of the other columns, by column. */
    readonly other: Readonly<Record<string, number>>
    readonly rows_added: number
    readonly rows_lost: number
  }
  readonly items: {
    readonly added: Listed<ItemChange>
    readonly lost: Listed<ItemChange>
  }
  readonly sections: {
    readonly added: readonly string[]
    readonly lost: readonly string[]
    readonly changed: Listed<CellChange>
  }
  readonly boxes: {
    /** Number of notes with other boxes. */
    readonly notes_moved: number
  }
}

/** A part of a version number. */
export type VersionStep = 'major' | 'minor' | 'patch' | 'none'
