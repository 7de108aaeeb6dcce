import { readFileSync } from 'node:fs'
import wordListPath from 'word-list'

const LINE_END = 10
const MAX_REMEMBERED_WORDS = 50_000

let list: Buffer | undefined
const remembered = new Map<string, boolean>()

/** Searches the sorted list, a word a line, where it lies in memory: a set of its 270,000 words takes long to make. */
const isListed = (word: string): boolean => {
  list ??= readFileSync(wordListPath)
  const wanted = Buffer.from(word)
  let first = 0
  let last = list.length
  while (first < last) {
    const middle = (first + last) >> 1
    const start = list.lastIndexOf(LINE_END, middle - 1) + 1
    const lineEnd = list.indexOf(LINE_END, middle)
    const end = lineEnd === -1 ? list.length : lineEnd
    const order = wanted.compare(list, start, end)
    if (order === 0) return true
    if (order < 0) last = start
    else first = end + 1
  }
  return false
}

/** Whether a word, in lower case, is in the English word list of the package `word-list`, which is read on first use. */
export const isEnglishWord = (word: string): boolean => {
  if (word === '') return false
  const known = remembered.get(word)
  if (known !== undefined) return known
  // profiles repeat the words of their template
  if (remembered.size >= MAX_REMEMBERED_WORDS) remembered.clear()
  const isEnglish = isListed(word)
  remembered.set(word, isEnglish)
  return isEnglish
}
