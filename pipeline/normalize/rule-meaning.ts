import { CORRECTION_RULE } from '../../schemas/index.ts'
import { FIGURE_RULES } from './figure-rules.ts'
import { STATUS_RULES } from './status/index.ts'

/** Every rule that `status_rule` can name, apart from corrections. */
export const ALL_RULES = [...STATUS_RULES, ...Object.values(FIGURE_RULES)]

/** When a rule applies, by its name; null for one that there is not. */
export const ruleMeaning = (name: string): string | null =>
  name === CORRECTION_RULE
    ? 'A person settled the row, in the corrections file.'
    : (ALL_RULES.find((rule) => rule.name === name)?.explanation ?? null)
