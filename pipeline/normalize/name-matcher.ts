import { type NameWord, nameWords } from './name-words.ts'

/** A name to look for in running text, and what it stands for. */
export interface NamePattern<Value> {
  readonly form: string
  readonly value: Value
}

/** A name found in running text. `start` and `end` are offsets; the text between them is `text`. */
export interface NameMatch<Value> {
  readonly value: Value
  readonly start: number
  readonly end: number
  readonly text: string
}

interface Node<Value> {
  readonly next: Map<string, Node<Value>>
  /** What a name that ends here stands for, and the one spelling that counts, for an abbreviation. */
  name: { readonly value: Value; readonly exact: string | null } | null
}

/** In a path through the tree: here the form prints a comma or bracket. */
const BREAK = ','

/** One word with several capitals: it counts only in that very spelling, as `us` is no country. */
const ABBREVIATION = /^(?=.*\p{Lu}.*\p{Lu})\p{L}{2,6}$/u

/** Words that may be in lower case where the name proper has its capital (`republic of Korea`). */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  `of and et da d s people peoples republic democratic socialist federal federated federation federative kingdom
  state states islamic arab plurinational bolivarian hashemite cooperative co operative independent united union
  principality commonwealth sultanate grand duchy island islands former yugoslav special administrative region
  in for on with to against from within the province territory part south north southern northern east eastern west western american british french gulf lake
  river sea basin delta city saint`.split(/\s+/),
)
const LINKING_WORDS: ReadonlySet<string> = new Set(
  'of and et da d s in for on with to against from within'.split(' '),
)

const isCapitalised = ({ text }: NameWord): boolean => /\p{Lu}/u.test(text)

const printedAsName = (words: readonly NameWord[], exact: string | null): boolean => {
  if (exact !== null) return words.map(({ text }) => text.replace(/[.\s]/g, '')).join('') === exact
  const proper = words.filter(({ word }) => !COMMON_WORDS.has(word))
  return proper.length > 0
    ? proper.every(isCapitalised)
    : words.every((word) => LINKING_WORDS.has(word.word) || isCapitalised(word))
}

const addForm = <Value>(root: Node<Value>, { form, value }: NamePattern<Value>): void => {
  let node = root
  for (const [index, { word, gap }] of nameWords(form).entries()) {
    for (const step of index > 0 && gap === 'break' ? [BREAK, word] : [word]) {
      const next: Node<Value> = node.next.get(step) ?? { next: new Map(), name: null }
      node.next.set(step, next)
      node = next
    }
  }
  node.name ??= { value, exact: ABBREVIATION.test(form) ? form : null }
}

interface Found<Value> {
  readonly value: Value
  /** Index behind the last word. */
  readonly end: number
  /** Index of the word behind the comma or bracket that the form prints; null where it prints none. */
  readonly broken: number | null
}

const longestFrom = <Value>(
  node: Node<Value>,
  words: readonly NameWord[],
  first: number,
  at: number = first,
): Found<Value> | null => {
  const word = words[at]
  const goesOn = word !== undefined && (at === first || word.gap !== 'stop')
  const plain = goesOn && (at === first || word.gap === 'loose') ? node.next.get(word.word) : undefined
  const behindBreak = goesOn && at > first ? node.next.get(BREAK)?.next.get(word.word) : undefined
  const unbroken = plain ? longestFrom(plain, words, first, at + 1) : null
  const broken = behindBreak ? longestFrom(behindBreak, words, first, at + 1) : null
  if (broken && broken.end > (unbroken?.end ?? 0)) return { ...broken, broken: at }
  if (unbroken) return unbroken
  const { name } = node
  if (!name || !printedAsName(words.slice(first, at), name.exact)) return null
  return { value: name.value, end: at, broken: null }
}

/** The longest name from a word on, unless its comma is a list's: `Sudan, Republic of` before `Korea`. */
const nameAt = <Value>(root: Node<Value>, words: readonly NameWord[], first: number): Found<Value> | null => {
  const found = longestFrom(root, words, first)
  if (!found || found.broken === null) return found
  const behind = longestFrom(root, words, found.broken)
  return behind && behind.end > found.end ? longestFrom(root, words.slice(0, found.broken), first) : found
}

/** The end of a match, with the bracket that it opened. */
const closedEnd = (text: string, start: number, end: number): number => {
  const printed = text.slice(start, end)
  if (printed.lastIndexOf('(') <= printed.lastIndexOf(')')) return end
  const closing = /^(?:\s+the)?\s*\)/i.exec(text.slice(end))
  return closing ? end + closing[0].length : end
}

/**
 * A function that finds names in running text: whole words, capitalised as names are, the longest at each
 * place, none overlapping, in order of mention.
 */
export const makeNameMatcher = <Value>(
  patterns: Iterable<NamePattern<Value>>,
): ((text: string) => NameMatch<Value>[]) => {
  const root: Node<Value> = { next: new Map(), name: null }
  for (const pattern of patterns) addForm(root, pattern)
  return (text) => {
    const words = nameWords(text)
    const matches: NameMatch<Value>[] = []
    for (let index = 0; index < words.length; ) {
      const found = nameAt(root, words, index)
      const first = words[index]
      const last = found ? words[found.end - 1] : undefined
      if (!found || !first || !last) {
        index++
        continue
      }
      const end = closedEnd(text, first.start, last.end)
      matches.push({ value: found.value, start: first.start, end, text: text.slice(first.start, end) })
      index = found.end
    }
    return matches
  }
}
