import { LIMIT_NAMES, type LimitName, type Limits, limits } from '../../schemas/index.ts'

/** `--max-time` arrives as `maxTime`. */
const keyOf = (name: LimitName): string => `max${name.charAt(0).toUpperCase()}${name.slice(1)}`

/** The limits that the options of a command ask for; the usual ones where it has none. */
export const limitsOf = (options: object): Limits => {
  const given = new Map(Object.entries(options))
  return limits.parse(Object.fromEntries(LIMIT_NAMES.map((name) => [name, given.get(keyOf(name))])))
}
