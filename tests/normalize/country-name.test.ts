import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import {
  compactName,
  formsOf,
  nearestCountries,
  PLACES,
  resolveCountry,
  resolveMisspeltCountry,
  resolveWithState,
} from '../../pipeline/normalize/country-name.ts'

const codeOf = (printed: string): string | null => resolveCountry(printed)?.code ?? null

const resolvesAll = (expected: Readonly<Record<string, readonly string[]>>): void => {
  for (const [code, names] of Object.entries(expected)) {
    for (const name of names) assert.equal(codeOf(name), code, name)
  }
}

/** A printed form together with the place it belongs to. */
const knownForm = fc.constantFrom(
  ...PLACES.flatMap((place) => formsOf(place).map((form) => ({ form, code: place.code, name: place.name }))),
)

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')

describe('resolveCountry', () => {
  it('knows every form in any case, with or without accents, hyphens, full stops and article', () => {
    const changes = [
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
      (text: string) => text.normalize('NFD'),
      withoutAccents,
      (text: string) => text.replaceAll(' ', '-'),
      (text: string) => text.replaceAll(' ', '  '),
      (text: string) => text.replaceAll('’', "'"),
      (text: string) => ` ${text}. `,
      (text: string) => `The ${text}`,
    ]
    fc.assert(
      fc.property(knownForm, fc.subarray(changes), ({ form, code, name }, chosen) => {
        const printed = chosen.reduce((text, change) => change(text), form)
        assert.deepEqual(resolveCountry(printed), { code, name }, printed)
      }),
      { numRuns: 3000 },
    )
  })

  it('reads the long and inverted forms of profile titles', () => {
    resolvesAll({
      AGO: ['REPUBLIC OF ANGOLA'],
      BOL: ['BOLIVIA (PLURINATIONAL STATE OF)', 'Plurinational State of Bolivia'],
      ETH: ['FEDERAL DEMOCRATIC REPUBLIC OF ETHIOPIA'],
      FSM: ['MICRONESIA (FEDERAL STATES OF)', 'MICRONESIA (FEDERATED STATES OF)'],
      GUY: ['CO-OPERATIVE REPUBLIC OF GUYANA'],
      IRN: ['IRAN (ISLAMIC REPUBLIC OF)', 'Iran, Islamic Rep. of'],
      KNA: ['ST. KITTS & NEVIS', 'Saint Kitts and Nevis (Federation of)'],
      LAO: ['LAO PEOPLE’S DEMOCRATIC REPUBLIC', 'Lao P.D.R.'],
      MKD: ['THE FORMER YUGOSLAV REPUBLIC OF MACEDONIA', 'Macedonia'],
      PSE: ['STATE OF PALESTINE'],
      PRT: ['PORTUGUESE REPUBLIC'],
      TZA: ['Tanzania (United Republic of)'],
      VEN: ['Venezuela (Bolivarian Republic of)'],
    })
  })

  it('reads former and short names', () => {
    resolvesAll({
      ARE: ['UAE', 'U.A.E.'],
      BRN: ['Brunei'],
      CPV: ['Cape Verde'],
      CZE: ['Czech Republic'],
      GBR: ['UK', 'U.K.', 'Great Britain'],
      GMB: ['Gambia', 'The Gambia'],
      LAO: ['Laos', 'Lao PDR'],
      MMR: ['Burma'],
      RUS: ['Russia', 'Russian Federation'],
      SWZ: ['Swaziland'],
      SYR: ['Syria', 'Syrian Arab Republic'],
      TUR: ['Turkey'],
      USA: ['USA', 'U.S.', 'United States of America'],
      VNM: ['Vietnam', 'Viet Nam'],
    })
  })

  it('tells countries with like names apart', () => {
    resolvesAll({
      KOR: ['Korea', 'Republic of Korea', 'South Korea', 'Korea (Rep. of)'],
      PRK: ['North Korea', 'DPRK', "Dem. People's Rep. of Korea"],
      COG: ['Congo', 'Republic of the Congo', 'Congo (Republic of the)'],
      COD: [
        'Democratic Republic of Congo',
        'DR Congo',
        'Congo, Dem. Rep.',
        'CONGO (DEMOCRATIC REPUBLIC OF THE)',
      ],
      GIN: ['Guinea', 'Republic of Guinea'],
      GNB: ['Guinea-Bissau'],
      GNQ: ['Equatorial Guinea'],
      PNG: ['Papua New Guinea'],
      NER: ['Niger', 'Republic of the Niger'],
      NGA: ['Nigeria'],
      DMA: ['Dominica', 'Commonwealth of Dominica'],
      DOM: ['Dominican Republic'],
      SDN: ['Sudan', 'SUDAN (REPUBLIC OF)'],
      SSD: ['South Sudan', 'Republic of South Sudan'],
      WSM: ['Samoa'],
      ASM: ['American Samoa'],
      IRL: ['Ireland'],
      GBR: ['Northern Ireland'],
    })
  })

  it('forgives spaces and linking words that a copy lost or added', () => {
    resolvesAll({ HKG: ['HONGKONG'], ATG: ['Antigua Barbuda'], BFA: ['BURKINA-FASO', 'Burkina - Faso'] })
  })

  it('does not guess', () => {
    for (const printed of ['', 'the', '?', 'Ethopia', 'Republic of China', 'Guineas', 'Kenya and Uganda']) {
      assert.equal(resolveCountry(printed), null, printed)
    }
  })

  it('resolves the invented places of the specimens', () => {
    assert.deepEqual(resolveCountry('REPUBLIC OF QELVARA'), { code: 'XAA', name: 'Qelvara' })
  })
})

describe('compactName', () => {
  it('gives no two places the same key', () => {
    const owners = new Map<string, string>()
    for (const place of PLACES) {
      for (const form of formsOf(place)) {
        const key = compactName(form)
        assert.equal(owners.get(key) ?? place.code, place.code, form)
        owners.set(key, place.code)
      }
    }
  })
})

describe('resolveMisspeltCountry', () => {
  it('finds the only country within a letter or two of a long name', () => {
    assert.equal(resolveMisspeltCountry('ethopia')?.code, 'ETH')
    assert.equal(resolveMisspeltCountry('Afganistan')?.code, 'AFG')
    assert.equal(resolveMisspeltCountry('Phillippines')?.code, 'PHL')
  })

  it('leaves a short name, one that is as near to two countries, and one that is far from all', () => {
    for (const printed of [
      'Mala',
      'Omann',
      'Austrlia',
      'Slovena Slovaka',
      'Atlantis',
      'REPUBLIC OF SYRIO',
      'Omania',
      'Nigerie',
    ]) {
      assert.equal(resolveMisspeltCountry(printed), null, printed)
    }
  })
})

describe('resolveWithState', () => {
  it('finds a known name behind a form of state that the country does not have', () => {
    const names = { SYR: 'REPUBLIC OF SYRIA', PRK: 'Republic of North Korea', NOR: 'Republic of Norway' }
    for (const [code, name] of Object.entries(names)) assert.equal(resolveWithState(name)?.code, code)
  })

  it('leaves a name that several countries share', () => {
    for (const name of ['Federal Republic of Korea', 'Republic of China', 'Kingdom of Congo']) {
      assert.equal(resolveWithState(name), null, name)
    }
  })
})

describe('nearestCountries', () => {
  it('names the countries spelt most like the printed name, nearest first', () => {
    assert.deepEqual(nearestCountries('Nigeriya', 1), ['Nigeria'])
    assert.equal(nearestCountries('REPUBLIC OF BURUNDY')[0], 'Burundi')
    assert.equal(nearestCountries('Ethopia').length, 3)
  })

  it('answers to any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        assert.equal(new Set(nearestCountries(text)).size, 3)
      }),
      { numRuns: 20 },
    )
  })
})
