import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePrintedDate, readSourceDate } from '../../pipeline/normalize/source-date.ts'
import { readCases } from '../case-file.ts'
import { placedLines } from '../lines.ts'

describe('a printed date', () => {
  it.each(readCases(import.meta.url, 'printed dates'))('%j is %s', (printed, date) => {
    expect(parsePrintedDate(printed) ?? 'none').toBe(date)
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
  it.each(readCases(import.meta.url, 'last updates'))('%j gives %j', (dates, printed, date, issue) => {
    const text = dates.split('; ').map((one) => `Last updated on ${one}`)
    const read = readSourceDate(placedLines(`DISCLAIMER: x\n${text.join('\n')}`), 'file.pdf')
    const issues = read.issues.map(({ code, value }) => (value === null ? code : `${code}: ${value}`))
    const found = [read.printed ?? 'none', read.date ?? 'none', ...issues]
    expect(found).toEqual([printed, date, ...(issue === 'none' ? [] : [issue])])
  })
})
