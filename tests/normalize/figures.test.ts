import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backgroundFigures } from '../../pipeline/normalize/background.ts'
import { parseFigureSource, parsePercent, parsePopulation } from '../../pipeline/normalize/figures.ts'
import { readCases } from '../case-file.ts'
import { placedLines } from '../lines.ts'

const read = (parse: typeof parsePercent, printed: string): string => {
  const { value, unavailable } = parse(printed)
  expect(unavailable && value !== null).toBe(false)
  return unavailable ? 'unavailable' : String(value ?? 'unreadable')
}

describe('a population', () => {
  it.each(readCases(import.meta.url, 'populations'))('%j is %s', (printed, result) => {
    expect(read(parsePopulation, printed)).toBe(result)
  })

  it('is read back with any separator between groups of three digits', () => {
    const groups = fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 4 })
    const mark = fc.constantFrom(' ', ',', ', ', '.')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), groups, mark, (first, rest, between) => {
        const digits = [String(first), ...rest.map((group) => String(group).padStart(3, '0'))]
        expect(read(parsePopulation, digits.join(between))).toBe(digits.join(''))
      }),
    )
  })
})

describe('a percentage', () => {
  it.each(readCases(import.meta.url, 'percentages'))('%j is %s', (printed, result) => {
    expect(read(parsePercent, printed)).toBe(result)
  })
})

it('a figure is zero or more, or missing, whatever is printed', () => {
  const printed = fc.string({ unit: fc.constantFrom(...'0123456789 .,:%-/NA'), maxLength: 20 })
  fc.assert(
    fc.property(printed, (text) => {
      for (const parse of [parsePopulation, parsePercent]) {
        read(parse, text)
        const { value } = parse(text)
        expect(value === null || (Number.isFinite(value) && value >= 0)).toBe(true)
      }
    }),
  )
})

it.each(readCases(import.meta.url, 'sources'))(
  'the source %j has the name %s and the year %s',
  (printed, name, year) => {
    expect(parseFigureSource(printed)).toEqual({ name, year: year === 'none' ? null : Number(year) })
  },
)

it('a source that is missing has no name and no year', () => {
  expect(parseFigureSource(null)).toEqual({ name: null, year: null })
})

describe('the background figures', () => {
  const CENSUS = '(data source: Census Bureau, 2012)'
  const ITU = '(data source: ITU Statistics, 2013)'
  const POPULATION = 'Total Population: 12 300'
  const USERS = 'Internet users, percentage of population: 45.6%'

  const notes = (text: string) =>
    Object.values(backgroundFigures(placedLines(text))).map((figure) => figure?.note ?? null)
  const columns = (...rows: readonly (readonly [string, string])[]): string =>
    rows.map(([left, right]) => `${left.padEnd(60)}${right}`).join('\n')

  it.each([
    ['one line', `BACKGROUND\n${POPULATION} ${USERS}\n${CENSUS} ${ITU}`],
    ['two columns', columns([POPULATION, USERS], [CENSUS, ITU])],
    ['four lines', [POPULATION, USERS, CENSUS, ITU].join('\n')],
    ['lines in pairs', [POPULATION, CENSUS, USERS, ITU].join('\n\n')],
    ['lines with their sources swapped', [POPULATION, USERS, ITU, CENSUS].join('\n')],
  ])('are read from %s', (_, text) => {
    expect(notes(text)).toEqual([`${POPULATION} ${CENSUS}`, `${USERS} ${ITU}`])
  })

  it('keep the one source that is printed to the figure that it mentions', () => {
    expect(notes([POPULATION, USERS, ITU].join('\n'))).toEqual([POPULATION, `${USERS} ${ITU}`])
    expect(notes([POPULATION, USERS, CENSUS].join('\n'))).toEqual([`${POPULATION} ${CENSUS}`, USERS])
    expect(notes([USERS, POPULATION].join('\n'))).toEqual([POPULATION, USERS])
  })

  it.each(readCases(import.meta.url, 'printed'))(
    'are found as printed in %j: %j and %j',
    (text, ...printed) => {
      const { persons, percent } = backgroundFigures(placedLines(text))
      expect([persons?.printed ?? 'none', percent?.printed ?? 'none']).toEqual(printed)
    },
  )

  it.each([
    [
      columns([POPULATION, USERS], [CENSUS, ITU]),
      [
        [POPULATION, CENSUS],
        [USERS, ITU],
      ],
    ],
    [
      'Total Population:\n12 300\nInternet users, percentage of\npopulation: 45.6%',
      [
        ['Total Population:', '12 300'],
        ['Internet users, percentage of', 'population: 45.6%'],
      ],
    ],
  ])('know the lines of their label, figure and source in %j', (text, lines) => {
    const figures = Object.values(backgroundFigures(placedLines(text)))
    expect(figures.map((figure) => figure?.lines.map((line) => line.text))).toEqual(lines)
  })
})
