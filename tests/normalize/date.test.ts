import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { DATE_RANGE, isPlausibleDate, parsePrintedDate } from '../../pipeline/normalize/source-date.ts'

describe('a printed date', () => {
  const dates: readonly (readonly [printed: string, date: string])[] = [
    ['12th August 2014', '2014-08-12'],
    ['22th January 2015', '2015-01-22'],
    ['12" August 2014', '2014-08-12'],
    ['12” August 2014', '2014-08-12'],
    ['12 August 2014', '2014-08-12'],
    ['12 th August 2014', '2014-08-12'],
    ['8th JANUARY 2015', '2015-01-08'],
    ['2 March 2015', '2015-03-02'],
    ['07th November 2014', '2014-11-07'],
    ['1st of May, 2013', '2013-05-01'],
    ['3rd Sept. 2013', '2013-09-03'],
    ['31 Dec 2012', '2012-12-31'],
    ['29 February 2012', '2012-02-29'],
    ['about 12  August  2014.', '2014-08-12'],
    ['1 2th August 2014', '2014-08-12'],
    ['l 2th August 2014', '2014-08-12'],
    ['August 12, 2014', '2014-08-12'],
    ['Aug. 12th 2014', '2014-08-12'],
    ['12-Aug-2014', '2014-08-12'],
    ['2014-08-12', '2014-08-12'],
    ['2014/8/12', '2014-08-12'],
    ['12.08.2014', '2014-08-12'],
    ['25/08/2014', '2014-08-25'],
    ['08/25/2014', '2014-08-25'],
  ]
  for (const [printed, date] of dates) {
    it(`${printed} is ${date}`, () => {
      assert.equal(parsePrintedDate(printed), date)
    })
  }

  const impossible = [
    '31 June 2014',
    '05/08/2014',
    '25-08-14',
    '4 12 August 2014',
    '2014-13-01',
    '29 February 2014',
    '0 May 2014',
    '32 May 2014',
    '112 August 2014',
    '12 August 20145',
    '12 Augustus 2014',
    '12 M 2014',
    '12 spring 2014',
    'August 2014',
    '07th November',
    '2014',
    '',
  ]
  for (const printed of impossible) {
    it(`is none in ${JSON.stringify(printed)}`, () => {
      assert.equal(parsePrintedDate(printed), null)
    })
  }

  it('is read back from any day of the calendar', () => {
    const months =
      'January February March April May June July August September October November December'.split(' ')
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const printed = `${date.getUTCDate()}th ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`
        assert.equal(parsePrintedDate(printed), date.toISOString().slice(0, 10))
      }),
    )
  })

  it('is null or a date of the calendar, whatever is printed', () => {
    const part = fc.constantFrom('1', '31', '40', 'th', ' ', 'Feb', 'April', '2014', '"', 'of', '.')
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const date = parsePrintedDate(parts.join(' '))
        assert.ok(date === null || new Date(date).toISOString().startsWith(date))
      }),
    )
  })
})

describe('a plausible date', () => {
  it('lies in the years of the profiles', () => {
    assert.ok(isPlausibleDate(DATE_RANGE.first))
    assert.ok(isPlausibleDate(DATE_RANGE.last))
    assert.ok(!isPlausibleDate('2011-12-31'))
    assert.ok(!isPlausibleDate('2017-01-01'))
  })
})
