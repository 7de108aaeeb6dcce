/** Called after each document, with how many are done. */
export type Progress = (done: number, total: number) => void

/**
 * Works on all items, so many at a time, so that no queue of tasks grows with them; the results come in the order of
 * the items. The first failure is thrown once what was begun is over.
 */
export const eachInTurn = async <Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Result>,
  progress: Progress = () => {},
): Promise<Result[]> => {
  const results = new Map<number, Result>()
  let next = 0
  const failures: unknown[] = []
  const workOn = async (): Promise<void> => {
    for (let index = next++; failures.length === 0; index = next++) {
      const item = items[index]
      if (item === undefined) return
      try {
        results.set(index, await work(item))
      } catch (error) {
        failures.push(error)
        return
      }
      progress(results.size, items.length)
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, workOn))
  if (failures.length > 0) throw failures[0]
  return [...results.entries()].sort(([left], [right]) => left - right).map(([, result]) => result)
}
