import { findMatches, type Mention, withoutOverlap } from './mentions.ts'

/** ISO numbers that ISO publishes together with IEC, whatever a profile prints before them. */
const JOINT =
  /^(?:27\d{3}|9798|9796|10118|11770|12207|13335|14888|15288|15408|15443|15446|15504|17020|17021|17024|17025|17065|17799|18028|18031|18033|18043|18044|18045|19770|19790|19792|2000\d|2700\d|21827|24759|24760|24762|25010|29100|29115|29147|29151|30111|33001|38500)$/

const NUMBER = String.raw`(?:\d{4,6}|2700x)(?:-\d{1,2})?(?:\s?:\s?(?:19|20)\d\d)?`
/** National bodies whose letters stand before a number of their own, or that of an ISO standard. */
const NATIONAL =
  'ABNT NBR|AS/NZS|BDS|BS|CAN/CSA|COVENIN|CSN|CYS|DIN|DS/EN|DSTU|ELOT|EVS|GB/T|GOST R|GOST|HRN|IRAM|IST|JIS [QX]|JIS|KS X|LST|LVS|MKS|MNS|MSA|MSZ|NBN|NBR|NCh|NEN|NMX|NTC|NTE INEN|NTP|NZS|ONORM|PN|PNS|SABS|SASO|SFS|SIST|SLS|SNI|SRPS|STB|ST RK|STN|TCVN|TIS|UNE'
/** Letters that are other words too: they count only before ISO. */
const ADOPTING =
  'AS|BAS|CNS|DS|EN|ES|GS|INTE|IS|KS|MS|NB|NC|NF|NM|NP|NS|NT|RS|SANS|SI|SM|SN|SR|SS|TS|UNI|UNIT|US|ZS'
/** A national adoption before the number (`MNS ISO/IEC`), and misprints of IEC. */
const ISO = new RegExp(
  String.raw`\b(?<nation>(?:${NATIONAL}|${ADOPTING})(?:[-\s/]+EN)?[-\s/]+)?ISO\s?(?<joint>(?:/|-|\s)\s?(?:IEC|IES|EIC))?\s?(?:/|-|\s)?\s?(?<report>(?:TR|TS)\s)?(?:[Ss]tandards?\s)?(?:No\.?\s?)?(?<number>${NUMBER})(?![\p{L}\d])(?<series>\s(?:series|family))?`,
  'gu',
)
/** Numbers that share the publisher before them (`ISO 27001, 27002 and 22301`). */
const MORE = new RegExp(
  String.raw`^(?<join>\s*(?:,|and|&|/|or|,\s*and)\s*)(?<number>${NUMBER})(?![\d%.])`,
  'u',
)

/** A surplus zero (`270001`) and the x of a series (`2700x`) are read as one number each. */
const intended = (number: string): string =>
  number
    .replace(/^27000(\d{1})(?!\d)/, '2700$1')
    .replace(/^270(\d)0(\d)$/, '270$1$2')
    .replace(/^2700x/, '27000')

const isoCode = (nation: string, joint: boolean, report: string, printed: string): string => {
  const number = intended(printed.replace(/\s/g, ''))
  const base = /^\d+/.exec(number)?.[0] ?? number
  // `MNS ISO/IEC` is an adoption with a number of its own, `SNI/ISO` one of two marks of the same standard
  const adopted = /\p{L}\/$/u.test(nation) ? '' : nation
  return `${adopted}${joint || JOINT.test(base) ? 'ISO/IEC' : 'ISO'} ${report}${number}`
}

const isoStandards = (text: string): Mention[] =>
  findMatches(text, ISO).flatMap(({ start, end: behind, match }) => {
    const { nation = '', joint, report = '', number = '' } = match.groups ?? {}
    let end = behind
    const found = [{ start, end, code: isoCode(nation, joint !== undefined, report, number) }]
    for (;;) {
      const more = MORE.exec(text.slice(end, end + 40))
      const { join = '', number: next } = more?.groups ?? {}
      if (!more || next === undefined || /^(?:19|20)\d\d$/.test(next)) return found
      found.push({
        start: end + join.length,
        end: end + more[0].length,
        code: isoCode('', joint !== undefined, '', next),
      })
      end += more[0].length
    }
  })

type Group = string | undefined

/** Other publishers: a pattern, and the normal form made of its groups. */
const OTHERS: readonly (readonly [RegExp, (...groups: readonly Group[]) => string | null])[] = [
  [/\bPAS\s?(\d{2,4}(?::(?:19|20)\d\d)?)/g, (number) => `PAS ${number}`],
  [
    new RegExp(String.raw`\b(${NATIONAL})\s?((?!(?:19|20)\d\d\b)\d{3,6}(?:[-:.]\d{1,4}){0,2})(?![\w%])`, 'g'),
    (body, number) => `${body} ${number}`,
  ],
  [/\bBSI[-\s]Standards?\s(\d{3}-\d)/g, (number) => `BSI-Standard ${number}`],
  [/\b(?:IEC\s?[-/]?\s?)(\d{4,5}(?:-\d+)*(?::(?:19|20)\d\d)?)(?![\p{L}\d])/gu, (number) => `IEC ${number}`],
  [
    /\b(?:(?:(?:NIST|National Institute of Standards and Technology(?: \(NIST\))?),?\s+)?(?:SP|[Ss]pecial\s+[Pp]ublications?(?: \(SP\))?)[\s-]?|NIST\s+)((?:800|1800|500)-\d{1,3}[A-Z]?)(?:\s+[Rr]ev(?:ision)?\.?\s?(\d))?/g,
    (number, revision) => `NIST SP ${number}${revision === undefined ? '' : ` Rev. ${revision}`}`,
  ],
  [/\bFIPS\s?(?:PUB\s?)?(\d{2,3}(?:-\d)?)/g, (number) => `FIPS ${number}`],
  [
    /(?<![\p{L}.])(?:ITU(?:-T)?\s+)?(?:[Rr]ec(?:ommendation|\.)?s?\s+)?(?:ITU-T\s+)?([XYE]\.\d{2,4}(?:\.\d+)?)\b/gu,
    (number) => `ITU-T ${number}`,
  ],
  [
    /\bETSI\s+(TS|TR|EN|EG|ES)\s?(\d{3})[\s-]?(\d{3})/g,
    (type, first, second) => `ETSI ${type} ${first} ${second}`,
  ],
  [/\bRFC[\s-]?(\d{3,4})\b/g, (number) => `RFC ${number}`],
  [/\bNERC\s?(CIP(?:-\d{3})?|1[23]00)\b/g, (number) => `NERC ${number}`],
  [/\bComplementary Standard no\.? (?:nº )?(\d+)/gi, () => null],
  [/\b(?:(ISKE)|PCI[\s-]?DSS)\b/g, (name = 'PCI DSS') => name],
  [
    /\bCommon Criteria(?: \(ISO[ -]15408\))?(?!\s+(?:Recognition|standardi[sz]ation))/g,
    () => 'ISO/IEC 15408',
  ],
]

/** Standards by their numbers; the code is one normal form: publisher, number with part, year (`ISO/IEC 27001:2013`). */
export const findStandards = (text: string): Mention[] => {
  if (!/\d|ISKE|PCI|NERC|Common/.test(text)) return []
  const others = OTHERS.flatMap(([pattern, normalForm]) =>
    findMatches(text, pattern).map(({ match, ...place }) => ({
      ...place,
      code: normalForm(...match.slice(1)),
    })),
  )
  return withoutOverlap([...isoStandards(text), ...others])
}

/** The id that the entity of a standard with this code has: its publisher and number without part, year and edition. */
export const standardId = (code: string): string =>
  code
    .replace(/^.+(?=ISO)|:\d+$| Rev\. \d$/g, '')
    .replace(/(?<=\d{4})-\d+$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
