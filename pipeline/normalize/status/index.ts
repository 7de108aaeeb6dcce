import type { Section } from '../../../schemas/index.ts'
import type { Note } from '../note.ts'
import { type ReadClause, readNote } from './reading.ts'
import { nameUnsure, SIGNAL_RULES } from './rules.ts'

export { SIGNALS } from './pattern.ts'
export { PATTERNS } from './patterns/index.ts'
export { readNote } from './reading.ts'
export { STATUS_RULES, type StatusRule } from './rules.ts'

const NEGATIVE: ReadonlySet<ReadClause['signal']> = new Set([
  'denial',
  'refusal',
  'ended',
  'no_information',
  'no_number',
])

/** Whether the clauses that decide, and those that may take them back, are understood. */
const isSure = (clauses: readonly ReadClause[], first: ReadClause): boolean =>
  first.sure &&
  clauses.every(
    ({ signal, sure, sentence, listed }) =>
      sure || !(NEGATIVE.has(signal) || (signal === 'prose' && sentence === first.sentence && !listed)),
  )

/**
 * Decides the status of a note by the first rule that applies, which is weak if a person should check the row.
 * @param ownNames names of the country, by which the subject of a sentence is known for another country's
 */
export const decideStatus = (
  note: Note,
  section: Section,
  { ownNames = [] }: { readonly ownNames?: readonly string[] } = {},
) => {
  const clauses = readNote(note, section, ownNames)
  for (const { name, status, weak, applies, strongIf } of SIGNAL_RULES) {
    const deciding = applies(clauses)
    if (deciding === null) continue
    const first = deciding[0]
    const sure = (!first || isSure(clauses, first)) && strongIf?.(deciding) !== false
    return {
      status,
      rule: sure || weak ? name : nameUnsure(name),
      weak: weak === true || !sure,
      // words of the note, verbatim
      evidence: first ? note.text.slice(first.start, first.end) : null,
    }
  }
  throw new RangeError('The last status rule must apply to every note')
}
