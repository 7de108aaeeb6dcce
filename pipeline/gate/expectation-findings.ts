import { type Expectation, type GateFinding, MEASURES, makeFinding } from '../../schemas/index.ts'
import type { ReleaseMeasures } from './release-measures.ts'

const figure = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 4 })

/** Holds what was counted in a release against what is expected of it. */
export const expectationFindings = (
  { documents, values }: ReleaseMeasures,
  expectations: readonly Expectation[],
): readonly GateFinding[] =>
  expectations.flatMap(({ measure, minimum, maximum, fromDocuments }) => {
    const value = values.get(measure)
    if (value === undefined || documents < fromDocuments) return []
    const said = `${figure(value)} ${MEASURES[measure]}`
    if (minimum !== null && value < minimum) {
      return [makeFinding('below_expectation', `${said}, at least ${figure(minimum)} expected`)]
    }
    if (maximum !== null && value > maximum) {
      return [makeFinding('above_expectation', `${said}, at most ${figure(maximum)} expected`)]
    }
    return []
  })
