import type { SectionCode } from '../../schemas/index.ts'
import type { Line, PlacedLine } from '../layout/index.ts'

/** A list entry or a paragraph of a note: its lines, and whether a list mark opens it. */
export interface Entry {
  readonly marked: boolean
  readonly lines: readonly PlacedLine[]
}

/** A numbered section as the paper prints it. */
export interface ParsedSection {
  readonly code: SectionCode
  /** The lines of its heading or headings. */
  readonly heading: readonly PlacedLine[]
  /** The heading as printed, number included. */
  readonly printed: string
  /** Whether the heading's words are those of the catalogue. */
  readonly knownWording: boolean
  /** How often the heading stands in the document. */
  readonly occurrences: number
  readonly lines: readonly PlacedLine[]
}

/** What one profile says, line by line; every line of the document is in exactly one of these. */
export interface Profile {
  readonly title: readonly PlacedLine[]
  readonly background: readonly PlacedLine[]
  readonly parents: readonly PlacedLine[]
  /** Lines between a parent heading and its first section, where the template has none. */
  readonly remarks: readonly PlacedLine[]
  readonly sections: ReadonlyMap<string, ParsedSection>
  readonly closing: readonly PlacedLine[]
  readonly furniture: readonly Line[]
  /** Lines that belong to no part of a profile. */
  readonly unexplained: readonly PlacedLine[]
}

/** The lines of a profile, its page furniture left out. */
export const profileLines = (profile: Profile): readonly PlacedLine[] => [
  ...profile.title,
  ...profile.background,
  ...profile.parents,
  ...profile.remarks,
  ...[...profile.sections.values()].flatMap((section) => [...section.heading, ...section.lines]),
  ...profile.closing,
  ...profile.unexplained,
]
