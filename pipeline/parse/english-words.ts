import { readFileSync } from 'node:fs'
import wordListPath from 'word-list'

let words: ReadonlySet<string> | undefined

/** Whether a word, in lower case, is in the English word list of the package `word-list`; read when first asked. */
export const isEnglishWord = (word: string): boolean => {
  words ??= new Set(readFileSync(wordListPath, 'utf8').split('\n'))
  return words.has(word)
}
