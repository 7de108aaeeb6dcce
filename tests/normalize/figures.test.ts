import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backgroundFigures } from '../../pipeline/normalize/background.ts'
import { parseFigureSource, parsePercent, parsePopulation } from '../../pipeline/normalize/figures.ts'
import { placedLines } from '../lines.ts'

type Result = number | 'unreadable' | 'unavailable'

const read = (parse: typeof parsePercent, printed: string): Result => {
  const { value, unavailable } = parse(printed)
  expect(unavailable && value !== null).toBe(false)
  return unavailable ? 'unavailable' : (value ?? 'unreadable')
}

describe('a population', () => {
  it.each<[string, Result]>([
    ['9 421 000', 9_421_000],
    ['90, 800', 90_800],
    ['1.340.000', 1_340_000],
    ['1’340’000', 1_340_000],
    [' 800 ', 800],
    ['9\u00a0421\u00a0000', 9_421_000],
    ['2 44 769 000', 244_769_000],
    ['31 0 11 000', 31_011_000],
    ['12,34,567', 1_234_567],
    ['about 9 421 000 persons', 9_421_000],
    ['29.82 million', 29_820_000],
    ['31 011 00', 'unreadable'],
    ['9 4210 000', 'unreadable'],
    ['1,250 million', 'unreadable'],
    ['1.23456789 million', 'unreadable'],
    ['-5', 'unreadable'],
    ['', 'unreadable'],
    ['N/A', 'unavailable'],
    ['not available.', 'unavailable'],
  ])('%j is %s', (printed, result) => {
    expect(read(parsePopulation, printed)).toBe(result)
  })

  it('is read back with any separator between groups of three digits', () => {
    const groups = fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 4 })
    const mark = fc.constantFrom(' ', ',', ', ', '.')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), groups, mark, (first, rest, between) => {
        const digits = [String(first), ...rest.map((group) => String(group).padStart(3, '0'))]
        expect(read(parsePopulation, digits.join(between))).toBe(Number(digits.join('')))
      }),
    )
  })
})

describe('a percentage', () => {
  it.each<[string, Result]>([
    ['75.2344%', 75.2344],
    ['58,70 %', 58.7],
    ['8', 8],
    ['0.00%', 0],
    ['100%', 100],
    ['60:50%', 60.5],
    ['60. 50 per cent', 60.5],
    ['12,345', 'unreadable'],
    ['12,345%', 'unreadable'],
    ['100.1%', 'unreadable'],
    ['1 8%', 'unreadable'],
    ['58.7.1%', 'unreadable'],
    ['-3%', 'unreadable'],
    ['', 'unreadable'],
    ['n/a %', 'unavailable'],
    ['Unknown%', 'unavailable'],
  ])('%j is %s', (printed, result) => {
    expect(read(parsePercent, printed)).toBe(result)
  })
})

it('a figure is zero or more, or missing, whatever is printed', () => {
  const printed = fc.string({ unit: fc.constantFrom(...'0123456789 .,:%-/NA'), maxLength: 20 })
  fc.assert(
    fc.property(printed, (text) => {
      for (const parse of [parsePopulation, parsePercent]) {
        const result = read(parse, text)
        expect(typeof result === 'string' || (Number.isFinite(result) && result >= 0)).toBe(true)
      }
    }),
  )
})

it.each([
  ['(data source: ITU Statistics, December 2013)', 'ITU Statistics', 2013],
  ['(data source: ITU Statistics,2013)', 'ITU Statistics', 2013],
  ['[ Data source: Office for Numbers 2012 ]', 'Office for Numbers', 2012],
  ['(data source: Office for Numbers)', 'Office for Numbers', null],
  [null, null, null],
])('the source %j has a name and a year', (printed, name, year) => {
  expect(parseFigureSource(printed)).toEqual({ name, year })
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

  it.each([
    ['Total Population: : 33 397 000', ['33 397 000', undefined]],
    ['TOTAL POPULATION 12 300', ['12 300', undefined]],
    ['Internet users, percentage of\nthe population : 8%', [undefined, '8%']],
    ['Total Population: N/A\nInternet users, percentage of population: Unknown%', ['N/A', 'Unknown%']],
    [`Total Population:\nInternet users, percentage of population:\n${CENSUS}`, ['', '']],
    ['BACKGROUND\nnothing', [undefined, undefined]],
    ['', [undefined, undefined]],
  ])('are found as printed in %j', (text, printed) => {
    const { population, internetUsers } = backgroundFigures(placedLines(text))
    expect([population?.printed, internetUsers?.printed]).toEqual(printed)
  })

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
