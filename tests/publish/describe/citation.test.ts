import assert from 'node:assert/strict'
import { validateCFF } from 'cffjs'
import { describe, it } from 'vitest'
import { parse } from 'yaml'
import { findYears, releaseInfo } from '../../../schemas/index.ts'
import { AT_HOME_FILES, EMPTY_FILES, REAL_FILES, SPECIMEN_FILES, textOf } from './described.ts'

describe('CITATION.cff', () => {
  for (const [kind, files] of Object.entries({ AT_HOME_FILES, EMPTY_FILES, REAL_FILES, SPECIMEN_FILES })) {
    it(`is what the schema of the Citation File Format 1.2.0 asks for, in ${kind}`, () => {
      assert.doesNotThrow(() => validateCFF(parse(textOf(files, 'CITATION.cff'))))
    })
  }

  it('cites the coding of real profiles under CC-BY-4.0 and names the ITU as their author', () => {
    const cited = parse(textOf(REAL_FILES, 'CITATION.cff'))
    assert.equal(cited.license, 'CC-BY-4.0')
    assert.equal(cited.references[0].authors[0].name, 'International Telecommunication Union')
    assert.equal(parse(textOf(AT_HOME_FILES, 'CITATION.cff'))['date-released'], '2026-01-02')
  })

  it('gives specimens away and cites no profile of the ITU', () => {
    const cited = parse(textOf(SPECIMEN_FILES, 'CITATION.cff'))
    assert.equal(cited.license, 'CC0-1.0')
    assert.match(cited.title, /SPECIMENS/)
    assert.equal(cited.references, undefined)
  })

  it('has no date where nothing but a profile has one, which came out before', () => {
    assert.equal(parse(textOf(REAL_FILES, 'CITATION.cff'))['date-released'], undefined)
    assert.equal(parse(textOf(EMPTY_FILES, 'CITATION.cff'))['date-released'], undefined)
  })
})

it('names the years of the profiles that are there, and none where no profile has a date', () => {
  const title = (dates: readonly (string | null)[], withoutSourceText = false): string =>
    releaseInfo('itu-cyberwellness', undefined, { years: findYears(dates), withoutSourceText }).title
  assert.match(title(['2015-03-09', null, '2014-08-12']), /Profiles of 2014 to 2015$/)
  assert.match(title(['2014-08-12'], true), /Profiles of 2014, without the source text$/)
  assert.match(title([null]), /Profiles$/)
})
