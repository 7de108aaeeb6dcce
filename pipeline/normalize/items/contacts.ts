import { findMatches, type Mention, withoutOverlap } from './mentions.ts'

const EMAIL =
  /(?<![\p{L}\p{N}._%+])[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,}/gu
const URL = /(?:https?:\/\/|www\.)[^\s<>()"“”]+[^\s<>()"“”.,;:*'’\]]/giu
/** An address without `www.`: it must end in a general domain, or hold two dots; names like `CERT.br` do not. */
const BARE_URL =
  /(?<![\p{L}\p{N}@./-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,6}(?:(?:com|org|net|int|info|edu|gov|gob|gouv|eu)(?:\.[a-z]{2})?|[a-z0-9-]+\.[a-z]{2})(?:\/[^\s<>()"“”]*[^\s<>()"“”.,;:*'’\]])?(?![\p{L}\p{N}@-])/gu

const DIGITS = String.raw`(?:\(\+?[\d-]{1,6}\)|\+?\d)(?:[\s.–/-]{0,2}(?:\(\d{1,5}\)|\d)){1,18}`
const PHONE_CUE = String.raw`(?:\b(?:tele)?phones?(?:\s+numbers?)?|\btel\b\.?|\bmobile|\bfax|\bcall(?:ing)?|\bdial(?:l?ing)?|\bsms|\bhot[\s-]?lines?|\bhelp[\s-]?lines?|\btoll[\s-]?free(?:\s+numbers?)?|\bnumbers?)`
const BETWEEN = String.raw`[^\d.;]{0,45}?`
const PHONE = new RegExp(String.raw`${PHONE_CUE}${BETWEEN}(?<number>${DIGITS})(?!\d)`, 'giu')
const MORE = new RegExp(String.raw`^\s*(?:,|and|or|&|;)\s*(?<number>${DIGITS})(?!\d)`, 'iu')
/** A count (`the number of …`), a citation (`Law number 12`) and a date are no telephone numbers. */
const NO_PHONE =
  /\b(?:exact|law|act|decree|resolution|article|section|total)\s+numbers?\b|\bnumbers?\s+of\b|\bin\s+\d{4}$/i

const isPhone = (number: string): boolean => {
  const digits = number.replace(/\D/g, '')
  return digits.length > 2 && digits.length < 16 && !/^0+$/.test(digits) && !/^(?:19|20)\d\d$/.test(number)
}

/** The telephone numbers that follow a word for them; several where they are enumerated. */
const findPhones = (text: string): Mention[] =>
  findMatches(text, PHONE).flatMap(({ start, end: behind, match }) => {
    if (NO_PHONE.test(text.slice(Math.max(0, start - 12), behind))) return []
    const found: Mention[] = []
    let end = behind
    let number = match.groups?.['number']
    while (number !== undefined && isPhone(number)) {
      found.push({ start: end - number.length, end })
      const more = MORE.exec(text.slice(end, end + 40))
      number = more?.groups?.['number']
      end += more?.[0].length ?? 0
    }
    return found
  })

/** Ways to reach a body: addresses of e-mail and web, and telephone numbers. */
export const findContacts = (text: string): Mention[] =>
  withoutOverlap([
    ...(text.includes('@') ? findMatches(text, EMAIL) : []),
    ...(/[./]\S/.test(text) ? [...findMatches(text, URL), ...findMatches(text, BARE_URL)] : []),
    ...(/\d/.test(text) ? findPhones(text) : []),
  ])
