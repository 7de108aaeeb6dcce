import { InvalidArgumentError, Option } from 'commander'
import { LIMIT_NAMES, LIMITS, type LimitName } from '../../schemas/limit-definitions.ts'

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
