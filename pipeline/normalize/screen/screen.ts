import type { RequiredWords } from './required-words.ts'

/** A place in a tree of words by their characters, with the numbers of what ends there. */
interface TreeNode {
  readonly next: Map<number, TreeNode>
  /** The number of the beginning of a word that ends here, and that of the whole word; -1 where none does. */
  beginning: number
  whole: number
}

/** Whether a text may match a pattern, by the place of the pattern in the list. */
export type Candidates = (place: number) => boolean

const makeNode = (): TreeNode => ({ next: new Map(), beginning: -1, whole: -1 })

const isWordCharacter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57)

/**
 * Tells which patterns a text may match, by one walk over its words: far cheaper than to try patterns that cannot.
 * A pattern that is ruled out matches nowhere; one that is not must still be tried. Letters of either case
 * count alike. Texts are plain letters.
 */
export const makeScreen = (patterns: readonly RequiredWords[]): ((text: string) => Candidates) => {
  const root = makeNode()
  const numbers = new Map<string, number>()
  const numberOf = (word: string): number => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    const number = numbers.size
    numbers.set(word, number)
    let node = root
    for (const character of word.trimEnd()) {
      const code = character.charCodeAt(0)
      const next = node.next.get(code) ?? makeNode()
      node.next.set(code, next)
      node = next
    }
    if (word.endsWith(' ')) node.whole = number
    else node.beginning = number
    return number
  }
  const asked = patterns.map((sets) => sets.map((words) => Uint16Array.from(words, numberOf)))
  return (text) => {
    const found = new Uint8Array(numbers.size)
    const given = text.toLowerCase()
    let within = false
    for (let start = 0; start < given.length; start++) {
      const isWord = isWordCharacter(given.charCodeAt(start))
      if (isWord && within) continue
      within = isWord
      let node: TreeNode | undefined = root
      for (let place = start; node; place++) {
        if (node.beginning !== -1) found[node.beginning] = 1
        const code = given.charCodeAt(place)
        if (node.whole !== -1 && !isWordCharacter(code)) found[node.whole] = 1
        node = node.next.get(code)
      }
    }
    return (place) => asked[place]?.every((words) => words.some((word) => found[word] === 1)) ?? false
  }
}
