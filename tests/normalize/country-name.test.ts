import assert from 'node:assert/strict'
import fc from 'fast-check'
import isoCountries from 'i18n-iso-countries'
import { describe, it } from 'vitest'
import {
  compactName,
  listForms,
  nearestCountries,
  normaliseName,
  PLACES,
  resolveCountry,
  resolveMisspeltCountry,
  resolveWithState,
} from '../../pipeline/normalize/country-name.ts'
import { COUNTRIES } from '../../schemas/countries.ts'
import { readCases } from '../case-file.ts'

const KNOWN_FORMS = PLACES.flatMap((place) => listForms(place).map((form) => ({ ...place, form })))

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
      fc.property(fc.constantFrom(...KNOWN_FORMS), fc.subarray(changes), ({ form, code, name }, chosen) => {
        const printed = chosen.reduce((text, change) => change(text), form)
        assert.deepEqual(resolveCountry(printed), { code, name }, printed)
      }),
      { numRuns: 3000 },
    )
  })

  it.each(readCases(import.meta.url, 'printed forms'))(
    'takes the printed forms of %s for no other country',
    (code, names) => {
      for (const name of names.split('; ')) assert.equal(resolveCountry(name)?.code, code, name)
    },
  )

  it('does not guess', () => {
    for (const printed of ['', 'the', '?', 'Ethopia', 'Republic of China', 'Guineas', 'Kenya and Uganda']) {
      assert.equal(resolveCountry(printed), null, printed)
    }
  })

  it('agrees with two other sources on the English names of countries', () => {
    // profiles print the short name for the republic alone
    const different: Readonly<Record<string, string>> = { 'Congo (COD)': 'COG' }
    const cldr = new Intl.DisplayNames(['en'], { type: 'region' })
    for (const { code, alpha2 } of COUNTRIES) {
      const names = [
        ...(isoCountries.getName(alpha2, 'en', { select: 'all' }) ?? []),
        ...(alpha2 === 'XK' ? [] : [cldr.of(alpha2)?.replace(/ SAR China$/, '') ?? '']),
      ]
      assert.ok(names.length > 0, code)
      for (const name of names) {
        for (const form of [name, name.replace(/\bSaint\b/g, 'St.'), name.replaceAll(' and ', ' & ')]) {
          assert.equal(resolveCountry(form)?.code, different[`${name} (${code})`] ?? code, form)
        }
      }
    }
  })
})

describe('the forms of names', () => {
  it('include the inversion of a name that begins with a form of state', () => {
    const names = ['Federal Republic of the Qelvara', 'Qelvaran Union']
    assert.deepEqual(listForms({ code: 'XAA', name: 'Qelvara', names }), [
      'Qelvara',
      'Federal Republic of the Qelvara',
      'Qelvara (Federal Republic of the)',
      'Qelvaran Union',
    ])
  })

  it.each([normaliseName, compactName])('belong to one place alone (%o)', (makeKey) => {
    const owners = new Map<string, string>()
    for (const { code, form } of KNOWN_FORMS) {
      const key = makeKey(form)
      assert.notEqual(key, '', form)
      assert.equal(owners.get(key) ?? code, code, form)
      owners.set(key, code)
    }
  })
})

describe.each([
  ['misspelt names', resolveMisspeltCountry],
  ['names with a form of state', resolveWithState],
] as const)('%s', (title, resolve) => {
  it.each(readCases(import.meta.url, title))('can make of %j only one country, or %s', (printed, code) => {
    assert.equal(resolve(printed)?.code ?? 'none', code)
  })
})

it('nearestCountries names the countries spelt most like any text, nearest first', () => {
  assert.deepEqual(nearestCountries('Nigeriya', 1), ['Nigeria'])
  assert.equal(nearestCountries('REPUBLIC OF BURUNDY')[0], 'Burundi')
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      assert.equal(new Set(nearestCountries(text)).size, 3)
    }),
    { numRuns: 20 },
  )
})
