/** A stretch in which two lists of words differ. */
export interface WordDifference {
  /** `spacing`: the same letters, parted otherwise. */
  readonly kind: 'words' | 'spacing'
  readonly ours: readonly string[]
  readonly poppler: readonly string[]
}

interface Stretch {
  readonly ours: string[]
  readonly poppler: string[]
}

/** Lengths of the longest common subsequences of the tails of two lists. */
const commonLengths = (left: readonly string[], right: readonly string[]): Uint16Array[] => {
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1))
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const row = lengths[i]
      const below = lengths[i + 1]
      if (!row || !below) continue
      row[j] = left[i] === right[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return lengths
}

/** The stretches between the words that two lists have in common, in order. */
const stretchesOf = (ours: readonly string[], poppler: readonly string[]): Stretch[] => {
  const lengths = commonLengths(ours, poppler)
  const stretches: Stretch[] = []
  let open: Stretch | undefined
  let i = 0
  let j = 0
  while (i < ours.length || j < poppler.length) {
    const left = ours[i]
    const right = poppler[j]
    if (left !== undefined && left === right) {
      open = undefined
      i++
      j++
      continue
    }
    if (!open) {
      open = { ours: [], poppler: [] }
      stretches.push(open)
    }
    const skipOurs = lengths[i + 1]?.[j] ?? -1
    const skipPoppler = lengths[i]?.[j + 1] ?? -1
    if (left !== undefined && (right === undefined || skipOurs >= skipPoppler)) {
      open.ours.push(left)
      i++
    } else if (right !== undefined) {
      open.poppler.push(right)
      j++
    }
  }
  return stretches
}

const HYPHEN_AT_END = /[-‐\u00ad]$/u

const lettersOf = (words: readonly string[]): string => words.join('').replace(/[-‐\u00ad]/gu, '')

const differenceOf = ({ ours, poppler }: Stretch): WordDifference | null => {
  if (lettersOf(ours) !== lettersOf(poppler)) return { kind: 'words', ours, poppler }
  const hyphenated = poppler.some((word) => HYPHEN_AT_END.test(word))
  return hyphenated ? null : { kind: 'spacing', ours, poppler }
}

/** How many words two lists begin with in common. */
const commonStart = (left: readonly string[], right: readonly string[]): number => {
  const different = left.findIndex((word, index) => word !== right[index])
  return different < 0 ? left.length : different
}

/** Both lists without what they begin and end with in common, which is nearly everything. */
const differingMiddle = (ours: readonly string[], poppler: readonly string[]): Stretch => {
  const start = commonStart(ours, poppler)
  const left = ours.slice(start)
  const right = poppler.slice(start)
  const end = commonStart(left.toReversed(), right.toReversed())
  return { ours: left.slice(0, left.length - end), poppler: right.slice(0, right.length - end) }
}

/** How our words differ from poppler’s; a word that poppler leaves parted by a hyphen at the end of a line does not. */
export const compareWords = (ours: readonly string[], poppler: readonly string[]): WordDifference[] => {
  const middle = differingMiddle(ours, poppler)
  return stretchesOf(middle.ours, middle.poppler)
    .map(differenceOf)
    .filter((difference) => difference !== null)
}
