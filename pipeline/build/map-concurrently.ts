/** Called after each document, with the number that is done. */
export type Progress = (done: number, total: number) => void

/**
 * Works on all items, `width` at a time; the results come in the order of the items. After a failure no item is begun,
 * and the failure is thrown.
 */
export const mapConcurrently = async <Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Result>,
  progress: Progress = () => {},
): Promise<Result[]> => {
  const results: (readonly [index: number, result: Result])[] = []
  const remaining = items.entries()
  let hasFailed = false
  const workOn = async (): Promise<void> => {
    for (const [index, item] of remaining) {
      if (hasFailed) return
      results.push([index, await work(item)])
      progress(results.length, items.length)
    }
  }
  const fail = (error: unknown): never => {
    hasFailed = true
    throw error
  }
  const workers = Array.from({ length: Math.min(width, items.length) }, () => workOn().catch(fail))
  await Promise.all(workers)
  return results.toSorted(([left], [right]) => left - right).map(([, result]) => result)
}
