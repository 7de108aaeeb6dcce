import { COUNTRIES } from '../../../schemas/countries.ts'
import { type Found, found } from './found.ts'
import { isKnownBody } from './known-bodies.ts'

const TEAM = '(?:CERT|CSIRT|CIRT|SIRT)'
/** `AZ-CERT`, `ScienceCERT`, `GovCERT.AT`, `CIRT.BF`: the kind joined to letters of its own. */
const JOINED = new RegExp(
  String.raw`(?<![\p{L}\p{N}@./-])(?:[\p{L}\p{N}]+(?:[-–]\s?|\.))*[\p{L}\p{N}]*${TEAM}(?:-?[\p{L}]{0,3}(?=[\s),.;:*'’]|$))?(?:[-–./][\p{L}\p{N}]+)*(?![\p{L}\p{N}@])`,
  'gu',
)
/** `US CERT`, `ICIC CERT`: letters of its own before the kind. */
const BEFORE = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?<letters>\p{Lu}{2,6})\s${TEAM}(?![\p{L}\p{N}-])`,
  'gu',
)
/** `CERT SA`, `CSIRT Slovakia`: letters or a country behind the kind. */
const BEHIND = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])${TEAM}\s(?<name>\p{Lu}{2,4}|\p{Lu}\p{Ll}+)(?![\p{L}\p{N}-])`,
  'gu',
)
/** Letters beside the kind that tell no team apart. */
const OTHER_LETTERS: ReadonlySet<string> = new Set(
  'ITU IT ICT AND THE FOR NO OR OF CIRT CERT CSIRT RCC NATIONAL UN EU IS ARE HAS'.split(' '),
)
const BARE = new RegExp(`^S?(?:${TEAM}s?[/-]?)+(?:s|ing|ed)?$`, 'iu')

const countryNames: ReadonlySet<string> = new Set(
  COUNTRIES.flatMap(({ name, names }) => [name, ...names]).filter((name) => !name.includes(' ')),
)

/** Incident response teams by the names that they go by, in order of mention. */
export const responseTeams = (text: string): Found[] => {
  if (!text.includes('RT')) return [] // every kind of team ends in it
  const joined = [...text.matchAll(JOINED)].filter(({ 0: name }) => {
    const plain = name.replace(/\s/g, '')
    return !BARE.test(plain) && !/CERTI?FI/i.test(plain) && !isKnownBody(plain) && /[\p{Lu}]/u.test(plain)
  })
  const before = [...text.matchAll(BEFORE)].filter(
    (match) => !OTHER_LETTERS.has(match.groups?.['letters'] ?? ''),
  )
  const behind = [...text.matchAll(BEHIND)].filter((match) => {
    const name = match.groups?.['name'] ?? ''
    return /^\p{Lu}+$/u.test(name) ? !OTHER_LETTERS.has(name) : countryNames.has(name)
  })
  return [...joined, ...before, ...behind].map((match) =>
    found('organisation', match.index, match.index + match[0].length),
  )
}
