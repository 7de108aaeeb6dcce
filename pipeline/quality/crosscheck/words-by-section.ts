import type { Box } from '../../../schemas/index.ts'
import type { PopplerWord } from './bbox-layout.ts'

interface Placed {
  readonly box: Box
  readonly word: PopplerWord
}

const centreX = (word: PopplerWord): number => (word.x0 + word.x1) / 2
const centreY = (word: PopplerWord): number => (word.y0 + word.y1) / 2

const distance = (value: number, from: number, to: number): number =>
  value < from ? from - value : Math.max(0, value - to)

/**
 * The box of a word: of those at its height the nearest, so that a word which we lost at the end of a line is still
 * compared with that line; of two that overlap, the one whose middle is nearer.
 */
const boxOf = (word: PopplerWord, boxes: readonly Box[]): Box | undefined => {
  const beside = (box: Box): number => distance(centreX(word), box.x0, box.x1)
  const above = (box: Box): number => Math.abs(centreY(word) - (box.y0 + box.y1) / 2)
  return boxes
    .filter((box) => centreY(word) >= box.y0 && centreY(word) <= box.y1)
    .toSorted((left, right) => beside(left) - beside(right) || above(left) - above(right))[0]
}

/** Words by the section in whose boxes they stand, in the order of its boxes; words at no box's height are left out. */
export const wordsBySection = (
  words: readonly PopplerWord[],
  boxes: readonly Box[],
): ReadonlyMap<string, readonly string[]> => {
  const boxesByPage = Map.groupBy(boxes, (box) => box.page)
  const placed = words.flatMap((word): Placed[] => {
    const box = boxOf(word, boxesByPage.get(word.page) ?? [])
    return box ? [{ box, word }] : []
  })
  const sorted = placed.toSorted(
    (left, right) => left.box.box_no - right.box.box_no || left.word.x0 - right.word.x0,
  )
  const bySection = Map.groupBy(sorted, ({ box }) => box.section_code)
  return new Map([...bySection].map(([code, list]) => [code, list.map(({ word }) => word.text)]))
}
