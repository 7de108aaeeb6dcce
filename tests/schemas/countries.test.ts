import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { COUNTRY_CODE } from '../../schemas/column.ts'
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

/** Others that a profile may be about or may name as a partner. */
const FURTHER = [
  'PSE',
  'VAT',
  'XKX',
  'HKG',
  'MAC',
  'TWN',
  'COK',
  'NIU',
  'PRI',
  'GRL',
  'BMU',
  'GIB',
  'ASM',
  'VGB',
]

const codes = COUNTRIES.map((country) => country.code)

describe('the table of countries', () => {
  it('gives each country well-formed codes that no other country has', () => {
    for (const { code, alpha2 } of COUNTRIES) {
      assert.match(code, COUNTRY_CODE)
      assert.match(alpha2, /^[A-Z]{2}$/)
    }
    assert.equal(new Set(codes).size, COUNTRIES.length)
    assert.equal(new Set(COUNTRIES.map((country) => country.alpha2)).size, COUNTRIES.length)
  })

  it('holds every member of the United Nations', () => {
    assert.equal(new Set(UN_MEMBERS).size, 193)
    assert.deepEqual(
      UN_MEMBERS.filter((code) => !codes.includes(code)),
      [],
    )
  })

  it('holds the places outside the United Nations that profiles may mention', () => {
    assert.deepEqual(
      FURTHER.filter((code) => !codes.includes(code)),
      [],
    )
  })

  it('puts as many members into each region as the UN geoscheme does', () => {
    const members = COUNTRIES.filter((country) => UN_MEMBERS.includes(country.code))
    const counts = REGIONS.map(
      (region) => members.filter((country) => findCountryFacts(country.code)?.un_region === region).length,
    )
    assert.deepEqual(counts, [54, 35, 47, 43, 14])
  })

  it('takes no code of an invented place', () => {
    assert.deepEqual(
      SPECIMEN_PLACES.filter((place) => codes.includes(place.code)),
      [],
    )
  })

  it('holds no name or adjective that is empty or padded', () => {
    for (const { name, names, adjectives } of COUNTRIES) {
      for (const form of [name, ...names, ...adjectives]) assert.match(form, /^\S(?:.*\S)?$/u)
    }
  })

  it('gives an adjective to one country alone', () => {
    const adjectives = COUNTRIES.flatMap((country) => country.adjectives)
    assert.deepEqual(
      adjectives.filter((adjective, index) => adjectives.indexOf(adjective) !== index),
      [],
    )
  })
})
