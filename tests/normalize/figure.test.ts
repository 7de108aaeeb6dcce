import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import {
  type Figure,
  parseFigureSource,
  parsePercent,
  parsePopulation,
} from '../../pipeline/normalize/figures.ts'

const given = (value: number): Figure => ({ value, unavailable: false })
const UNREADABLE: Figure = { value: null, unavailable: false }
const UNAVAILABLE: Figure = { value: null, unavailable: true }

type Case = readonly [printed: string, figure: Figure]

const check = (cases: readonly Case[], parse: (printed: string) => Figure): void => {
  for (const [printed, figure] of cases) {
    const result = figure.unavailable ? 'unavailable' : (figure.value ?? 'unreadable')
    it(`${JSON.stringify(printed)} is ${result}`, () => {
      assert.deepEqual(parse(printed), figure)
    })
  }
}

describe('a population', () => {
  check(
    [
      ['9 421 000', given(9_421_000)],
      ['90, 800', given(90_800)],
      ['90,800', given(90_800)],
      ['1.340.000', given(1_340_000)],
      ['1’340’000', given(1_340_000)],
      ['12300', given(12_300)],
      [' 800 ', given(800)],
      ['9\u00a0421\u00a0000', given(9_421_000)],
      ['2 44 769 000', given(244_769_000)],
      ['31 0 11 000', given(31_011_000)],
      ['12,34,567', given(1_234_567)],
      ['31 011 00', UNREADABLE],
      ['9 4210 000', UNREADABLE],
      ['about 9 421 000 persons', given(9_421_000)],
      ['29.82 million', given(29_820_000)],
      ['1,250 million', UNREADABLE],
      ['1.23456789 million', UNREADABLE],
      ['-5', UNREADABLE],
      ['', UNREADABLE],
      ['N/A', UNAVAILABLE],
      ['NA', UNAVAILABLE],
      ['Unknown', UNAVAILABLE],
      ['not available.', UNAVAILABLE],
    ],
    parsePopulation,
  )

  it('is read back whatever parts its groups of three digits', () => {
    const groups = fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        groups,
        fc.constantFrom(' ', ',', ', ', '.'),
        (first, rest, mark) => {
          const digits = rest.map((group) => String(group).padStart(3, '0'))
          const printed = [String(first), ...digits].join(mark)
          assert.deepEqual(parsePopulation(printed), given(Number(`${first}${digits.join('')}`)))
        },
      ),
    )
  })
})

describe('a percentage', () => {
  check(
    [
      ['75.2344%', given(75.2344)],
      ['58,70 %', given(58.7)],
      ['8%', given(8)],
      ['8', given(8)],
      ['0.00%', given(0)],
      ['100%', given(100)],
      ['60:50%', given(60.5)],
      ['60. 50 per cent', given(60.5)],
      ['12,345', UNREADABLE],
      ['12,345%', UNREADABLE],
      ['100.1%', UNREADABLE],
      ['1 8%', UNREADABLE],
      ['58.7.1%', UNREADABLE],
      ['58%%', UNREADABLE],
      ['-3%', UNREADABLE],
      ['', UNREADABLE],
      ['N/A', UNAVAILABLE],
      ['n/a %', UNAVAILABLE],
      ['Unknown%', UNAVAILABLE],
    ],
    parsePercent,
  )
})

describe('the source of a figure', () => {
  it('has a name and a year, as far as they are printed', () => {
    const sources = [
      ['(data source: ITU Statistics, December 2013)', 'ITU Statistics', 2013],
      ['(data source: ITU Statistics,2013)', 'ITU Statistics', 2013],
      ['[ Data source: Office for Numbers 2012 ]', 'Office for Numbers', 2012],
      ['(data source: Office for Numbers)', 'Office for Numbers', null],
      [null, null, null],
    ] as const
    for (const [printed, name, year] of sources) assert.deepEqual(parseFigureSource(printed), { name, year })
  })
})

describe('any figure', () => {
  it('has a value of zero or more, or none, whatever is printed', () => {
    const printed = fc.string({ unit: fc.constantFrom(...'0123456789 .,:%-/NA'), maxLength: 20 })
    fc.assert(
      fc.property(printed, (text) => {
        for (const { value, unavailable } of [parsePopulation(text), parsePercent(text)]) {
          assert.ok(value === null || (Number.isFinite(value) && value >= 0 && !unavailable))
        }
      }),
    )
  })
})
