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
  const read = (text: string) => readTitle(placedLines(text))
  const notes = ['Iceland has a law on computer crime.', 'Iceland has a response team.']

  it('finds the name between other lines of the title', () => {
    const lines = 'Cyber Union\nGeneva, March 2015\nDRAFT\nCYBERWELLNESS PROFILE\nREPUBLIC OF\nICELAND'
    const { country } = findCountry(read(lines), 'x.pdf', [])
    assert.deepEqual([country?.code, country?.source], ['ISL', 'title'])
  })

  it('asks the file name, then most notes, where no line of the title is a known name', () => {
    const title = read('CYBERWELLNESS PROFILE\nCyber Union')
    const byFile = findCountry(title, 'iceland.pdf', [])
    assert.deepEqual([byFile.country?.code, byFile.issues[0]?.code], ['ISL', 'title_missing'])
    assert.equal(findCountry(title, 'x.pdf', [...notes, ...notes]).country?.source, 'notes')
    assert.equal(findCountry(title, 'x.pdf', notes).country, null)
  })

  it('reports the title that it does not know, against which the letters of a code say nothing', () => {
    const title = read('CYBERWELLNESS PROFILE\nATLANTIS')
    assert.match(findCountry(title, 'iceland.pdf', []).issues[0]?.message ?? '', /prints “ATLANTIS”/)
    const { country, issues } = findCountry(title, 'us.txt', [])
    assert.deepEqual([country, issues[0]?.code], [null, 'country_unknown'])
    assert.equal(findCountry(read('CYBERWELLNESS PROFILE'), 'us.txt', []).country?.code, 'USA')
  })

  it('believes the title where the file name names another country, and reports it', () => {
    const { country, issues } = findCountry(read('CYBERWELLNESS PROFILE\nICELAND'), 'oman.pdf', [])
    assert.deepEqual([country?.code, issues[0]?.code], ['ISL', 'country_conflict'])
  })
})
