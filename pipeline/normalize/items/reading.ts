import type { Entity, ItemKind, Section, Stage } from '../../../schemas/index.ts'
import type { NameMatch } from '../name-matcher.ts'
import type { Mention } from './mentions.ts'

/** A name as found: its position, and what its words say. */
export interface Candidate {
  readonly start: number
  readonly end: number
  readonly kind: ItemKind | null
  readonly entity?: Entity | null
  /** Whether it is a whole entry of a list, or one of the bodies that are. */
  readonly listed?: true
}

/** Something that a note names, and where its words are (offsets into the note). */
export interface Found {
  readonly kind: ItemKind
  readonly text: string
  readonly start: number
  readonly end: number
  readonly stage: Stage | null
  readonly detail: string | null
  readonly code: string | null
  readonly entity: string | null
  /** Whether its kind has known spellings, and this one is not among them. */
  readonly unknown: boolean
}

/** What every segment of a note is read with. */
export interface Reading {
  readonly section: Section
  readonly text: string
  readonly country: string
  readonly standards: readonly Mention[]
  readonly contacts: readonly Mention[]
  readonly entities: readonly NameMatch<Entity>[]
  readonly isCountry: (start: number, end: number) => boolean
  readonly taken: (place: number) => number | null
}
