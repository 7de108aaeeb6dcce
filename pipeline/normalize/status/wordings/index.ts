import { DENIALS } from './denial.ts'
import { DOUBTS } from './doubt.ts'
import { EXISTENCE } from './existence.ts'
import { PARTS, WITHOUT_STANDING } from './in-part.ts'
import { OUTLOOKS } from './outlook.ts'
import { PLANS } from './plan.ts'
import { REMARKS } from './remark.ts'
import { SILENCES } from './silence.ts'
import { WANTS } from './want.ts'
import type { Wording } from './wording.ts'

export { HARMLESS, UNACCOUNTED } from './harmless.ts'
export { OPEN_WORDS } from './open-words.ts'
export { MEANINGS, type Meaning, type Wording } from './wording.ts'

/**
 * Wordings in the order in which a clause is tried against them; the first that matches decides.
 * To add one: put it where it belongs, with examples and counter-examples, and run `make test`.
 */
export const WORDINGS: readonly Wording[] = [
  ...SILENCES,
  ...DOUBTS,
  ...WITHOUT_STANDING,
  ...DENIALS,
  ...WANTS,
  ...EXISTENCE,
  ...PLANS,
  ...OUTLOOKS,
  ...PARTS,
  ...REMARKS,
]
