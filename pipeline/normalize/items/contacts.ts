import { type Found, found, withoutOverlap } from './found.ts'

const EMAIL =
  /(?<![\p{L}\p{N}._%+])[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,}/gu
const URL = /(?:https?:\/\/|www\.)[^\s<>()"“”]+[^\s<>()"“”.,;:*'’\]]/giu
/** An address without `www.`: it must end in a general domain, or hold two dots; names like `CERT.br` do not. */
const BARE_URL =
  /(?<![\p{L}\p{N}@./-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,6}(?:(?:com|org|net|int|info|edu|gov|gob|gouv|eu)(?:\.[a-z]{2})?|[a-z0-9-]+\.[a-z]{2})(?:\/[^\s<>()"“”]*[^\s<>()"“”.,;:*'’\]])?(?![\p{L}\p{N}@-])/gu

const DIGITS = String.raw`(?:\(\+?\d{1,5}\)|\+?\d)(?:[\s.–/-]{0,2}(?:\(\d{1,5}\)|\d)){1,18}`
const PHONE_CUE = String.raw`(?:\b(?:tele)?phones?(?:\s+numbers?)?|\btel\b\.?|\bmobile|\bfax|\bcall(?:ing)?|\bdial(?:l?ing)?|\bsms|\bhot[\s-]?lines?|\bhelp[\s-]?lines?|\btoll[\s-]?free(?:\s+numbers?)?|\bnumbers?)`
const BETWEEN = String.raw`[^\d.;]{0,45}?`
const PHONE = new RegExp(String.raw`${PHONE_CUE}${BETWEEN}(?<number>${DIGITS})(?!\d)`, 'giu')
const MORE = new RegExp(String.raw`^\s*(?:,|and|or|&|;)\s*(?<number>${DIGITS})(?!\d)`, 'iu')
/** A line with a name of its own: “Child Helpline 116”, “Cyber Tipline”. */
const NAMED_LINE =
  /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}’'-]{0,30}\s+){1,4}(?:Hot-?[Ll]ine|Help-?[Ll]ine|Tip-?[Ll]ine|Child-?[Ll]ine)(?![\p{L}])|(?<![\p{L}\p{N}])(?:Cyber|Child|Stop|Safe|Net|Kids?)(?:Tip|Hot|Help)?[Ll]ine(?![\p{L}])/gu
const OPENER = /^(?:The|A|An|This|Also|National Online)\s+/

const isPhone = (number: string): boolean => {
  const digits = number.replace(/\D/g, '')
  if (digits.length < 3 || digits.length > 15 || /^0+$/.test(digits)) return false
  return !/^(?:19|20)\d\d$/.test(number)
}

/** A count (`the number of …`), a citation (`Law number 12`) and a date are no telephone numbers. */
const NO_PHONE =
  /\b(?:exact|law|act|decree|resolution|article|section|total)\s+numbers?\b|\bnumbers?\s+of\b|\bin\s+\d{4}$/i

const phones = (text: string): Found[] =>
  [...text.matchAll(PHONE)].flatMap((match) => {
    const first = match.groups?.['number']
    const before = text.slice(Math.max(0, match.index - 12), match.index)
    if (first === undefined || NO_PHONE.test(before + match[0]) || !isPhone(first)) return []
    let end = match.index + match[0].length
    const findings = [found('contact', end - first.length, end)]
    for (;;) {
      const more = MORE.exec(text.slice(end, end + 40))
      const next = more?.groups?.['number']
      if (!more || next === undefined || !isPhone(next)) return findings
      end += more[0].length
      findings.push(found('contact', end - next.length, end))
    }
  })

const namedLines = (text: string): Found[] =>
  [...text.matchAll(NAMED_LINE)].map((match) => {
    const skipped = OPENER.exec(match[0])?.[0].length ?? 0
    return found('contact', match.index + skipped, match.index + match[0].length)
  })

const matches = (text: string, pattern: RegExp): Found[] =>
  [...text.matchAll(pattern)].map((match) => found('contact', match.index, match.index + match[0].length))

/** Ways to reach a body: addresses of e-mail and web, telephone numbers, and lines with a name of their own. */
export const contacts = (text: string): Found[] =>
  withoutOverlap([
    ...(text.includes('@') ? matches(text, EMAIL) : []),
    ...matches(text, URL),
    ...matches(text, BARE_URL),
    ...phones(text),
    ...namedLines(text),
  ])
