import type { Note } from '../note.ts'
import { elaborates, inTheLightOf, isReason } from './bearing.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { speaksOfSubject } from './section-subjects.ts'
import { type Finding, findingInPassing, findingOf } from './signal.ts'

export type { Signal } from './signal.ts'

/** A clause with what it says in its place. */
export interface ReadClause extends Clause, Finding {
  /** Whether it speaks of the thing that the section asks for; null where the section is not known. */
  readonly ofSubject: boolean | null
}

/** Reads the clauses of a note (of a section, where it is known), each in the light of those around it. */
export const readNote = (note: Note, section: string | null = null): ReadClause[] => {
  const read: ReadClause[] = []
  for (const clause of clausesOf(note)) {
    const ofSubject = speaksOfSubject(clause.text, section)
    const alone: ReadClause = { ...clause, ...findingOf(clause, section), ofSubject }
    const above = read.at(-1)
    if (!above) {
      read.push(alone)
    } else {
      const { signal, wording } = above
      const here = elaborates(alone, above) ? { ...alone, signal, wording, open: false } : alone
      read.splice(-1, 1, inTheLightOf(above, here, section))
      read.push(isReason(here, above) ? { ...here, signal: 'neutral' } : here)
    }
    const signal = read.at(-1)?.signal
    const besides = signal ? findingInPassing(clause.text, signal, section) : null
    if (besides) read.push({ ...clause, ...besides, ofSubject })
  }
  return read
}
