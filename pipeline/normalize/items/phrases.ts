import type { Entity, ItemKind } from '../../../schemas/index.ts'
import { resolveCountry } from '../country-name.ts'
import type { EntityMention } from './known-entities.ts'
import { CONNECTORS, GENERIC, kindOfHead, LOOSE_CONNECTORS, TEAM, VERBS } from './lexicon.ts'
import { isAcronym, isCapitalised, isNumber, type Token, tokenize } from './tokens.ts'

/** A stretch of prose that reads as a name; offsets into the note. */
export interface Phrase {
  readonly start: number
  readonly end: number
  /** What its head word says it is; null where it has none. */
  readonly kind: ItemKind | null
  readonly entity: Entity | null
  /** Whether it is one word without the look of an abbreviation. */
  readonly plain: boolean
}

const PREPOSITIONS = new Set('of on for against to in de del da do du des la en pour concerning regarding respecting about with'.split(' '))
const LAW = /^(?:Laws?|Acts?|Decrees?|Resolution|Regulations?|Directive|Bill|Circular|Order|Decision|Disposition|Ordinance|LAW|ACT|DECREE|PREFECTURE|Ley|Loi|Act|law|act|directive)$/
const ROMANCE = /^(?:Agence|Autorité|Ministère|Direction|Centro|Instituto|Ministerio|Comité|Comite|Universidad|Dirección|Plan|Estrategia|Programa|Proyecto|Ley|Decreto|Política|Institut|Commission|Office|Conseil)$/
/** Longer than any name. */
const MAX_WORDS = 40
const isYear = (word: string): boolean => /^(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?$/.test(word)
const ADJECTIVE = /^(?:cyber|cybersecurity|information|security|national|child|governmental|government|readiness|digital|computer|crime|data|protection|skills|development|cyber-security|draft|regional|organized|awareness|internet)$/
const LOWER_HEAD = /^(?:policy|law|act|code|strategy|committee|conference|forums?|drill|institute|agency|plan|roadmap|framework|directive|ordinance|assessment|bill|centre|center|police|council|commission|authority|convention|workshop|exercise|process|certs|group)$/
const OWNED_HEAD = /^(?:policy|law|strategy|plan|roadmap|framework|directive|conference|forums?|drill|workshop|exercise|assessment|process)$/
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/
const OPENERS =
  /^(?:The|A|An|This|That|These|Those|There|It|Its|They|In|On|At|As|By|For|From|To|With|Under|Through|Within|Since|After|Before|During|However|Also|And|But|Or|If|When|While|Currently|Additionally|Moreover|Furthermore|Another|Each|Every|Both|Such|Some|Several|Many|All|Other|According|Following|Besides|Although|Because|Then|Thus|Therefore|Lastly|Finally|Yes|No|None|Our|Their|We|Members?|Specific|Presently|Recently|Article|Articles|Section|Sections|Chapter)$/

/** The head of a name: the last word before its first preposition, else its first or last word. */
export const headKind = (tokens: readonly Token[]): ItemKind | null => {
  let depth = 0
  const named = tokens.filter(({ text, gap }, index) => {
    if (index > 0) for (const sign of gap) depth = Math.max(0, depth + (sign === '(' ? 1 : sign === ')' ? -1 : 0))
    return depth === 0 && !(isNumber(text) && index > 0) && !/^n[°or]?$/i.test(text)
  })
  const preposition = named.findIndex(({ text }, index) => index > 0 && PREPOSITIONS.has(text))
  const core = preposition < 0 ? named : named.slice(0, preposition)
  const last = core.at(-1)
  if (!last) return null
  const joined = core.map(({ text }) => text).join(' ')
  if (/Code of Practice|Code of Conduct/.test(named.map(({ text }) => text).join(' '))) return 'instrument'
  if (/^(?:Statement|Memorandum|Memoranda)$/.test(last.text)) return 'treaty'
  // `Decree N° 12`, `Law Regulating …`: the law comes first
  const law = named.findIndex(({ text }, index) => index < 4 && LAW.test(text) && /^(?:\d|n[°or.]?\d*$|nº$|\p{L}+ing$|number$)/iu.test(named[index + 1]?.text ?? ''))
  if (law >= 0 && law < Math.max(core.length, 1)) return 'instrument'
  const numbered = tokens.findIndex(({ text }, index) => index < 5 && LAW.test(text) && /^\d|^n(?:°|º|o|r|\.)?\d*$/i.test(tokens[index + 1]?.text ?? ''))
  if (numbered >= 0) return 'instrument'
  const kind = kindOfHead(last.text)
  if (kind !== null) return kind
  if (core.some(({ text }) => TEAM.test(text))) return 'organisation'
  const first = core[0]?.text ?? ''
  if (core.length > 1 && (LAW.test(first) || ROMANCE.test(first))) return kindOfHead(first)
  if (core.length > 1 && kindOfHead(first) === 'organisation') return 'organisation'
  const whole = kindOfHead(named.at(-1)?.text ?? '')
  if (whole !== null && preposition >= 0) return whole
  return /\bTask Force\b|\bWorking Group\b/.test(joined) ? 'organisation' : null
}

const isName = (token: Token): boolean => isCapitalised(token.text)
const isSpace = (gap: string): boolean => /^(?:\s*|[-–]\s?)$/.test(gap)

/** Where a list of nouns inside one name ends (`Ministry of Trade, Industry and Crafts`); `at` where there is none. */
const nounList = (tokens: readonly Token[], at: number): number => {
  let words = 0
  for (let index = at; index < tokens.length && index < at + 14; index++) {
    const token = tokens[index]
    if (!token) return at
    const comma = /^\s*,\s*$/.test(token.gap)
    if (index > at && !comma && !isSpace(token.gap)) return at
    if (comma && token.text === 'and') return index + 2 <= tokens.length && isNameAt(tokens, index + 1) ? index + 1 : at
    if (token.text === 'and' || token.text === '&') return isNameAt(tokens, index + 1) && words > 0 ? index + 1 : at
    if (comma) words = 0
    if (!isName(token) && !CONNECTORS.has(token.text)) return at
    if (isAcronym(token.text) || (kindOfHead(token.text) === 'organisation' && !/^Services?$/.test(token.text)) || resolveCountry(token.text) !== null) return at
    words++
    if (words > 4) return at
  }
  return at
}

const isNameAt = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index]
  return token !== undefined && isName(token) && kindOfHead(token.text) !== 'organisation'
}

/** The index behind a bracket that belongs to the name before it; `at` where none does. */
const bracketEnd = (text: string, tokens: readonly Token[], at: number): number => {
  const opened = tokens[at]
  if (!opened || !/^\s*[([]\s*[“"']?$/.test(opened.gap)) return at
  let end = at + 1
  while (end < tokens.length && end < at + 16 && !/[)\].;:]/.test(tokens[end]?.gap ?? '')) end++
  const last = tokens[end - 1]
  if (!last || !/^["”'*•\s(]*[)\]]/.test(text.slice(last.end, last.end + 6))) return at
  const content = tokens.slice(at, end)
  const first = content[0]
  if (first === undefined) return at
  const isTitle = at - 1 >= 0 && isNumber(tokens[at - 1]?.text ?? '') && isCapitalised(first.text) && content.length > 4 && content.every((token) => !VERBS.test(token.text))
  if (isTitle) return end
  const isShort = content.length <= 4 && (isCapitalised(first.text) || isAcronym(first.text) || isYear(first.text))
  const isLong = isCapitalised(first.text) && content.every((token) => isName(token) || CONNECTORS.has(token.text) || isNumber(token.text) || token.text === '-')
  return isShort || isLong || /^(?:amendment|prohibition|prevention|group)/i.test(first.text) ? end : at
}

/** The end of the name that begins at a token. */
const chunkEnd = (text: string, tokens: readonly Token[], from: number): number => {
  let end = from + 1
  let closed = false
  while (end < tokens.length && end < from + MAX_WORDS) {
    const token = tokens[end]
    const before = tokens[end - 1]
    if (!token || !before) break
    const bracket = bracketEnd(text, tokens, end)
    if (bracket > end && !closed) {
      end = bracket
      closed = true
      continue
    }
    if (closed) {
      // a name goes on behind its bracket only with its head: `(Amendment) Act`, `(GITSIR) team`
      const behind = tokens.slice(end, end + 4)
      const joined = /^[\s)\]”"]*$/.test(token.gap)
      const head = joined ? behind.findIndex((next, index) => (index === 0 || isSpace(next.gap)) && kindOfHead(next.text) !== null) : -1
      const through = behind.slice(0, head)
      if (head >= 0 && through.every(isName) && (isName(behind[head] ?? token) || head === 0)) {
        end += head + 1
        continue
      }
      if (/^\s*\)\s*$/.test(token.gap) && isYear(token.text)) {
        end++
        continue
      }
      break
    }
    if (/^\s*,\s*$/.test(token.gap) && !/\)/.test(token.gap) && tokens.slice(from, end).some(({ text: word }) => word === 'of' || word === 'for' || word === 'on')) {
      const list = nounList(tokens, end)
      if (list > end && headKind(tokens.slice(from, end)) !== null) {
        end = list + 1
        continue
      }
      break
    }
    if (!isSpace(token.gap) && !(/^\.\s*$/.test(token.gap) && /^(?:No|no|n|nr|Nr|Law)$/.test(before.text) && /^[\d\p{Lu}]|^nº$/u.test(token.text))) break
    if (isName(token) || /^[IVX]+$/.test(token.text)) {
      end++
      continue
    }
    if (isNumber(token.text)) {
      if (isYear(token.text) || /^(?:No|N°|n°|Nº|nº|Number|number|Act|Law|Decree|Resolution|Directive|Group|Thrust|Circular|Regulation|Order|Decision|n|no|nr|Bill|Year|\d+)$/i.test(before.text) || isAcronym(before.text)) {
        end++
        continue
      }
      break
    }
    if (/^(?:n[°or]?|nº|number|n\.\d+)$/i.test(token.text) && (LAW.test(before.text) || kindOfHead(before.text) === 'instrument')) {
      end++
      continue
    }
    // an adjective in lower case before the head
    const behindAdjective = tokens[end + 1]
    if (ADJECTIVE.test(token.text) && behindAdjective && isSpace(behindAdjective.gap) && (isName(behindAdjective) || LOWER_HEAD.test(behindAdjective.text) || ADJECTIVE.test(behindAdjective.text) && LOWER_HEAD.test(tokens[end + 2]?.text ?? ''))) {
      end++
      continue
    }
    if (!CONNECTORS.has(token.text)) {
      const soFar = tokens.slice(from, end)
      const isOne = soFar.length === 1 && isAcronym(before.text)
      const opensBracket = bracketEnd(text, tokens, end + 1) > end + 1
      const namesEvent = /^(?:assessment|forums?|drill|conference|workshop|exercise)$/.test(token.text) && kindOfHead(before.text) === null
      if ((LOWER_HEAD.test(token.text) && headKind(soFar) === null && !isOne) || (opensBracket && kindOfHead(token.text) !== null && !isOne) || namesEvent || (isOne && OWNED_HEAD.test(token.text))) {
        end++
        if (isYear(tokens[end]?.text ?? '') && isSpace(tokens[end]?.gap ?? '')) end++
        const inBracket = bracketEnd(text, tokens, end)
        if (inBracket > end) end = inBracket
      }
      break
    }
    // connectors join only what is capitalised behind them
    if (token.text === 'the') break
    let next = end
    let loose = false
    while (next < tokens.length && next < end + 4 && CONNECTORS.has(tokens[next]?.text ?? '') && isSpace(tokens[next]?.gap ?? '')) {
      loose ||= LOOSE_CONNECTORS.has(tokens[next]?.text ?? '')
      next++
    }
    const target = tokens[next]
    const kind = headKind(tokens.slice(from, end))
    const joinable = target !== undefined && isSpace(target.gap) && (isName(target) || (isYear(target.text) && token.text === 'of'))
    const prefersTail = kind === 'instrument' || kind === 'treaty' || (kind === 'event' && token.text === 'on')
    if (joinable && token.text === 'for' && (kind === 'event' || kind === 'programme') && resolveCountry(target.text) !== null) break
    if (joinable && MONTH.test(target.text) && kind !== 'instrument') break
    if (joinable && loose && !prefersTail && (kind !== 'organisation' || headKind(tokens.slice(next, next + 4)) === null) && isBracketed(text, tokens, next)) {
      end = next + 1
      continue
    }
    if (kind === 'instrument' && token.text === 'of' && target !== undefined && isNumber(target.text) && isSpace(target.gap)) {
      end = next + 1
      continue
    }
    if (joinable && token.text === 'in' && kind === null && lawAhead(tokens, next)) {
      end = next + 1
      continue
    }
    if (joinable && (!loose || prefersTail || token.text === 'against' || (token.text === 'in' && kind !== null && !isNameAt(tokens, next)) )) {
      end = next + 1
      continue
    }
    if (prefersTail && token.text !== 'and' && !/^(?:in|to|with|a|an|its|the)$/.test(token.text) && target !== undefined && isSpace(target.gap) && !VERBS.test(target.text)) {
      end = lowerTail(tokens, next)
      continue
    }
    break
  }
  while (end > from + 1 && (CONNECTORS.has(tokens[end - 1]?.text ?? '') || ADJECTIVE.test(tokens[end - 1]?.text ?? ''))) end--
  return end
}

/** Whether capitalised words up to a bracketed abbreviation follow (`in Asia-Pacific (CSCAP)`). */
const isBracketed = (text: string, tokens: readonly Token[], from: number): boolean => {
  let end = from
  while (end < from + 6) {
    const token = tokens[end]
    if (!token || !(isName(token) || CONNECTORS.has(token.text)) || (end > from && !isSpace(token.gap))) break
    end++
  }
  return end > from && bracketEnd(text, tokens, end) > end
}

/** Whether capitalised words up to the head of a law follow (`in Criminal Matters Act`). */
const lawAhead = (tokens: readonly Token[], from: number): boolean => {
  for (let index = from; index < from + 5; index++) {
    const token = tokens[index]
    if (!token || !isName(token)) return false
    if (kindOfHead(token.text) === 'instrument') return true
  }
  return false
}

/** The end of the lower-case words in which a law says what it is about (`Directive on attacks against systems`). */
const lowerTail = (tokens: readonly Token[], from: number): number => {
  let end = from + 1
  while (end < tokens.length && end < from + 14) {
    const token = tokens[end]
    if (!token || !isSpace(token.gap) || VERBS.test(token.text)) break
    if (token.text === 'and' && /^(?:the|is|its|a|was|has)$/.test(tokens[end + 1]?.text ?? '')) break
    end++
  }
  return end
}

/** Whether a genitive names a body or country of its own (`IDA’s`, `Finland’s`); the title of a strategy keeps its. */
const isOwner = (before: readonly Token[], owner: string, behind: readonly Token[]): boolean => {
  const words = [...before.map(({ text }) => text), owner].join(' ')
  if (resolveCountry(words) !== null) return !behind.some(({ text }) => /^(?:strategy|policy|plan)$/i.test(text))
  return (before.length === 0 && isAcronym(owner)) || (before.length > 0 && kindOfHead(owner) === 'organisation' && !/^Minister$/.test(owner))
}

interface Span {
  readonly from: number
  readonly to: number
}

/** Whether tokens are a name by themselves: with a head of their own, or an abbreviation. */
const standsAlone = (tokens: readonly Token[]): boolean => {
  const [first] = tokens
  if (!first) return false
  if (tokens.length === 1 || tokens[1]?.gap.includes('(')) return isAcronym(first.text) && kindOfHead(first.text) === null
  return headKind(tokens) !== null
}

/** The abbreviation in the bracket that ends a name; null where there is none. */
const bracketLetters = (tokens: readonly Token[], from: number, to: number): string | null => {
  const first = tokens.slice(from, to).find(({ gap }, index) => index > 0 && gap.includes('('))
  return first !== undefined && isAcronym(first.text) ? first.text : null
}

/** Parts a chunk into names at `and`, and at `of the` between two bodies. */
const splitChunk = (tokens: readonly Token[], from: number, to: number, known: readonly Span[]): Span[] => {
  const isKnown = (left: number, right: number): boolean => known.some((span) => span.from === left && span.to === right)
  for (let at = from; at < to - 1; at++) {
    const word = tokens[at]?.text
    const owner = /^(.+)['’]s$/u.exec(word ?? '')?.[1]
    if (owner !== undefined && isOwner(tokens.slice(from, at), owner, tokens.slice(at + 1, to))) {
      return [{ from, to: at + 1 }, ...splitChunk(tokens, at + 1, to, known)]
    }
    if (at === from) continue
    if (known.some((span) => span.from < at && at < span.to)) continue
    if (tokens[at]?.gap.includes('(') ) { while (at < to && !/\)/.test(tokens[at + 1]?.gap ?? ')')) at++; continue }
    const left = tokens.slice(from, at)
    if (word === 'and' || word === '&') {
      const stop = tokens.findIndex(({ text, gap }, index) => index > at + 1 && index < to && (text === 'and' || /^[)]?,/.test(gap)))
      const right = tokens.slice(at + 1, stop < 0 ? to : stop)
      const the = right[0]?.text === 'the'
      const rightName = the ? right.slice(1) : right
      const firstOfRight = rightName[0]?.text ?? ''
      const startsBody = kindOfHead(firstOfRight) === 'organisation' && /^(?:of|for|on)$/.test(rightName[1]?.text ?? '')
      const leftKind = headKind(left)
      const rightKind = headKind(rightName)
      const both = leftKind !== null && rightKind !== null && (rightName.length > 1 || isAcronym(firstOfRight)) && (leftKind !== 'instrument' || rightName.length > 2)
      const bareLeft = left.length === 1 && kindOfHead(left[0]?.text ?? '') !== null
      const leftListsNouns = left.some(({ text }) => PREPOSITIONS.has(text)) && !the && !startsBody && rightKind === 'organisation' && kindOfHead(left.at(-1)?.text ?? '') === null && !/^National$/.test(firstOfRight) && !isAcronym(firstOfRight)
      if (word === '&' && !isKnown(from, at)) continue
      // the abbreviation behind the whole spells its first word, not that of the second part
      const letters = /^[(\s]*[“"]?(\p{L})/u.exec(bracketLetters(tokens, at + 1, to) ?? '')?.[1]?.toLowerCase()
      const spells = (name: string | undefined): boolean => letters !== undefined && name?.[0]?.toLowerCase() === letters
      if (!the && spells(left[0]?.text) && !spells(firstOfRight)) continue
      const isCountry = resolveCountry(left.map(({ text }) => text).join(' ')) !== null
      const isPair = left.length === 1 && rightName.length === 1 && at + 2 === to && !GENERIC.has((left[0]?.text ?? '').toLowerCase()) && !GENERIC.has(firstOfRight.toLowerCase())
      if (
        !bareLeft && (
        (the && leftKind !== 'instrument' || the && rightKind !== null) || startsBody || (both && !leftListsNouns) ||
        isCountry || isPair || (!leftListsNouns && standsAlone(left) && standsAlone(rightName) && (leftKind !== 'instrument' || rightName.length > 2)) || isKnown(from, at) ||
        (left.length === 1 && isAcronym(left[0]?.text ?? '') && rightKind !== 'instrument' && !/^(?:ICT|IT|ICTs|R&D)$/.test(left[0]?.text ?? ''))
        || (isAcronym(firstOfRight) && leftKind !== null && rightName.length === 1))
      ) {
        return [{ from, to: at }, ...splitChunk(tokens, at + (the ? 2 : 1), to, known)]
      }
    }
    if (word === 'of' && left.length > 1 && headKind(left) === 'organisation' && kindOfHead(left.at(-1)?.text ?? '') !== null) {
      const the = tokens[at + 1]?.text === 'the'
      const right = tokens.slice(at + (the ? 2 : 1), to)
      const kind = headKind(right)
      const acronymOnly = right.length === 1 && isAcronym(right[0]?.text ?? '') && !GENERIC.has((right[0]?.text ?? '').toLowerCase())
      if ((the && kind === 'organisation' && right.length > 1) || acronymOnly) {
        return [{ from, to: at }, ...splitChunk(tokens, at + (the ? 2 : 1), to, known)]
      }
    }
  }
  return [{ from, to }]
}

/** The names in a stretch of prose, in order of mention. */
export const phrasesIn = (text: string, from: number, to: number, mentions: readonly EntityMention[], taken: (at: number) => number | null): Phrase[] => {
  const tokens = tokenize(text, from, to)
  const indexAt = new Map(tokens.map((token, index) => [token.start, index] as const))
  const indexEnd = new Map(tokens.map((token, index) => [token.end, index + 1] as const))
  const spans = mentions.flatMap(({ entity, start, end }) => {
    const first = indexAt.get(start)
    const last = indexEnd.get(end) ?? indexEnd.get(end - 1)
    return first === undefined || last === undefined ? [] : [{ from: first, to: last, entity }]
  })
  const spanFrom = new Map(spans.map((span) => [span.from, span] as const))
  const phrases: Phrase[] = []
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index]
    if (!token) break
    const skip = taken(token.start)
    if (skip !== null) {
      while (index < tokens.length && (tokens[index]?.start ?? to) < skip) index++
      continue
    }
    const span = spanFrom.get(index)
    const begins = isCapitalised(token.text) || (isYear(token.text) && isName(tokens[index + 1] ?? token)) || span !== undefined
    const opener = OPENERS.test(token.text) && span === undefined
    if (!begins || opener) {
      index++
      continue
    }
    let end = Math.max(chunkEnd(text, tokens, index), span?.to ?? 0)
    const near = tokens.slice(index, end).flatMap((_, offset) => spanFrom.get(index + offset) ?? [])
    // two known names side by side are two
    if (span && span.to < end) {
      const next = near.find((other) => other.from === span.to && other.to <= end)
      if (next && !tokens[span.to]?.gap.includes('(')) end = span.to
    }
    for (const part of splitChunk(tokens, index, end, near)) {
      const own = tokens.slice(part.from, part.to)
      const [first] = own
      const last = own.at(-1)
      if (!first || !last) continue
      const closing = /^["”']?\s*[)\]]/.exec(text.slice(last.end, last.end + 4))?.[0].length ?? 0
      const opens = own.some(({ gap }, at) => at > 0 && /[([]/.test(gap))
      const core = own.filter((_, index) => !own.slice(0, index + 1).some(({ gap }, at) => at > 0 && /[([]/.test(gap)))
      // of `national CIRT (BruCERT)` the name is in the bracket
      const isKnownName = near.some((span) => span.from === part.from && span.to === part.to)
      const coreKind = headKind(core)
      const isGenericTeam = coreKind === null || /^(?:CERT|CIRT|CSIRT)s?$/.test(core.at(-1)?.text ?? '')
      if (!isKnownName && isGenericTeam && core.length < own.length && core.every(({ text: word }) => GENERIC.has(word.toLowerCase()) || resolveCountry(word) !== null)) {
        const [inner] = own.slice(core.length)
        if (inner && isAcronym(inner.text)) {
          phrases.push({ start: inner.start, end: inner.end, kind: headKind([inner]) ?? coreKind, entity: null, plain: false })
        }
        continue
      }
      phrases.push({
        start: first.start,
        end: last.end + (opens ? closing : 0),
        kind: headKind(own),
        entity: near.find((candidate) => candidate.from === part.from && candidate.to === part.to)?.entity ?? null,
        plain: own.length === 1 && !isAcronym(first.text),
      })
    }
    index = Math.max(end, index + 1)
  }
  return phrases
}
