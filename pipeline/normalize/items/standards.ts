import { type Found, found, withoutOverlap } from './found.ts'

/** ISO numbers that ISO publishes together with IEC, whatever a profile prints before them. */
const JOINT =
  /^(?:27\d{3}|9798|9796|10118|11770|12207|13335|14888|15288|15408|15443|15446|15504|17020|17021|17024|17025|17065|17799|18028|18031|18033|18043|18044|18045|19770|19790|19792|2000\d|2700\d|21827|24759|24760|24762|25010|29100|29115|29147|29151|30111|33001|38500)$/

const NUMBER = String.raw`\d{4,6}(?:-\d{1,2})?(?:\s?:\s?(?:19|20)\d\d)?`
const ISO = new RegExp(
  String.raw`\bISO\s?(?<joint>(?:/|-|\s)\s?IEC)?\s?(?:/|-|\s)?\s?(?<report>(?:TR|TS)\s)?(?:[Ss]tandards?\s)?(?:No\.?\s?)?(?<number>${NUMBER})(?![\p{L}\d])`,
  'gu',
)
/** Numbers that share the publisher before them (`ISO 27001, 27002 and 22301`). */
const MORE = new RegExp(
  String.raw`^(?<join>\s*(?:,|and|&|/|or|,\s*and)\s*)(?<number>${NUMBER})(?![\d%.])`,
  'u',
)

const isoCode = (joint: boolean, report: string, printed: string): string => {
  const number = printed.replace(/\s/g, '')
  const base = /^\d+/.exec(number)?.[0] ?? number
  return `${joint || JOINT.test(base) ? 'ISO/IEC' : 'ISO'} ${report}${number}`
}

const isoStandards = (text: string): Found[] =>
  [...text.matchAll(ISO)].flatMap((match) => {
    const { joint, report, number } = match.groups ?? {}
    if (number === undefined) return []
    const isJoint = joint !== undefined
    const findings = [
      found('standard', match.index, match.index + match[0].length, isoCode(isJoint, report ?? '', number)),
    ]
    let end = match.index + match[0].length
    for (;;) {
      const more = MORE.exec(text.slice(end, end + 40))
      const { join, number: next } = more?.groups ?? {}
      if (!more || join === undefined || next === undefined || /^(?:19|20)\d\d$/.test(next)) return findings
      findings.push(found('standard', end + join.length, end + more[0].length, isoCode(isJoint, '', next)))
      end += more[0].length
    }
  })

/** Other publishers: a pattern, and the normal form made of its groups. */
const OTHERS: readonly (readonly [RegExp, (...groups: (string | undefined)[]) => string])[] = [
  [/\bBS\s?(?:EN\s?)?(\d{4,5}(?:-\d)?(?::(?:19|20)\d\d)?)/g, (number) => `BS ${number}`],
  [/\b(?:IEC\s?[-/]?\s?)(\d{4,5}(?:-\d+)*(?::(?:19|20)\d\d)?)(?![\p{L}\d])/gu, (number) => `IEC ${number}`],
  [
    /\b(?:(?:NIST|National Institute of Standards and Technology(?: \(NIST\))?),?\s+)?(?:SP|[Ss]pecial\s+[Pp]ublications?(?: \(SP\))?)[\s-]?((?:800|1800|500)-\d{1,3}[A-Z]?)(?:\s+[Rr]ev(?:ision)?\.?\s?(\d))?/g,
    (number, revision) => `NIST SP ${number}${revision === undefined ? '' : ` Rev. ${revision}`}`,
  ],
  [/\bNIST\s+(800-\d{1,3})/g, (number) => `NIST SP ${number}`],
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
  [/\bPCI[\s-]?DSS\b/g, () => 'PCI DSS'],
  [/\bCOBIT(?:\s?v?(\d(?:\.\d)?))?\b/gi, (version) => (version === undefined ? 'COBIT' : `COBIT ${version}`)],
  [/\bITIL(?:\s?v\.?(\d))?\b/gi, (version) => (version === undefined ? 'ITIL' : `ITIL v${version}`)],
  [/\bCommon Criteria(?!\s+Recognition)\b/g, () => 'Common Criteria'],
]

/**
 * Standards by their numbers; the code is one normal form, `ISO/IEC 27001:2013`: publisher, space, number with its
 * part, colon, year where one is printed. `ISO 27001`, `ISO27001` and `ISO IEC 27001` are `ISO/IEC 27001`, since
 * ISO and IEC publish that number together; `BS25999` is `BS 25999`, `X.509` is `ITU-T X.509`. Misprints stay.
 */
export const standards = (text: string): Found[] => {
  const others = OTHERS.flatMap(([pattern, normalForm]) =>
    [...text.matchAll(pattern)].map((match) =>
      found('standard', match.index, match.index + match[0].length, normalForm(...match.slice(1))),
    ),
  )
  return withoutOverlap([...isoStandards(text), ...others])
}
