import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePrintedDate, readSourceDate } from '../../pipeline/normalize/source-date.ts'
import { placedLines } from '../lines.ts'

describe('a printed date', () => {
  it.each(
    Object.entries({
      '12th August 2014': '2014-08-12',
      '22th January 2015': '2015-01-22',
      '12" August 2014': '2014-08-12',
      '12” August 2014': '2014-08-12',
      '12 th August 2014': '2014-08-12',
      '8th JANUARY 2015': '2015-01-08',
      '2 March 2015': '2015-03-02',
      '07th November 2014': '2014-11-07',
      '1st of May, 2013': '2013-05-01',
      '3rd Sept. 2013': '2013-09-03',
      '29 February 2012': '2012-02-29',
      'about 12  August  2014.': '2014-08-12',
      '1 2th August 2014': '2014-08-12',
      'l 2th August 2014': '2014-08-12',
      'August 12, 2014': '2014-08-12',
      'Aug. 12th 2014': '2014-08-12',
      '12-Aug-2014': '2014-08-12',
      '2014-08-12': '2014-08-12',
      '2014/8/12': '2014-08-12',
      '12.08.2014': '2014-08-12',
      '25/08/2014': '2014-08-25',
      '08/25/2014': '2014-08-25',
      '12 Augnst 2014': '2014-08-12',
      '12th 0ctober 2014': '2014-10-12',
      '3rd Januarv 2015': '2015-01-03',
      '9 Jume 2014': '2014-06-09',
      '31 June 2014': null,
      '05/08/2014': null,
      '25-08-14': null,
      '4 12 August 2014': null,
      '2014-13-01': null,
      '29 February 2014': null,
      '0 May 2014': null,
      '112 August 2014': null,
      '12th/13th August 2014': null,
      '30 June to 2 July 2014': null,
      '12 August 20145': null,
      '12 Augustus 2014': null,
      '12 spring 2014': null,
      'August 2014': null,
      '07th November': null,
      '2014': null,
      '': null,
    }),
  )('%j is %s', (printed, date) => {
    expect(parsePrintedDate(printed)).toBe(date)
  })

  it('is read back from any day of the calendar', () => {
    const month = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const printed = `${date.getUTCDate()}th ${month.format(date)} ${date.getUTCFullYear()}`
        expect(parsePrintedDate(printed)).toBe(date.toISOString().slice(0, 10))
      }),
    )
  })

  it('is null or a date of the calendar, whatever is printed', () => {
    const part = fc.constantFrom('1', '31', '40', 'th', ' ', 'Feb', 'April', '2014', '"', 'of', '.')
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const date = parsePrintedDate(parts.join(' '))
        expect(date === null || new Date(date).toISOString().startsWith(date)).toBe(true)
      }),
    )
  })
})

describe('the date of the last update', () => {
  it.each([
    ['22th January 2015', '22th January 2015', '2015-01-22', null],
    ['', null, null, 'date_missing'],
    ['31 June 2014', '31 June 2014', null, 'date_unreadable: 31 June 2014'],
    ['1 May 1995', '1 May 1995', null, 'date_out_of_range: 1 May 1995'],
    ['31 December 2011', '31 December 2011', null, 'date_out_of_range: 31 December 2011'],
    ['1 January 2012', '1 January 2012', '2012-01-01', null],
    ['1 May 2013|2 May 2013', '2 May 2013', '2013-05-02', 'date_differs: 1 May 2013; 2 May 2013'],
    ['01st May 2013|1 May 2013', '1 May 2013', '2013-05-01', null],
    ['1 May 2013|some day', '1 May 2013', '2013-05-01', null],
  ])('%j gives %j', (dates, printed, date, issue) => {
    const text = dates.split('|').map((one) => `Last updated on ${one}`)
    const read = readSourceDate(placedLines(`DISCLAIMER: x\n${text.join('\n')}`), 'file.pdf')
    const issues = read.issues.map(({ code, value }) => (value === null ? code : `${code}: ${value}`))
    expect([read.printed, read.date, issues]).toEqual([printed, date, issue === null ? [] : [issue]])
  })
})
