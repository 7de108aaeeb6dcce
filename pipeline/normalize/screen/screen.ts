import type { RequiredWords } from './required-words.ts'
import { WordTree } from './word-tree.ts'

/**
 * Tells which patterns a text may match, as places in the list, in its order: by one walk over the words of the text,
 * which is far cheaper than to try patterns that cannot match. One that is left out matches nowhere; one that is not
 * must still be tried. Letters of either case count alike. Texts are plain letters.
 */
export const makeScreen = (patterns: readonly RequiredWords[]): ((text: string) => readonly number[]) => {
  const tree = new WordTree()
  const asked = patterns.map((sets) => sets.map((words) => words.map((word) => tree.numberOf(word))))
  const always: number[] = []
  /** By the number of a word: the patterns of whose rarest words it is one. */
  const led: number[][] = Array.from({ length: tree.size }, () => [])
  for (const [place, [rarest]] of asked.entries()) {
    if (!rarest) always.push(place)
    for (const word of rarest ?? []) led[word]?.push(place)
  }
  const heldBy = new Uint32Array(tree.size)
  let texts = 0
  return (text) => {
    const current = ++texts
    const holds = (word: number): boolean => heldBy[word] === current
    const candidates = [...always]
    tree.search(text, (word) => {
      if (holds(word)) return
      heldBy[word] = current
      for (const place of led[word] ?? []) candidates.push(place)
    })
    return [...new Set(candidates)]
      .filter((place) => asked[place]?.every((words) => words.some(holds)))
      .sort((left, right) => left - right)
  }
}
