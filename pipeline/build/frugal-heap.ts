import { setFlagsFromString } from 'node:v8'

/** How far the heap may grow beyond what is in use before V8 collects garbage, in percent; by itself it takes up to 300. */
const GROWTH = 30

/** From so many documents on, collecting garbage more often costs less than the memory that it saves. */
const MANY = 2_000

/**
 * Has V8 collect garbage earlier, in all threads of this process, where there are many documents: of long tables, every
 * batch lives long enough to be taken for something that stays. V8 reads the flag whenever it sets itself a new limit,
 * which may be long after, so it is set before anything is read.
 */
export const keepHeapFrugal = (documents: number): void => {
  if (documents >= MANY) setFlagsFromString(`--heap-growing-percent=${GROWTH}`)
}
