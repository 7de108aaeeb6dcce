import { ALL_RULES, MEANINGS, WORDINGS } from '../../pipeline/normalize/index.ts'
import type { StatusCoding } from './codebook.ts'

/** How the pipeline gives statuses, as the codebook lists it. */
export const STATUS_CODING: StatusCoding = {
  rules: ALL_RULES,
  wordings: WORDINGS.map((wording) => ({ ...wording, meaning: MEANINGS[wording.meaning] })),
}
