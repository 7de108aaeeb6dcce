import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { expectedResult } from '../../raw/specimen/expected-result.ts'
import { columns, list, type Specimen } from '../../raw/specimen/specimen.ts'

const specimen = (sections: Specimen['sections']): Specimen => ({
  code: 'XAA',
  title: ['QELVARA'],
  look: { size: 10, justified: false, accent: '#000000', flag: ['#ffffff'] },
  population: { printed: '1 000', value: 1000 },
  internetUsers: { printed: '8%', value: 8 },
  updated: { day: '07', ordinal: 'th', monthAndYear: 'November 2014', iso: '2014-11-07' },
  sections,
})

describe('expectedResult', () => {
  it('reads columns one after the other, list marks included', () => {
    const { sections } = expectedResult(
      specimen({ '1.1.1': { status: 'present', note: ['Acts:', columns('-', ['A', 'B'], ['C']), 'End.'] } }),
    )
    assert.equal(sections['1.1.1']?.note, 'Acts: -A -B -C End.')
    assert.deepEqual(sections['1.1.1']?.items, ['A', 'B', 'C'])
  })

  it('reads a bullet with a hanging indent as bullet and space', () => {
    const { sections } = expectedResult(
      specimen({ '1.2.1': { status: 'present', note: [list('•\t', 'A team')] } }),
    )
    assert.deepEqual(sections['1.2.1'], { status: ['present'], note: '• A team' })
  })

  it('takes “None.” for no entry', () => {
    const { sections } = expectedResult(
      specimen({ '2.1': { status: 'absent', note: ['Acts:', list('- ', 'None.')] } }),
    )
    assert.deepEqual(sections['2.1'], { status: ['absent'], note: 'Acts: - None.', items: [] })
  })

  it('joins broken lines by a space', () => {
    const { sections } = expectedResult(specimen({ '1.4.3': { status: 'present', note: ['There are\n12'] } }))
    assert.equal(sections['1.4.3']?.note, 'There are 12')
  })

  it('gives an empty section no note, and leaves out a missing one', () => {
    const { sections } = expectedResult(specimen({ '1.4.4': { status: 'not_reported', note: [] } }))
    assert.deepEqual(sections, { '1.4.4': { status: ['not_reported'], note: null } })
  })

  it('names partner countries in section 1.5.1, and an empty list where it names no country', () => {
    const { sections } = expectedResult(specimen({ '1.5.1': { status: 'absent', note: ['None.'] } }))
    assert.deepEqual(sections['1.5.1']?.partner_countries, [])
  })

  it('joins the parts of the date as they are printed', () => {
    assert.equal(expectedResult(specimen({})).source_date_printed, '07th November 2014')
  })
})
