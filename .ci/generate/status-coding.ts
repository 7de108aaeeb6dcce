import { ALL_RULES, PATTERNS, SIGNALS } from '../../pipeline/normalize/index.ts'
import type { StatusCoding } from './codebook.ts'
import items from './item-accuracy.json' with { type: 'json' }
import measured from './rule-accuracy.json' with { type: 'json' }

/** How the pipeline decides statuses, as listed in the codebook. */
export const STATUS_CODING: StatusCoding = {
  rules: ALL_RULES,
  patterns: PATTERNS.map((pattern) => ({ ...pattern, meaning: SIGNALS[pattern.signal] })),
  measured,
  items,
}
