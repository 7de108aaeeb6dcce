import { COUNTRIES } from '../../schemas/countries.ts'
import type { CountryMention } from './country-mentions.ts'
import { resolveCountry } from './country-name.ts'

/**
 * An incident response team with the letters around its kind: attached (`JPCERT`, `GovCertUK`), joined
 * (`TUN-CERT`, `CERT-RO`, `CERT.br`) or standing apart (`CN CERT`).
 */
const TEAM =
  /(?<![\p{L}\p{N}])(?:(?<before>\p{Lu}{2,3})(?<joint>[\s-]))?(?<attached>\p{L}*?)(?:CERT|CSIRT|CIRT|Cert(?!\p{Ll}))(?:(?<tail>\p{Lu}{2})|[-.](?<domain>\p{Lu}\p{L}|\p{Ll}{2}|Bund)|\s(?<behind>\p{Lu}{2})|s)?(?![\p{L}\p{N}])/gu

/** Codes that mean something else in a team's name, such as “coordination centre”. */
const OTHER_LETTERS: ReadonlySet<string> = new Set(['CC', 'IT', 'AND', 'ARE', 'COM', 'FIN', 'PAN', 'PER'])

/** Codes that are words in a text set in capitals: they count only where they are joined to the team. */
const WORDS: ReadonlySet<string> = new Set('AI AM AS AT BE BY DO IN IS LA ME MY NO OF OM SO TO'.split(' '))

/** Letters and words of a team's name that stand for its country: codes, adjectives, and some of their own. */
const countryByLetters: ReadonlyMap<string, string> = new Map([
  ...COUNTRIES.flatMap(({ code, alpha2, adjectives }) =>
    [code, alpha2, ...adjectives].map((letters) => [letters, code] as const),
  ),
  ...Object.entries({ Sing: 'SGP', SING: 'SGP', Bund: 'DEU', Bru: 'BRN', Nor: 'NOR' }),
])

const findCode = (letters = '', apart = false): string | null => {
  const capitals = letters.toUpperCase()
  if (letters.length < 2 || OTHER_LETTERS.has(capitals) || (apart && WORDS.has(capitals))) return null
  const code = countryByLetters.get(letters) ?? countryByLetters.get(capitals)
  return code ?? resolveCountry(letters)?.code ?? null
}

/** The incident response teams named in a text whose names tell their country, in order of mention. */
export const nationalTeams = (text: string): CountryMention[] =>
  [...text.matchAll(TEAM)].flatMap((match) => {
    const { before, joint, attached, tail, domain, behind } = match.groups ?? {}
    const code =
      findCode(attached) ??
      findCode(tail) ??
      findCode(domain) ??
      findCode(before, joint !== '-') ??
      findCode(behind, true)
    if (code === null) return []
    return [{ code, start: match.index, end: match.index + match[0].length, text: match[0] }]
  })
