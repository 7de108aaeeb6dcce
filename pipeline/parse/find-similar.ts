/** Where a text holds something like a phrase. */
export interface SimilarPlace {
  readonly start: number
  readonly end: number
}

interface Ending {
  readonly edits: number
  /** Where in the text the best way to end here begins. */
  readonly start: number
}

const better = (left: Ending, right: Ending): Ending => (right.edits < left.edits ? right : left)

const plusOne = ({ edits, start }: Ending): Ending => ({ edits: edits + 1, start })

/**
 * The place of a text that is most like a phrase, whatever the case of letters, where it takes no more than some
 * edits of single characters to make them the same; null where there is none. Of equal places the first.
 * Approximate matching by Sellers (1980).
 */
export const findSimilar = (text: string, phrase: string, mostEdits: number): SimilarPlace | null => {
  const wanted = phrase.toLowerCase()
  const given = text.toLowerCase()
  if (given.length !== text.length) return null
  let column: Ending[] = Array.from({ length: wanted.length + 1 }, (_, edits) => ({ edits, start: 0 }))
  let best: (SimilarPlace & { readonly edits: number }) | null = null
  for (let end = 1; end <= given.length; end++) {
    const next: Ending[] = [{ edits: 0, start: end }]
    for (let row = 1; row <= wanted.length; row++) {
      const before = column[row - 1] ?? { edits: row, start: 0 }
      const same = wanted[row - 1] === given[end - 1]
      const replaced = same ? before : plusOne(before)
      const added = plusOne(column[row] ?? before)
      const left = plusOne(next[row - 1] ?? before)
      next.push(better(better(replaced, added), left))
    }
    column = next
    const whole = column[wanted.length]
    if (whole && whole.edits <= mostEdits && whole.edits < (best?.edits ?? Number.POSITIVE_INFINITY)) {
      best = { edits: whole.edits, start: whole.start, end }
    }
  }
  return best && { start: best.start, end: best.end }
}
