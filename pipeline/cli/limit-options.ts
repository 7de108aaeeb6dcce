import { InvalidArgumentError, Option } from 'commander'
import { LIMIT_NAMES, LIMITS, type LimitName } from '../../schemas/limit-definitions.ts'

const parseLimit =
  (max: number | undefined) =>
  (text: string): number => {
    const value = Number(text)
    if (Number.isSafeInteger(value) && value >= 1 && value <= (max ?? value)) return value
    throw new InvalidArgumentError(`Give a whole number from 1${max === undefined ? '' : ` to ${max}`}.`)
  }

/** One option for each limit. */
export const limitOptions = (names: readonly LimitName[] = LIMIT_NAMES): Option[] =>
  names.map((name) => {
    const limit = LIMITS[name]
    const { description, unit, usual } = limit
    return new Option(`--max-${name} <${unit}>`, `most ${description}, else it is set aside`)
      .argParser(parseLimit('max' in limit ? limit.max : undefined))
      .default(usual)
  })
