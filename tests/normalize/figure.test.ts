import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { type Figure, parsePercent, parsePopulation } from '../../pipeline/normalize/figures.ts'

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
      ['2 44 769 000', UNREADABLE],
      ['31 011 00', UNREADABLE],
      ['9 4210 000', UNREADABLE],
      ['9 421 000 persons', UNREADABLE],
      ['1.5 million', UNREADABLE],
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
      ['60:50%', UNREADABLE],
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
