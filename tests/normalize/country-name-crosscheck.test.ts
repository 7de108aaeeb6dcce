import assert from 'node:assert/strict'
import isoCountries from 'i18n-iso-countries'
import { describe, it } from 'vitest'
import { nearestCountries, resolveCountry } from '../../pipeline/normalize/country-name.ts'
import { COUNTRIES } from '../../schemas/countries.ts'

/** Taken for another country than the library does: profiles print the short name for the republic alone. */
const OTHERWISE: Readonly<Record<string, string>> = { 'Congo (COD)': 'COG' }

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')

/** English names by two sources that are not ours: a library’s, and those that come with the program. */
const foreignNames = (alpha2: string): string[] => {
  const cldr = new Intl.DisplayNames(['en'], { type: 'region' }).of(alpha2)
  return [
    ...(isoCountries.getName(alpha2, 'en', { select: 'all' }) ?? []),
    ...(cldr === undefined || cldr === alpha2 ? [] : [cldr.replace(/ SAR China$/, '')]),
  ]
}

/** The other orders in which a long name is printed: `Republic of X` as `X (Republic of)` and `X, Republic of`. */
const inversions = (name: string): string[] => {
  const match = /^(?:The )?(?<kind>[\w' -]+?) of (?:the )?(?<rest>[^,()]+)$/u.exec(name)
  const { kind, rest } = match?.groups ?? {}
  return kind === undefined ||
    rest === undefined ||
    !/Republic|Kingdom|States?$|Federation|Principality/.test(kind)
    ? []
    : [`${rest} (${kind} of)`, `${rest}, ${kind} of`]
}

const variants = (name: string): string[] =>
  [name, ...inversions(name)].flatMap((form) => [
    form,
    withoutAccents(form),
    form.toUpperCase(),
    form.replace(/\bSaint\b/g, 'St.'),
    form.replace(/\bSaint\b/g, 'St'),
    form.replaceAll(' and ', ' & '),
  ])

describe('the names of countries', () => {
  it('mean the same country as by two other sources, in every form', () => {
    let compared = 0
    for (const { code, alpha2 } of COUNTRIES) {
      for (const name of foreignNames(alpha2)) {
        for (const form of variants(name)) {
          const expected = OTHERWISE[`${name} (${code})`] ?? code
          assert.equal(resolveCountry(form)?.code, expected, form)
          compared++
        }
      }
    }
    assert.ok(compared > 2000, String(compared))
  })

  it('read back from the table’s own forms, inverted ones too, as one country alone', () => {
    const owners = new Map<string, string>()
    for (const { code, name, names } of COUNTRIES) {
      for (const form of [name, ...names].flatMap(variants)) {
        assert.equal(resolveCountry(form)?.code, code, form)
        assert.equal(owners.get(form) ?? code, code, form)
        owners.set(form, code)
      }
    }
  })

  it('tell those outside the United Nations by codes of their own', () => {
    const codeOf = (name: string): string | undefined => resolveCountry(name)?.code
    assert.deepEqual(['Kosovo', 'State of Palestine', 'Holy See', 'Vatican City State'].map(codeOf), [
      'XKX',
      'PSE',
      'VAT',
      'VAT',
    ])
  })

  it('that are not known show the nearest known ones', () => {
    assert.equal(resolveCountry('Zambija'), null)
    assert.equal(nearestCountries('Zambija', 1)[0], 'Zambia')
    assert.equal(nearestCountries('Republic of Gineea-Bisau', 1)[0], 'Guinea-Bissau')
  })
})
