import { at } from '../io/at.ts'
import { remember } from '../io/remember.ts'
import { type NameWord, nameWords } from './name-words.ts'

/** A name to look for in running text, and what it stands for. */
export interface NamePattern<Value> {
  readonly form: string
  readonly value: Value
  /** Those of the form, where they are read already. */
  readonly words?: readonly NameWord[]
}

/** A name found in running text. `start` and `end` are offsets; the text between them is `text`. */
export interface NameMatch<Value> {
  readonly value: Value
  readonly start: number
  readonly end: number
  readonly text: string
}

type Form<Value> = Required<NamePattern<Value>>

/** One word with several capitals: it counts only in that very spelling, as `us` is no country, and `CERT in` no team. */
const ABBREVIATION = /^(?=.*\p{Lu}.*\p{Lu})\p{L}{2,6}$|^\p{Lu}{2,6}-\p{L}{2}$/u

const LINKING_WORDS = 'of and et da d s in for on with to against from within'
/** Words that may be in lower case where the name proper has its capital (`republic of Korea`). */
const COMMON_WORDS = `people peoples republic democratic socialist federal federated federation federative kingdom
  state states islamic arab plurinational bolivarian hashemite cooperative co operative independent united union
  principality commonwealth sultanate grand duchy island islands former yugoslav special administrative region the
  province territory part south north southern northern east eastern west western american british french gulf lake
  river sea basin delta city saint`

/** The words of the text that was read last: several matchers read each note. */
const readWords = remember(nameWords, 1)

const linkingWords: ReadonlySet<string> = new Set(LINKING_WORDS.split(' '))
const commonWords: ReadonlySet<string> = new Set([...linkingWords, ...COMMON_WORDS.split(/\s+/)])

const isCapitalised = ({ text }: NameWord): boolean => /\p{Lu}/u.test(text)

const isPrintedAsName = (words: readonly NameWord[], form: string): boolean => {
  if (ABBREVIATION.test(form))
    return words.map(({ text }) => text.replace(/[.\s]/g, '')).join('') === form.replace('-', '')
  const proper = words.filter(({ word }) => !commonWords.has(word))
  return proper.length > 0
    ? proper.every(isCapitalised)
    : words.every((word) => linkingWords.has(word.word) || isCapitalised(word))
}

/** The end of a match, with the bracket that it opened. */
const closedEnd = (text: string, start: number, end: number): number => {
  const printed = text.slice(start, end)
  if (printed.lastIndexOf('(') <= printed.lastIndexOf(')')) return end
  const closing = /^(?:\s+the)?\s*\)/i.exec(text.slice(end, end + 20))
  return closing ? end + closing[0].length : end
}

type FindForm<Value> = (words: readonly NameWord[], from: number) => Form<Value> | undefined

/** A function that finds the longest form at a word. */
const makeFormFinder = <Value>(patterns: readonly NamePattern<Value>[]): FindForm<Value> => {
  const forms = patterns
    .map(({ form, value, words = nameWords(form) }): Form<Value> => ({ form, value, words }))
    .toSorted((left, right) => right.words.length - left.words.length)
  const formsByWords = new Map(
    Array.from(
      Map.groupBy(forms, ({ words }) => words[0]?.word),
      ([first, near]) => [first, Map.groupBy(near, ({ words }) => words[1]?.word)],
    ),
  )
  const findForm: FindForm<Value> = (words, from) => {
    const near = formsByWords.get(words[from]?.word)
    if (!near) return undefined
    const fits = (form: Form<Value>): boolean => {
      const length = form.words.length
      const isSame = form.words.every(({ word, gap }, index) => {
        const printed = words[from + index]
        return printed?.word === word && (index === 0 || printed.gap === (gap === 'break' ? gap : 'loose'))
      })
      if (!isSame || !isPrintedAsName(words.slice(from, from + length), form.form)) return false
      // the comma is a list's where a longer name begins behind it: `Sudan, Republic of Korea`
      const broken = form.words.findIndex(({ gap }, index) => index > 0 && gap === 'break')
      return broken < 0 || (findForm(words, from + broken)?.words.length ?? 0) <= length - broken
    }
    return near.get(words[from + 1]?.word)?.find(fits) ?? near.get(undefined)?.find(fits)
  }
  return findForm
}

/**
 * A function that finds names in running text: whole words, capitalised as names are, the longest at each
 * place, none overlapping, in order of mention. The names are asked for with the first text.
 */
export const makeNameMatcher = <Value>(listNames: () => readonly NamePattern<Value>[]) => {
  let findForm: FindForm<Value> | undefined
  return (text: string): NameMatch<Value>[] => {
    findForm ??= makeFormFinder(listNames())
    const words = readWords(text)
    const matches: NameMatch<Value>[] = []
    for (let index = 0; index < words.length; ) {
      const found = findForm(words, index)
      const { start } = at(words, index)
      index += found?.words.length ?? 1
      if (!found) continue
      const end = closedEnd(text, start, at(words, index - 1).end)
      matches.push({ value: found.value, start, end, text: text.slice(start, end) })
    }
    return matches
  }
}
