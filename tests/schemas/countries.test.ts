import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import isoCountries from 'i18n-iso-countries'
import { describe, it } from 'vitest'
import { COUNTRIES, findCountryFacts, REGIONS } from '../../schemas/countries.ts'
import { SPECIMEN_PLACES } from '../../schemas/specimen-places.ts'

/** Alpha-3 codes of the 193 members of the United Nations, written down apart from the table. */
const UN_MEMBERS = readFileSync('tests/fixtures/un-members.txt', 'utf8').trim().split(/\s+/)

/** Lands without people of their own, which have codes but no row. */
const UNINHABITED = ['ATA', 'ATF', 'BVT', 'HMD', 'IOT', 'SGS', 'UMI']

const codes = COUNTRIES.map((country) => country.code)

describe('the table of countries', () => {
  it('gives each country well-formed codes, and no code or adjective to two', () => {
    for (const { code, alpha2, name, names, adjectives } of COUNTRIES) {
      assert.match(`${code} ${alpha2}`, /^[A-Z]{3} [A-Z]{2}$/)
      for (const form of [name, ...names, ...adjectives]) assert.match(form, /^\S(?:.*\S)?$/u)
    }
    const used = COUNTRIES.flatMap(({ code, alpha2, adjectives }) => [code, alpha2, ...adjectives])
    assert.deepEqual(
      used.filter((form, index) => used.indexOf(form) !== index),
      [],
    )
  })

  it('has the codes and numbers of ISO 3166-1 for every land with people, and those of Kosovo', () => {
    const listed = Object.entries(isoCountries.getAlpha3Codes())
      .filter(([code]) => !UNINHABITED.includes(code) && code !== 'XKK')
      .map(([code, alpha2]) => `${code} ${alpha2} ${Number(isoCountries.alpha3ToNumeric(code))}`)
    const findNumber = (code: string) => findCountryFacts(code)?.m49 ?? null
    const found = COUNTRIES.map(({ code, alpha2 }) => `${code} ${alpha2} ${findNumber(code)}`)
    // ISO does not list Kosovo
    assert.deepEqual(found.sort(), [...listed, 'XKX XK null'].sort())
  })

  it('puts as many members into each region as the UN geoscheme does', () => {
    const regions = UN_MEMBERS.map((code) => findCountryFacts(code)?.un_region)
    const counts = REGIONS.map((region) => regions.filter((found) => found === region).length)
    assert.deepEqual(counts, [54, 35, 47, 43, 14])
  })

  it('takes no code of an invented place', () => {
    assert.ok(SPECIMEN_PLACES.every(({ code }) => !codes.includes(code)))
  })
})
