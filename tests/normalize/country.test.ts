import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { countryFromFileName, findCountry } from '../../pipeline/normalize/country.ts'
import { readTitle } from '../../pipeline/normalize/title.ts'
import { COUNTRIES } from '../../schemas/countries.ts'
import { readCases } from '../case-file.ts'
import { placedLines } from '../lines.ts'

describe('countryFromFileName', () => {
  it('reads the name of every country in the ways in which files are named', () => {
    const ways = [
      (name: string) => `${name}.pdf`,
      (name: string) => `${name.toLowerCase().replaceAll(' ', '-')}.txt`,
      (name: string) => `profiles/2014/${name.replaceAll(' ', '_')}.pdf`,
      (name: string) => `Country_Profile_${name.replaceAll(' ', '_')} (1).pdf`,
      (name: string) => `${encodeURIComponent(name)}.PDF`,
      (name: string) => `${name}.2014.pdf`,
    ]
    fc.assert(
      fc.property(fc.constantFrom(...COUNTRIES), fc.constantFrom(...ways), ({ code, name }, way) => {
        assert.equal(countryFromFileName(way(name))?.code, code, way(name))
      }),
      { numRuns: 1000 },
    )
  })

  it.each(readCases(import.meta.url, 'file names'))('reads %s as %s', (path, code) => {
    assert.equal(countryFromFileName(path)?.code ?? 'none', code)
  })
})

describe('findCountry', () => {
  it.each(readCases(import.meta.url, 'titles'))('%s: %j, %s, %s', (_, title, file, count, expected) => {
    const notes = Array.from({ length: Number(count) }, () => 'Iceland has a response team.')
    const { country, issues } = findCountry(readTitle(placedLines(title)), file, () => notes)
    const found = [country?.code ?? 'none', country?.source ?? 'none', ...issues.map(({ code }) => code)]
    assert.equal(found.join(' '), expected)
  })

  it('reports the title that it does not know', () => {
    const { issues } = findCountry(
      readTitle(placedLines('CYBERWELLNESS PROFILE\nATLANTIS')),
      'iceland.pdf',
      () => [],
    )
    assert.match(issues[0]?.message ?? '', /prints “ATLANTIS”/)
  })
})
