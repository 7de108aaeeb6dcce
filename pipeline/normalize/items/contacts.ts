import { type Mention, withoutOverlap } from './mentions.ts'

const mention = (start: number, end: number): Mention => ({ start, end, code: null })

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
const isPhone = (number: string): boolean => {
  const digits = number.replace(/\D/g, '')
  if (digits.length < 3 || digits.length > 15 || /^0+$/.test(digits)) return false
  return !/^(?:19|20)\d\d$/.test(number)
}

/** A count (`the number of …`), a citation (`Law number 12`) and a date are no telephone numbers. */
const NO_PHONE =
  /\b(?:exact|law|act|decree|resolution|article|section|total)\s+numbers?\b|\bnumbers?\s+of\b|\bin\s+\d{4}$/i

const phones = (text: string): Mention[] =>
  [...text.matchAll(PHONE)].flatMap((match) => {
    const first = match.groups?.['number']
    const before = text.slice(Math.max(0, match.index - 12), match.index)
    if (first === undefined || NO_PHONE.test(before + match[0]) || !isPhone(first)) return []
    let end = match.index + match[0].length
    const findings = [mention(end - first.length, end)]
    for (;;) {
      const more = MORE.exec(text.slice(end, end + 40))
      const next = more?.groups?.['number']
      if (!more || next === undefined || !isPhone(next)) return findings
      end += more[0].length
      findings.push(mention(end - next.length, end))
    }
  })

const matches = (text: string, pattern: RegExp): Mention[] =>
  [...text.matchAll(pattern)].map((match) => mention(match.index, match.index + match[0].length))

/** Ways to reach a body: addresses of e-mail and web, and telephone numbers. */
export const findContacts = (text: string): Mention[] =>
  withoutOverlap([
    ...(text.includes('@') ? matches(text, EMAIL) : []),
    ...matches(text, URL),
    ...matches(text, BARE_URL),
    ...phones(text),
  ])
