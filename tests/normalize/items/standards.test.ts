import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { findStandards } from '../../../pipeline/normalize/items/standards.ts'
import { readGroups } from '../../case-file.ts'

const listCodes = (text: string): string =>
  findStandards(text)
    .map(({ start, end, code }) => `${text.slice(start, end)} = ${code ?? 'none'}`)
    .join('; ')

describe('standards', () => {
  for (const [behaviour, rows] of readGroups(import.meta.url))
    it.each(rows)(`${behaviour}: %s`, (text, codes) => {
      assert.equal(listCodes(text), codes)
    })

  it('give the same code for the normal form as for what it was read from', () => {
    const number = fc.integer({ min: 1000, max: 99999 })
    const year = fc.option(fc.integer({ min: 1990, max: 2019 }), { nil: undefined })
    const name = fc.constantFrom('ISO', 'ISO ', 'ISO/IEC ', 'ISO IEC ')
    fc.assert(
      fc.property(number, year, name, (base, of, publisher) => {
        const printed = `${publisher}${base}${of === undefined ? '' : `:${of}`}`
        const [finding] = findStandards(printed)
        assert.ok(finding?.code)
        assert.equal(findStandards(finding.code)[0]?.code, finding.code)
      }),
    )
  })
})
