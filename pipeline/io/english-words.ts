import { readFileSync } from 'node:fs'
import wordListPath from 'word-list'
import { remember } from './remember.ts'

const LINE_END = 10

let list: Buffer | undefined

/**
 * Whether a word, in lower case, is in the English word list of the package `word-list`, which is read on first use. The
 * list is sorted, a word a line, and searched where it lies in memory: a set of its 270,000 words takes long to make.
 */
export const isEnglishWord = remember((word: string): boolean => {
  if (word === '') return false
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
})
