import type { ItemKind } from '../../../schemas/index.ts'
import { isGeneric, isWeakHead, kindOfHead, opensBody } from './head-words.ts'
import { isKnownBody } from './known-bodies.ts'
import { isArticle, isJoin, isLink, type NameRun, nameRuns } from './name-runs.ts'
import { isAbbreviation, isCapitalised, isNumber, type NoteWord } from './words.ts'

/** A name, with what its noun says it stands for. */
export interface NamePhrase {
  readonly kind: ItemKind
  /** Offsets into the note. */
  readonly start: number
  readonly end: number
  /** The noun by which the kind was told. */
  readonly head: string
  /** Whether words stand behind the noun (`Law on …`). */
  readonly hasComplement: boolean
  /** Whether it holds more than general words beside the noun. */
  readonly isNamed: boolean
}

interface Headed {
  readonly kind: ItemKind
  /** Index of the noun in the run. */
  readonly at: number
}

/** Small words that may link the parts of a name of any kind; others only part names from their surroundings. */
const INNER = new Set('of for on against and & de des du del la las los el y e et der für und'.split(' '))
/** Kinds whose names are long titles, with any small word. */
const TITLES: ReadonlySet<ItemKind> = new Set(['instrument', 'treaty'])
/** Words that lead from any name to another. */
const BESIDE: ReadonlySet<string> = new Set(['with', 'by', 'between'])
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/

/** A title that holds a link before its noun (`Prevention of Forgery Act 2008`). */
const titleEnd = (run: NameRun): Headed | null => {
  const at = run.findLastIndex((word) => !isNumber(word.text))
  const kind = kindOfHead(run[at]?.text ?? '')
  return kind === 'instrument' || kind === 'programme' ? { kind, at } : null
}

/** A number or abbreviation behind the noun of a name. */
const isLabel = (word: NoteWord): boolean =>
  isNumber(word.text) || isAbbreviation(word.text) || /^(?:No|Nr|N°|Nº|n|no|nº|n°)$/.test(word.text)

/** A word without the mark of possession. */
const unowned = (word: NoteWord): string => word.text.replace(/['’]s?$/, '')

/** The noun of a run: the last word before its first link, numbers and abbreviations behind it left aside. */
const headOf = (run: NameRun): Headed | null => {
  const link = run.findIndex((word) => isLink(word.text) && !isJoin(word.text))
  const reach = link === -1 ? run.length : link
  const opener = run.findIndex((word) => opensBody(word.text))
  if (opener !== -1 && opener < Math.max(reach, 2)) return { kind: 'organisation', at: opener }
  for (let at = reach - 1; at >= 0; at--) {
    const word = run[at]
    if (!word) break
    const kind = kindOfHead(unowned(word))
    if (kind) return { kind, at }
    if (!isLabel(word)) break
  }
  return run.length > reach ? titleEnd(run) : null
}

const textOf = (run: NameRun): string => run.map(({ text }) => text).join(' ')

/** The words of a run up to its next `and`. */
const upToJoin = (run: NameRun): NameRun => {
  const join = run.findIndex((word) => isJoin(word.text))
  return join === -1 ? run : run.slice(0, join)
}

const isTeam = (run: NameRun): boolean =>
  run.length === 1 && /(?:CERT|CSIRT|CIRT)(?!I)/.test(run[0]?.text ?? '')

/** Whether `and` between two stretches joins two names. */
const areTwoNames = (left: NameRun, right: NameRun): boolean => {
  if (isTeam(left) || isTeam(right)) return true
  if (isKnownBody(textOf(left)) || isKnownBody(textOf(right))) return true
  const ours = headOf(left)
  const theirs = headOf(upToJoin(right))
  if (!ours) return false
  if (!theirs) return right.length === 1 && isAbbreviation(right[0]?.text ?? '')
  if (left.length === 1) return false
  const isComplete = left.slice(ours.at + 1).every(isLabel)
  const isShort = isComplete && left.length === 2
  if (isShort && theirs.kind === 'organisation' && theirs.at > 0) {
    /** “Cyber Policy and Intelligence Division”, “European Network and Information Security Agency” */
    if (ours.kind !== 'organisation' || isWeakHead(left[1]?.text ?? '')) return false
  }
  if (isComplete || theirs.at === 0) return true
  return ours.kind === theirs.kind && !isWeakHead(right[theirs.at]?.text ?? '')
}

/** A run cut where `and` joins two names rather than two parts of one. */
const partsOf = (run: NameRun): NameRun[] => {
  const at = run.findIndex(
    (word, index) => isJoin(word.text) && areTwoNames(run.slice(0, index), run.slice(index + 1)),
  )
  return at === -1 ? [run] : [run.slice(0, at), ...partsOf(run.slice(at + 1))]
}

const isSmall = (word: NoteWord): boolean => isLink(word.text) || isArticle(word.text)

/** The last index of a name that begins its run: a link that names of this kind do not hold ends it. */
const reachOf = (run: NameRun, { kind, at }: Headed): number => {
  const isEnd = (word: NoteWord, index: number): boolean => {
    if (index <= at || !isLink(word.text)) return false
    if (TITLES.has(kind)) return BESIDE.has(word.text)
    return !INNER.has(word.text) || MONTH.test(run[index + 1]?.text ?? '')
  }
  const stop = run.findIndex(isEnd)
  let last = stop === -1 ? run.length : stop
  const isTail = (word: NoteWord | undefined): boolean =>
    word !== undefined &&
    (isSmall(word) || (kind === 'organisation' && (isNumber(word.text) || MONTH.test(word.text))))
  while (last > at + 1 && isTail(run[last - 1])) last--
  return last
}

const isNamed = (run: NameRun, at: number): boolean =>
  run.some(
    (word, index) =>
      index !== at &&
      !isSmall(word) &&
      (isNumber(word.text) || (isCapitalised(word.text) && !isGeneric(word.text))),
  )

const phrasesOf = (run: NameRun): NamePhrase[] => {
  const headed = headOf(run)
  if (!headed) {
    const next = run.findIndex((word, index) => index > 0 && isSmall(word))
    return next === -1 ? [] : run.slice(next + 1).length > 0 ? phrasesIn(run.slice(next + 1)) : []
  }
  const last = reachOf(run, headed)
  const name = run.slice(0, last)
  const rest = run.slice(last)
  const [first] = name
  const end = name.at(-1)
  const head = run[headed.at]
  const phrase =
    first && end && head
      ? [
          {
            kind: headed.kind,
            start: first.start,
            end: end === head ? head.start + unowned(head).length : end.end,
            head: unowned(head),
            hasComplement: name.slice(headed.at + 1).some((word) => isLink(word.text)),
            isNamed: isNamed(name, headed.at),
          },
        ]
      : []
  return [...phrase, ...phrasesIn(rest)]
}

const phrasesIn = (run: NameRun): NamePhrase[] => {
  const first = run.findIndex((word) => !isSmall(word) && isCapitalised(word.text))
  return first === -1 ? [] : partsOf(run.slice(first)).flatMap(phrasesOf)
}

/** The finders of several kinds ask for the names of the same note, one after the other. */
let latest: { readonly text: string; readonly phrases: readonly NamePhrase[] } | undefined

/** The names of a text whose noun tells what they stand for, in order. */
export const namePhrases = (text: string): readonly NamePhrase[] => {
  if (latest?.text !== text) latest = { text, phrases: nameRuns(text).flatMap(phrasesIn) }
  return latest.phrases
}
