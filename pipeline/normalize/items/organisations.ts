import { resolveCountry } from '../country-name.ts'
import { abbreviationAt } from './abbreviation.ts'
import { type Found, found, withoutOverlap } from './found.ts'
import { isWeakHead, kindOfHead } from './head-words.ts'
import { isKnownBody } from './known-bodies.ts'
import { namePhrases } from './name-phrases.ts'
import { responseTeams } from './response-teams.ts'

/** The rest of an enumeration inside a name: “, Communications and Works” behind “Ministry of Transport”. */
const REST_OF_NAME =
  /^(?:,\s+\p{Lu}[\p{L}’'-]*(?:\s+(?:of\s+)?\p{Lu}[\p{L}’'-]*){0,3})+,?\s+(?:and|&)\s+\p{Lu}[\p{L}’'-]*(?:\s+(?:of\s+)?\p{Lu}[\p{L}’'-]*){0,3}/u
/** “the national CIRT known as …”: a body by the word before its name. */
const KNOWN_AS =
  /\b(?:CIRT|CERT|CSIRT|team|cent(?:re|er)|agency|body|institution|organi[sz]ation|unit|authority)\b[^.,;:()]{0,40}?\b(?:known\s+as|called|named)\s+(?:the\s+)?["“]?(?<name>\p{Lu}(?:[\p{L}\p{N}&’'-]|\.(?=\p{L}))*(?:\s+(?:(?:of|for|and|&|the)\s+){0,2}\p{Lu}[\p{L}\p{N}&’'-]*)*)/gu
/** An abbreviation that is said to be a body. */
const SAID_TO_BE =
  /(?<![\p{L}\p{N}(/-])(?<name>\p{Lu}[\p{Lu}\d&/-]{2,11})(?![\p{L}\p{N}])(?:,[^,.;]{0,80},)?\s+(?:is|are|was|serves?\s+as|acts?\s+as)\s+(?:also\s+)?(?:(?:the|a|an|one\s+of\s+the)\s+)?(?:[\p{L}-]+\s+){0,4}?(?:agency|agencies|body|bodies|authority|institutions?|organi[sz]ations?|regulator|entity|CIRT|CERT|CSIRT|team|cent(?:re|er))\b/gu
/** Abbreviations that stand for things and fields. */
const NO_BODY: ReadonlySet<string> = new Set(
  'CIRT CERT CSIRT CIRTS CERTS ICT ICTS ISP ISPS PKI CII CIIP COP CSO CISO ISO IEC ITU R&D NGO NGOS RCC CNI SME SMES'.split(
    ' ',
  ),
)
/** Names of fields and kinds of bodies rather than of one body. */
const COMMON =
  /^(?:(?:Global |National )?(?:Information|Civil|Knowledge) Society|Civil Service|(?:Federal )?Public Administration|(?:National )?(?:Computer|Cyber)(?: ?Security)?(?: (?:Incidents?|Emergency|Emergencies))? (?:Response|Readiness) (?:Team|Centre|Center)(?: \(C\p{Lu}*T\))?)$/iu
/** What stands before the body that it owns (“Norway’s Ministry …”). */
const OWNER = /^(?<owner>\p{Lu}[\p{L}-]*(?:\s[\p{L}-]+){0,3})['’]s?\s+/u
/** Names hold this mark of possession inside (“Ministry of Children’s Affairs”). */
const PERSONS = /\b(?:Children|Women|Men|People|Consumer|Minister|Citizen|Person)s?$/

/** The beginning of an enumeration before a noun (“the Standards, Metrology and Patents Committee”). */
const ENUMERATION = /\bthe\s+(?<parts>(?:\p{Lu}[\p{L}-]*(?:\s\p{Lu}[\p{L}-]*)?,\s+)+)$/u

/** Where a name begins whose first words are an enumeration. */
const enumerationStart = (text: string, start: number, name: string): number => {
  if (!/^[^,]{1,60}?\s(?:and|&)\s/.test(name.split(/\s(?:of|for|on)\s/)[0] ?? '')) return start
  const parts = ENUMERATION.exec(text.slice(Math.max(0, start - 80), start))?.groups?.['parts']
  return parts !== undefined && !namesOthers(parts) ? start - parts.length : start
}

/** How many characters of a name are the country that owns the body. */
const ownerLength = (words: string): number => {
  const match = OWNER.exec(words)
  const owner = match?.groups?.['owner']
  return match && owner !== undefined && resolveCountry(owner) ? match[0].length : 0
}

/** How long a name is before what it possesses, its own mark of possession left off; `head` is where its noun is. */
const ownLength = (words: string, head: number): number => {
  const match = /['’]s?(?=\s|$)/u.exec(words.slice(head))
  const end = head + (match?.index ?? 0)
  return match && !PERSONS.test(words.slice(0, end)) ? end : words.length
}

/** Whether the parts of an enumeration are names of their own: bodies, teams, countries. */
const namesOthers = (words: string): boolean =>
  words
    .split(/\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+/)
    .some(
      (part) =>
        part.split(' ').some((word) => kindOfHead(word) !== undefined && !isWeakHead(word)) ||
        /C(?:ER|IR|SIR)T/.test(part) ||
        isKnownBody(part) ||
        resolveCountry(part) !== null,
    )

const bodyPhrases = (text: string): Found[] =>
  namePhrases(text).flatMap((phrase): Found[] => {
    if (phrase.kind !== 'organisation' || !(phrase.isNamed || phrase.hasComplement)) return []
    const words = text.slice(phrase.start, phrase.end)
    const start = phrase.start + ownerLength(words)
    let end = phrase.start + ownLength(words, Math.max(0, words.indexOf(phrase.head)))
    const rest = phrase.hasComplement ? REST_OF_NAME.exec(text.slice(end, end + 120))?.[0] : undefined
    if (rest !== undefined && !namesOthers(rest)) end += rest.length
    const name = text.slice(start, end)
    if (resolveCountry(name)) return []
    end = abbreviationAt(text, end, true)?.end ?? end
    if (COMMON.test(text.slice(start, end)) || isKnownBody(name)) return []
    return [found('organisation', enumerationStart(text, start, name), end)]
  })

const named = (text: string, pattern: RegExp): Found[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const name = match.groups?.['name']?.replace(/[.’'-]+$/u, '')
    if (name === undefined || NO_BODY.has(name) || isKnownBody(name) || resolveCountry(name)) return []
    const start = match.index + match[0].indexOf(name)
    const end = start + name.length
    return [found('organisation', start, abbreviationAt(text, end)?.end ?? end)]
  })

/** National bodies and incident response teams, with the abbreviations in brackets behind their names. */
export const organisations = (text: string): Found[] =>
  withoutOverlap([
    ...bodyPhrases(text),
    ...responseTeams(text),
    ...named(text, KNOWN_AS),
    ...named(text, SAID_TO_BE),
  ])
