import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { countryFromFileName } from '../../pipeline/normalize/country.ts'
import { COUNTRIES } from '../../schemas/countries.ts'

const codeOf = (path: string): string | null => countryFromFileName(path)?.code ?? null

const namesAll = (expected: Readonly<Record<string, string | null>>): void => {
  for (const [path, code] of Object.entries(expected)) assert.equal(codeOf(path), code, path)
}

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
        assert.equal(codeOf(way(name)), code, way(name))
      }),
      { numRuns: 1000 },
    )
  })

  it('reads short, inverted and incomplete names', () => {
    namesAll({
      'antigua-barbuda.txt': 'ATG',
      'lao-pdr.txt': 'LAO',
      'hongkong.txt': 'HKG',
      'saint-kitts-and-nevis-federation-of.txt': 'KNA',
      'st.vincent.txt': 'VCT',
      'central-african-rep.txt': 'CAF',
      "Dem. People's Rep. of Korea.txt": 'PRK',
      'congo-drc.txt': 'COD',
      'congo.txt': 'COG',
      'sao-tome.txt': 'STP',
      'korea.txt': 'KOR',
      'brunei.txt': 'BRN',
      'cote-d-ivoire.txt': 'CIV',
      'Côte d’Ivoire.pdf': 'CIV',
      'CountryProfileLaoPDR.pdf': 'LAO',
      'Kazakhstan20140812.pdf': 'KAZ',
      'uk.pdf': 'GBR',
    })
  })

  it('forgives a spelling mistake where one country alone is near', () => {
    namesAll({
      'ethopia.pdf': 'ETH',
      'profile_afganistan.pdf': 'AFG',
      'austrlia.pdf': null,
      'mala.pdf': null,
    })
  })

  it('gives nothing for a name that speaks of no country or of several', () => {
    namesAll({
      '': null,
      'readme.txt': null,
      'about-us.pdf': null,
      'profile-2014.pdf': null,
      'oman/document.pdf': null,
      'niger-nigeria.pdf': null,
      '100%.pdf': null,
    })
  })

  it('resolves the invented places of the specimens', () => {
    namesAll({ 'specimens/qelvara.pdf': 'XAA' })
  })
})
