import { InvalidArgumentError, Option } from 'commander'
import { LIMIT_NAMES, LIMITS, type LimitName, type Limits, limits } from '../../schemas/index.ts'

const limitValue = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('Give a whole number from 1.')
  return value
}

/** One option for each limit. */
export const limitOptions = (names: readonly LimitName[] = LIMIT_NAMES): Option[] =>
  names.map((name) => {
    const { description, unit, usual } = LIMITS[name]
    return new Option(`--max-${name} <${unit}>`, `most ${description}, else it is set aside`)
      .argParser(limitValue)
      .default(usual)
  })

/** `--max-time` arrives as `maxTime`. */
const keyOf = (name: LimitName): string => `max${name.charAt(0).toUpperCase()}${name.slice(1)}`

/** The limits that the options of a command ask for; the usual ones where it has none. */
export const limitsOf = (options: object): Limits => {
  const given = new Map(Object.entries(options))
  return limits.parse(Object.fromEntries(LIMIT_NAMES.map((name) => [name, given.get(keyOf(name))])))
}
