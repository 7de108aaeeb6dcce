import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { validateCFF } from 'cffjs'
import { parse } from 'yaml'
import { EMPTY_FILES, REAL_FILES, SPECIMEN_FILES, textOf } from './described.ts'

describe('CITATION.cff', () => {
  for (const [kind, files] of Object.entries({ EMPTY_FILES, REAL_FILES, SPECIMEN_FILES })) {
    it(`is what the schema of the Citation File Format 1.2.0 asks for, in ${kind}`, () => {
      assert.doesNotThrow(() => validateCFF(parse(textOf(files, 'CITATION.cff'))))
    })
  }

  it('cites the coding of real profiles under CC-BY-4.0 and names the ITU as their author', () => {
    const cited = parse(textOf(REAL_FILES, 'CITATION.cff'))
    assert.equal(cited.license, 'CC-BY-4.0')
    assert.equal(cited.references[0].authors[0].name, 'International Telecommunication Union')
    assert.equal(cited['date-released'], '2014-08-12')
  })

  it('gives specimens away and cites no profile of the ITU', () => {
    const cited = parse(textOf(SPECIMEN_FILES, 'CITATION.cff'))
    assert.equal(cited.license, 'CC0-1.0')
    assert.match(cited.title, /SPECIMENS/)
    assert.equal(cited.references, undefined)
  })

  it('has no date where no source has one', () => {
    assert.equal(parse(textOf(EMPTY_FILES, 'CITATION.cff'))['date-released'], undefined)
  })
})
