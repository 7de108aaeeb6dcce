import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { findStandards } from '../../../pipeline/normalize/items/standards.ts'

const codedTexts = (read: typeof findStandards, text: string): [string, string | null][] =>
  read(text).map(({ start, end, code }) => [text.slice(start, end), code])

describe('standards', () => {
  it('have one normal form, however they are printed', () => {
    for (const [printed, code] of [
      ['ISO/IEC 27001:2013', 'ISO/IEC 27001:2013'],
      ['ISO 27001', 'ISO/IEC 27001'],
      ['ISO27001', 'ISO/IEC 27001'],
      ['ISO-27001', 'ISO/IEC 27001'],
      ['ISO IEC 27001', 'ISO/IEC 27001'],
      ['ISO/IEC27001', 'ISO/IEC 27001'],
      ['ISO 22301:2012', 'ISO 22301:2012'],
      ['ISO 9001', 'ISO 9001'],
      ['BS25999', 'BS 25999'],
      ['BS 7799', 'BS 7799'],
      ['IEC 62443-3-3', 'IEC 62443-3-3'],
      ['NIST SP 800-53', 'NIST SP 800-53'],
      ['NIST Special Publication 800-53', 'NIST SP 800-53'],
      ['NIST 800-53', 'NIST SP 800-53'],
      ['NIST SP 800-53 Rev. 4', 'NIST SP 800-53 Rev. 4'],
      ['FIPS PUB 140-2', 'FIPS 140-2'],
      ['ITU-T X.509', 'ITU-T X.509'],
      ['ITU-T Recommendation X.1205', 'ITU-T X.1205'],
      ['X.509', 'ITU-T X.509'],
      ['ETSI TS 101 456', 'ETSI TS 101 456'],
      ['RFC 2350', 'RFC 2350'],
      ['PCI-DSS', 'PCI DSS'],
      ['COBIT 5', null],
      ['ITIL', null],
      ['Common Criteria', 'ISO/IEC 15408'],
      ['MNS ISO/IES 17799:2007', 'MNS ISO/IEC 17799:2007'],
      ['ISO/IEC 2700x', 'ISO/IEC 27000'],
    ] as const) {
      assert.deepEqual(codedTexts(findStandards, `It follows ${printed}.`), [[printed, code]])
    }
  })

  it('share the publisher that an enumeration names once', () => {
    assert.deepEqual(codedTexts(findStandards, 'under ISO 27001, 27002 and 22301, in 2012'), [
      ['ISO 27001', 'ISO/IEC 27001'],
      ['27002', 'ISO/IEC 27002'],
      ['22301', 'ISO 22301'],
    ])
    assert.deepEqual(codedTexts(findStandards, 'ISO 27001 and 2012'), [['ISO 27001', 'ISO/IEC 27001']])
  })

  it('have the code that an unmistakable misprint means, and need a number', () => {
    assert.deepEqual(codedTexts(findStandards, 'ISO 270001'), [['ISO 270001', 'ISO/IEC 27001']])
    for (const text of ['the standards of ISO', 'the year B.E.2550', 'the Common Criteria Recognition']) {
      assert.deepEqual(codedTexts(findStandards, text), [], text)
    }
  })

  it('give the same code for the normal form as for what it was read from', () => {
    const number = fc.integer({ min: 1000, max: 99999 })
    const year = fc.option(fc.integer({ min: 1990, max: 2019 }), { nil: undefined })
    fc.assert(
      fc.property(
        number,
        year,
        fc.constantFrom('ISO', 'ISO ', 'ISO/IEC ', 'ISO IEC '),
        (base, of, publisher) => {
          const printed = `${publisher}${base}${of === undefined ? '' : `:${of}`}`
          const [finding] = findStandards(printed)
          assert.ok(finding?.code)
          assert.equal(findStandards(finding.code)[0]?.code, finding.code)
        },
      ),
    )
  })
})
