import { abbreviationAt } from './abbreviation.ts'
import { type Found, found, withoutOverlap } from './found.ts'
import { lowerCaseTail } from './lower-case-tail.ts'
import { namePhrases } from './name-phrases.ts'

const NOUN =
  '(?:program(?:me)?s?|projects?|campaigns?|initiatives?|strategy|policy|plan|framework|awareness\\s+\\w+)'
/** A title in quotation marks beside its noun: the campaign “Think Twice”, the “Think Twice” campaign. */
const QUOTED = [
  new RegExp(
    String.raw`\b${NOUN}\s+(?:called\s+|named\s+|entitled\s+|titled\s+|known\s+as\s+)?["“](?<name>[^"“”]{3,160})["”]`,
    'giu',
  ),
  new RegExp(String.raw`["“](?<name>[^"“”]{3,120})["”]\s+(?:\p{L}+\s+){0,1}${NOUN}\b`, 'giu'),
]
/** The years that a plan is for. */
const PERIOD =
  /^,?\s+(?:for\s+(?:the\s+)?(?:years?\s+)?|of\s+|\()?(?:19|20)\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?\)?/

const titles = (text: string): Found[] =>
  namePhrases(text).flatMap((phrase): Found[] => {
    if (phrase.kind !== 'programme') return []
    let end = phrase.hasComplement ? lowerCaseTail(text, phrase.end, true) : phrase.end
    end += PERIOD.exec(text.slice(end, end + 40))?.[0].length ?? 0
    end = abbreviationAt(text, end)?.end ?? end
    return phrase.isNamed || phrase.hasComplement ? [found('programme', phrase.start, end)] : []
  })

const quoted = (text: string): Found[] =>
  QUOTED.flatMap((pattern) => [...text.matchAll(pattern)]).flatMap((match) => {
    const name = match.groups?.['name']
    if (name === undefined) return []
    const start = match.index + match[0].indexOf(name)
    const end = start + name.length
    const short = abbreviationAt(text, end + 1)
    /** The quotation marks belong to the item where something behind them does. */
    return [short ? found('programme', start - 1, short.end) : found('programme', start, end)]
  })

/** Programmes, strategies, policies, plans, projects and campaigns by name. */
export const programmes = (text: string): Found[] => withoutOverlap([...titles(text), ...quoted(text)])
