import { makeNote, type Note } from '../../pipeline/normalize/note.ts'
import { collectVocabulary } from '../../pipeline/parse/index.ts'
import { placedLines } from '../lines.ts'

/** The note that a text gives, read as the text file of a section. */
export const readNoteText = (text: string): Note => {
  const lines = placedLines(text)
  return makeNote(lines, collectVocabulary(lines))
}
