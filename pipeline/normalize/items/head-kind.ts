import type { ItemKind } from '../../../schemas/index.ts'
import { kindOfHead, LAW, PREPOSITIONS, ROMANCE, TEAM } from './lexicon.ts'
import { isAcronym, isNumber, type Token } from './tokens.ts'

/** The head of a name: the last word before its first preposition, else its first or last word. */
export const headKind = (tokens: readonly Token[]): ItemKind | null => {
  let depth = 0
  const named = tokens.filter(({ text, gap }, index) => {
    if (index > 0)
      for (const sign of gap) depth = Math.max(0, depth + (sign === '(' ? 1 : sign === ')' ? -1 : 0))
    return depth === 0 && !(isNumber(text) && index > 0) && !/^n[°or]?$/i.test(text)
  })
  const preposition = named.findIndex(({ text }, index) => index > 0 && PREPOSITIONS.has(text))
  const core = preposition < 0 ? named : named.slice(0, preposition)
  const closing = core.at(-1)
  const inner = core.at(-2)
  // `Normative Instruction GSI`: the abbreviation behind a head says whose it is
  const last =
    closing &&
    inner &&
    isAcronym(closing.text) &&
    kindOfHead(inner.text) !== null &&
    kindOfHead(closing.text) === null &&
    !TEAM.test(closing.text)
      ? inner
      : closing
  if (!last) return null
  const joined = core.map(({ text }) => text).join(' ')
  if (/Code of Practice|Code of Conduct/.test(named.map(({ text }) => text).join(' '))) return 'instrument'
  if (/^(?:Statement|Memorandum|Memoranda)$/.test(last.text) && core.length < 3) return 'treaty'
  // `Decree N° 12`, `Law Regulating …`: the law comes first
  const law = named.findIndex(
    ({ text }, index) =>
      index < 4 &&
      LAW.test(text) &&
      /^(?:\d|n[°or.]?\d*$|nº$|\p{L}+ing$|number$)/iu.test(named[index + 1]?.text ?? ''),
  )
  if (law >= 0 && law < Math.max(core.length, 1)) return 'instrument'
  const numbered = tokens.findIndex(
    ({ text }, index) =>
      index < 5 && LAW.test(text) && /^\d|^n(?:°|º|o|r|\.)?\d*$/i.test(tokens[index + 1]?.text ?? ''),
  )
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
