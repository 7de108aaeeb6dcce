import type { Status } from '../../../schemas/index.ts'
import type { Note } from '../note.ts'
import { readNote } from './reading.ts'
import { STATUS_RULES, type StatusRule } from './rules.ts'

export { STATUS_RULES } from './rules.ts'
export { MEANINGS, WORDINGS } from './wordings/index.ts'

/** A status with the rule that gave it and the words on which it did. */
export interface Decision {
  readonly status: Status
  readonly rule: string
  readonly weak: boolean
  /** Words of the note, verbatim; null where there is no note. */
  readonly evidence: string | null
}

const lastResort = (rule: StatusRule | undefined): StatusRule => {
  if (!rule) throw new RangeError('the last status rule must apply to every note')
  return rule
}

/** Decides the status of a note by the first rule that applies; some wordings are looked for in certain sections only. */
export const decideStatus = (note: Note, section: string | null = null): Decision => {
  const clauses = readNote(note, section)
  for (const rule of STATUS_RULES) {
    const deciding = rule.applies(clauses)
    if (deciding === null) continue
    const first = deciding[0]
    const evidence = first ? note.text.slice(first.start, first.end) : null
    return { status: rule.status, rule: rule.name, weak: rule.weak, evidence }
  }
  const rule = lastResort(STATUS_RULES.at(-1))
  return { status: rule.status, rule: rule.name, weak: rule.weak, evidence: note.text }
}
