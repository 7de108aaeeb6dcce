import { resolveCountry } from '../country-name.ts'
import { headKind } from './head-kind.ts'
import {
  ADJECTIVE,
  CONNECTORS,
  kindOfHead,
  LAW,
  LOOSE_CONNECTORS,
  LOWER_HEAD,
  MONTH,
  OWNED_HEAD,
  VERBS,
} from './lexicon.ts'
import { bracketEnd, isNameAt, nounList } from './name-parts.ts'
import { isAcronym, isName, isNumber, isSpace, isYear, type Token } from './tokens.ts'

/** Longer than any name. */
const MAX_WORDS = 40

/** The end of the name that begins at a token. */
export const chunkEnd = (text: string, tokens: readonly Token[], from: number, known: number): number => {
  let end = Math.max(from + 1, known)
  let firm = end
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
      const head = joined
        ? behind.findIndex(
            (next, index) => (index === 0 || isSpace(next.gap)) && kindOfHead(next.text) !== null,
          )
        : -1
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
    if (
      /^\s*,\s*$/.test(token.gap) &&
      !/\)/.test(token.gap) &&
      tokens.slice(from, end).some(({ text: word }) => word === 'of' || word === 'for' || word === 'on')
    ) {
      const list = nounList(tokens, end)
      if (list > end && headKind(tokens.slice(from, end)) !== null) {
        end = list + 1
        continue
      }
      break
    }
    if (
      !isSpace(token.gap) &&
      !(
        /^\.\s*$/.test(token.gap) &&
        /^(?:No|no|n|nr|Nr|Law)$/.test(before.text) &&
        /^[\d\p{Lu}]|^nº$/u.test(token.text)
      )
    )
      break
    if (isName(token) || /^[IVX]+$/.test(token.text)) {
      end++
      continue
    }
    if (isNumber(token.text)) {
      if (
        isYear(token.text) ||
        /^(?:No|N°|n°|Nº|nº|Number|number|Act|Law|Decree|Resolution|Directive|Group|Thrust|Circular|Regulation|Order|Decision|n|no|nr|Bill|Year|\d+)$/i.test(
          before.text,
        ) ||
        isAcronym(before.text) ||
        kindOfHead(before.text) === 'instrument'
      ) {
        end++
        continue
      }
      break
    }
    if (
      /^(?:n[°or]?|nº|number|n\.\d+)$/i.test(token.text) &&
      (LAW.test(before.text) || kindOfHead(before.text) === 'instrument')
    ) {
      end++
      continue
    }
    // an adjective in lower case before the head
    const behindAdjective = tokens[end + 1]
    if (
      ADJECTIVE.test(token.text) &&
      behindAdjective &&
      isSpace(behindAdjective.gap) &&
      (isName(behindAdjective) ||
        LOWER_HEAD.test(behindAdjective.text) ||
        (ADJECTIVE.test(behindAdjective.text) && LOWER_HEAD.test(tokens[end + 2]?.text ?? '')))
    ) {
      end++
      continue
    }
    if (!CONNECTORS.has(token.text)) {
      const soFar = tokens.slice(from, end)
      const isOne = soFar.length === 1 && isAcronym(before.text)
      const opensBracket = bracketEnd(text, tokens, end + 1) > end + 1
      const namesEvent =
        /^(?:assessment|forums?|drill|conference|workshop|exercise)$/.test(token.text) &&
        kindOfHead(before.text) === null
      if (
        (LOWER_HEAD.test(token.text) && headKind(soFar) === null && !isOne) ||
        (opensBracket && kindOfHead(token.text) !== null && !isOne) ||
        namesEvent ||
        (isOne && OWNED_HEAD.test(token.text))
      ) {
        end++
        if (isYear(tokens[end]?.text ?? '') && isSpace(tokens[end]?.gap ?? '')) end++
        if (
          tokens[end]?.text === 'and' &&
          /^action$/i.test(tokens[end + 1]?.text ?? '') &&
          /^plan$/i.test(tokens[end + 2]?.text ?? '')
        )
          end += 3
        const inBracket = bracketEnd(text, tokens, end)
        if (inBracket > end) end = inBracket
      }
      break
    }
    // connectors join only what is capitalised behind them
    if (token.text === 'the') break
    let next = end
    let loose = false
    while (
      next < tokens.length &&
      next < end + 4 &&
      CONNECTORS.has(tokens[next]?.text ?? '') &&
      isSpace(tokens[next]?.gap ?? '')
    ) {
      loose ||= next === end && LOOSE_CONNECTORS.has(tokens[next]?.text ?? '')
      next++
    }
    const target = tokens[next]
    const kind = headKind(tokens.slice(from, end))
    const joinable =
      target !== undefined &&
      isSpace(target.gap) &&
      (isName(target) || (isYear(target.text) && token.text === 'of'))
    const prefersTail =
      kind === 'instrument' || kind === 'treaty' || (kind === 'event' && token.text === 'on')
    if (
      joinable &&
      token.text === 'for' &&
      (kind === 'event' || kind === 'programme') &&
      resolveCountry(target.text) !== null
    )
      break
    if (joinable && token.text === 'for' && end === from + 1 && isAcronym(before.text)) break
    if (joinable && token.text === 'in' && kind === 'programme' && resolveCountry(target.text) === null) {
      end = next + 1
      continue
    }
    if (joinable && MONTH.test(target.text) && kind !== 'instrument') break
    if (
      joinable &&
      loose &&
      !prefersTail &&
      (kind !== 'organisation' || headKind(tokens.slice(next, next + 4)) === null) &&
      isBracketed(text, tokens, next)
    ) {
      end = next + 1
      continue
    }
    if (
      kind === 'instrument' &&
      token.text === 'of' &&
      target !== undefined &&
      isNumber(target.text) &&
      isSpace(target.gap)
    ) {
      end = next + 1
      continue
    }
    if (joinable && token.text === 'in' && kind === null && lawAhead(tokens, next)) {
      end = next + 1
      continue
    }
    if (
      joinable &&
      (!loose ||
        prefersTail ||
        token.text === 'against' ||
        (token.text === 'in' && kind !== null && !isNameAt(tokens, next)))
    ) {
      end = next + 1
      continue
    }
    if (
      prefersTail &&
      token.text !== 'and' &&
      !/^(?:in|to|with|a|an|its|the)$/.test(token.text) &&
      target !== undefined &&
      isSpace(target.gap) &&
      !VERBS.test(target.text)
    ) {
      end = lowerTail(tokens, next)
      firm = end
      continue
    }
    break
  }
  while (
    end > firm &&
    (CONNECTORS.has(tokens[end - 1]?.text ?? '') || ADJECTIVE.test(tokens[end - 1]?.text ?? ''))
  )
    end--
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
