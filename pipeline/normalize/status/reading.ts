import type { Section } from '../../../schemas/index.ts'
import { remember } from '../../io/remember.ts'
import type { Note } from '../note.ts'
import { type Clause, splitClauses } from './clauses.ts'
import { deniesInPassing, isAboutOthers, isPlainAffirmation, isPlainPlan } from './doubt.ts'
import { compilePattern, type Signal, toPlainText } from './pattern.ts'
import { PATTERNS, type PatternName } from './patterns/index.ts'
import { isFullyUnderstood, mentionsThing } from './vocabulary.ts'

/** A clause with what it says in its place. */
export interface ReadClause extends Clause {
  /** `prose` affirms in words that no pattern knows; `draft` and `named` are entries of lists. */
  readonly signal: Signal | 'prose' | 'draft' | 'named'
  readonly pattern: PatternName | null
  /** Whether the pattern and the section's own words account for all of it. */
  readonly sure: boolean
  /** Whether it mentions the thing that the section asks for. */
  readonly mentionsThing: () => boolean
}

const DRAFT_ENTRY =
  /\b(?:drafts?|bills?|proposals?|proposed|projects?\s+(?:of|for)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}?(?:law|laws|decree|code|act|revision|amendment|regulation)|pending|awaiting|forthcoming)\b|\b(?:in|under)\s+(?:preparation|development|drafting|discussion|consideration|review)\b|\bnot\s+yet\s+(?:adopted|enacted|passed|in\s+force|approved)\b|\b(?:being|to\s+be)\s+(?:drafted|adopted|enacted|prepared|passed|approved|discussed)\b/i
const EMPTY_ENTRY =
  /^\W*(?:(?:[Nn]one|NONE|[Nn]il|NIL|[Nn]othing|[Nn]éant|[Nn]\/[Aa]|N\.A\.|[Aa]ucune?)\b|(?:[Nn]o|NO)(?:\W*$|\s+\p{Ll}))/u
const NO_DOUBT_IN_ENTRY =
  /["“”]|\b(?:non?|not|only|without|un\w+ed|if|once|former|failure|closed|need\w*|future)\b/gi
const GONE_ENTRY = /\b(?:revoked|repealed|abolished|withdrawn)\b/i

/** Phrases whose negative word denies nothing. */
const HARMLESS =
  /\b(?:with\s+no|without(?:\s+any)?|no)\s+(?:declarations?|reservations?)(?:\s+(?:or|and|nor)\s+(?:declarations?|reservations?))?|\bnot\s+(?:only|limited\s+to)\b|\bno(?:t)?\s+(?:later|less|fewer|more)\s+than\b|\b[Nn]o(?:\.\s*|\s+)(?:nº\s*)?(?:[A-Z]{1,4}\s?)?-?\d\S*|\bwithout\s+(?:(?:prior|lawful|the)\s+)?(?:authori[sz]ation|authority|permission|consent|right)\b|\bnot-for-profit\b/g
const ADDRESS = /\b\S{1,200}@\S+|\b(?:https?:\/\/|www\.)\S+/gi
const QUOTED = /"[^"]*"/g
const STILL_TO_DO = /,?\s(?:which|that|who)\s+(?:will|shall)\b[^,;]*/gi
const TURNING_WORD =
  /^\W*(?:and\s+|nor\s+|so\s+(?!far\b))?(?:(?:however|but|nevertheless|nonetheless|although|though|whereas|albeit|notwithstanding|even\s+(?:if|though)|yet|while|whilst|instead|still|since|because|as(?!\s+(?:of|from)))\b,?\s*)?/i

const PARTS = PATTERNS.flatMap((entry) => entry.pattern.split('||').map((pattern) => ({ ...entry, pattern })))

/** The patterns that are the same for every section. */
const shared = new Map(
  PARTS.filter(({ pattern }) => !pattern.includes('{thing}')).map((entry) => [
    entry,
    compilePattern(entry.pattern, null),
  ]),
)

const patternsFor = remember((section: Section) =>
  PARTS.filter(({ sections }) => sections?.includes(section.question) !== false).map((entry) => ({
    entry,
    expression: shared.get(entry) ?? compilePattern(entry.pattern, section),
  })),
)

/** The words of a clause that its patterns are tried on. */
const mainWords = (text: string): string => {
  const plain = toPlainText(text).replace(TURNING_WORD, '')
  const bare = plain.replace(ADDRESS, '').replace(HARMLESS, '').replace(QUOTED, 'Q').replace(STILL_TO_DO, '')
  return bare.replace(/\s+/g, ' ').trim()
}

/** A line without a verb that only names something in words that are known. */
const isName = (words: string, section: Section): boolean =>
  !/\b(?:is|are|was|were|has|have|had|do|does|did|can|could|may)\b/.test(words) &&
  isFullyUnderstood(words, 'affirmed', section) &&
  !/\b(?:no|not|never|none|nil|yet)\b|: *0\b/i.test(words)

const readEntry = (text: string): Pick<ReadClause, 'signal' | 'pattern' | 'sure'> => {
  if (EMPTY_ENTRY.test(text) || GONE_ENTRY.test(text))
    return { signal: 'denial', pattern: 'none', sure: true }
  if (DRAFT_ENTRY.test(text)) return { signal: 'draft', pattern: 'draft', sure: true }
  const sure = isPlainAffirmation(text.replace(NO_DOUBT_IN_ENTRY, ' '))
  return { signal: 'named', pattern: null, sure }
}

const PLANNED: ReadonlySet<ReadClause['signal']> = new Set(['plan', 'unfinished'])
const AFFIRMING: ReadonlySet<ReadClause['signal']> = new Set(['affirmed', 'in_force', 'joined', 'prose'])

const readAlone = (clause: Clause, section: Section, ownNames: readonly string[]): ReadClause => {
  if (clause.listed) return { ...clause, ...readEntry(clause.text), mentionsThing: () => true }
  const words = mainWords(clause.text)
  const lower = words.toLowerCase()
  const here = { ...clause, pattern: null, mentionsThing: () => mentionsThing(lower, section) }
  if (/\?\s*$/.test(clause.text)) return { ...here, signal: 'neutral', sure: false }
  const found = patternsFor(section).find(({ expression }) => expression.test(lower))
  if (!found) return { ...here, signal: 'prose', sure: isName(words, section) && isPlainAffirmation(words) }
  const { name, signal } = found.entry
  const understood = AFFIRMING.has(signal)
    ? isPlainAffirmation(words) && !/\b(?:which|that|who)\s+(?:will|shall)\b/i.test(clause.text)
    : (isFullyUnderstood(words, signal, section) && !deniesInPassing(words)) ||
      (clause.turns && PLANNED.has(signal) && isPlainPlan(words))
  // The thing may only be the title of something else.
  const quoted = /\bQ\b/.test(words) && !here.mentionsThing()
  const sure = understood && !quoted && !isAboutOthers(clause.text, ownNames, section)
  return { ...here, signal, pattern: name, sure }
}

/** A clause that goes on about the thing named before it. */
const CONTINUES =
  /^\W*(?:(?:but|however|and|also|in\s+addition|furthermore|moreover),?\s+)*(?:(?:this|these|those|it|its|they|their|such|which)\b|the\s+(?:plan|policy|strategy|draft|bill|law|act|document|text|framework|team|centre|center|agency|programme|program|project)\b|(?:is|are|has|have|will)\b)|\bof\s+this\s+(?:document|plan|policy|strategy|law)\b/i

const THINGS: ReadonlySet<ReadClause['signal']> = new Set(['affirmed', 'prose'])
const NOT_THERE: ReadonlySet<ReadClause['signal']> = new Set(['plan', 'unfinished', 'neutral'])

/** Reads the clauses of a note, each with regard to the one before it. */
export const readNote = (note: Note, section: Section, ownNames: readonly string[]): ReadClause[] => {
  const read: ReadClause[] = []
  for (const clause of splitClauses(note)) {
    const here = readAlone(clause, section, ownNames)
    const above = read.at(-1)
    const continues = !clause.listed && !clause.introduces && CONTINUES.test(clause.text)
    if (above && continues && here.signal === 'unfinished' && THINGS.has(above.signal))
      read.splice(-1, 1, { ...above, signal: 'neutral' })
    const affirms = here.signal === 'in_force' || THINGS.has(here.signal)
    const isOfPlan = affirms && !clause.turns && continues && above && NOT_THERE.has(above.signal)
    read.push(isOfPlan ? { ...here, signal: 'neutral' } : here)
  }
  return read
}
