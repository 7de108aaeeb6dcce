import { DENIALS } from './denial.ts'
import { DOUBTS } from './doubt.ts'
import { EXISTENCE } from './existence.ts'
import { PARTS, WITHOUT_STANDING } from './in-part.ts'
import { PLANS } from './plan.ts'
import type { Wording } from './wording.ts'

export { HARMLESS, UNACCOUNTED } from './harmless.ts'
export { MEANINGS, type Meaning, type Wording } from './wording.ts'

/**
 * Wordings in the order in which a clause is tried against them; the first that matches decides.
 * To add one: put it where it belongs, with examples and counter-examples, and run `make test`.
 */
export const WORDINGS: readonly Wording[] = [
  ...DOUBTS,
  ...WITHOUT_STANDING,
  ...DENIALS,
  ...EXISTENCE,
  ...PLANS,
  ...PARTS,
]
