import { normaliseText, withoutListMark } from '../../layout/index.ts'
import type { DocumentRows } from '../../normalize/index.ts'
import type { PopplerWord } from './bbox-layout.ts'
import { compareWords, type WordDifference } from './compare-words.ts'
import { wordsBySection } from './words-by-section.ts'

/** A difference, and the note in which it is. */
export interface Difference extends WordDifference {
  readonly document: string
  readonly section: string
}

/** How the two engines agree on one document. */
export interface DocumentCheck {
  readonly document: string
  /** Notes that were compared. */
  readonly sections: number
  /** Words that we read in them. */
  readonly words: number
  readonly differences: readonly Difference[]
}

/** List marks, which we take off the beginning of a note alone, in every place. */
const LONE_MARK = /^[-–—−‐‑•·▪■□◦●○►▸✓✔❖➢*\uf0a7\uf0b7\uf0d8\uf0fc\uf02d]$/u

/** Words in one spelling, without list marks. */
const comparable = (words: readonly string[]): string[] =>
  words
    .flatMap((word) => normaliseText(word).split(' '))
    .map(withoutListMark)
    .filter((word) => word !== '' && !LONE_MARK.test(word))

/**
 * Compares the notes of a document with the words that poppler has in the boxes of their lines. Background figures
 * are left out, whose notes are put together from label, figure and source; so are notes without a place or a text layer.
 */
export const crosscheckDocument = (
  { document, indicators, boxes }: DocumentRows,
  popplerWords: readonly PopplerWord[],
): DocumentCheck => {
  const poppler = wordsBySection(popplerWords, boxes)
  const placed = new Set(boxes.map((box) => box.section_code))
  const compared = indicators.flatMap(({ section_code, unit, note, derivation }) =>
    unit === null && note !== null && derivation !== 'ocr' && placed.has(section_code)
      ? [{ section: section_code, ours: comparable(note.split(' ')) }]
      : [],
  )
  return {
    document: document.file_name,
    sections: compared.length,
    words: compared.reduce((sum, { ours }) => sum + ours.length, 0),
    differences: compared.flatMap(({ section, ours }) =>
      compareWords(ours, comparable(poppler.get(section) ?? [])).map((difference) => ({
        document: document.file_name,
        section,
        ...difference,
      })),
    ),
  }
}
