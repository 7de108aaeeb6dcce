import assert from 'node:assert/strict'
import isoCountries from 'i18n-iso-countries'
import { describe, it } from 'vitest'
import { COUNTRIES, findCountryFacts, REGIONS } from '../../schemas/countries.ts'
import { SPECIMEN_PLACES } from '../../schemas/specimen-places.ts'

/** Alpha-3 codes of the 193 members of the United Nations, written down apart from the table. */
const UN_MEMBERS = `
  AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN BWA
  CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH
  FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA
  JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX
  MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG
  POL PRK PRT PRY QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD
  TGO THA TJK TKM TLS TON TTO TUN TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE`
  .trim()
  .split(/\s+/)

/** Lands without people of their own, which have codes but no row. */
const UNINHABITED = ['ATA', 'ATF', 'BVT', 'HMD', 'IOT', 'SGS', 'UMI']

/** Kosovo, which ISO does not list. */
const KOSOVO = { code: 'XKX', alpha2: 'XK', m49: null }

const codes = COUNTRIES.map((country) => country.code)

const findRepeated = (list: readonly string[]): string[] =>
  list.filter((element, index) => list.indexOf(element) !== index)

describe('the table of countries', () => {
  it('gives each country well-formed codes, and no code or adjective to two', () => {
    for (const { code, alpha2, name, names, adjectives } of COUNTRIES) {
      assert.match(`${code} ${alpha2}`, /^[A-Z]{3} [A-Z]{2}$/)
      for (const form of [name, ...names, ...adjectives]) assert.match(form, /^\S(?:.*\S)?$/u)
    }
    assert.deepEqual(findRepeated(codes), [])
    assert.deepEqual(findRepeated(COUNTRIES.map((country) => country.alpha2)), [])
    assert.deepEqual(findRepeated(COUNTRIES.flatMap((country) => country.adjectives)), [])
  })

  it('has the codes and numbers of ISO 3166-1 for every land with people, and those of Kosovo', () => {
    const listed = Object.entries(isoCountries.getAlpha3Codes())
      .filter(([code]) => !UNINHABITED.includes(code) && code !== 'XKK')
      .map(([code, alpha2]) => ({ code, alpha2, m49: Number(isoCountries.alpha3ToNumeric(code)) }))
    const sort = <Row extends { code: string }>(rows: readonly Row[]) =>
      rows.toSorted((left, right) => (left.code < right.code ? -1 : 1))
    const found = COUNTRIES.map(({ code, alpha2 }) => ({
      code,
      alpha2,
      m49: findCountryFacts(code)?.m49 ?? null,
    }))
    assert.deepEqual(sort(found), sort([...listed, KOSOVO]))
  })

  it('puts as many members into each region as the UN geoscheme does', () => {
    const regions = UN_MEMBERS.map((code) => findCountryFacts(code)?.un_region)
    const counts = REGIONS.map((region) => regions.filter((found) => found === region).length)
    assert.deepEqual(counts, [54, 35, 47, 43, 14])
  })

  it('takes no code of an invented place', () => {
    const taken = SPECIMEN_PLACES.filter((place) => codes.includes(place.code))
    assert.deepEqual(taken, [])
  })
})
