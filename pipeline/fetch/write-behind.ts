import { setTimeout as sleep } from 'node:timers/promises'

/** Writes begin at least so far apart, in milliseconds. */
const LEAST_APART = 100
/** Writing takes no more than one part in so many of the time, however long it takes. */
const SHARE = 20

/** Writes something as a whole, behind changes that come faster than it can be written. */
export interface WriteBehind {
  /**
   * Has a change written, soon; `then` is done when it is on disk.
   * @throws what a former write failed with
   */
  readonly changed: (then?: () => Promise<void>) => void
  /**
   * Has everything written now.
   * @throws what writing failed with
   */
  readonly settle: () => Promise<void>
}

/** Calls `write` after changes: for the first at once, then for all that came meanwhile. */
export const writeBehind = (write: () => Promise<void>): WriteBehind => {
  let isDirty = false
  let steps: (() => Promise<void>)[] = []
  let running: Promise<void> | null = null
  let failure: { readonly error: unknown } | null = null
  let hurry = new AbortController()
  const run = async (): Promise<void> => {
    while (isDirty) {
      isDirty = false
      const due = steps
      steps = []
      const started = performance.now()
      await write()
      const took = performance.now() - started
      for (const step of due) await step()
      await sleep(Math.max(LEAST_APART, SHARE * took), undefined, { signal: hurry.signal }).catch(
        () => undefined,
      )
    }
  }
  const start = (): Promise<void> =>
    run()
      .catch((error: unknown) => {
        failure = { error }
      })
      .finally(() => {
        running = null
      })
  return {
    changed: (then) => {
      if (failure !== null) throw failure.error
      isDirty = true
      if (then !== undefined) steps.push(then)
      running ??= start()
    },
    settle: async () => {
      hurry.abort()
      while (running !== null || (isDirty && failure === null)) {
        running ??= start()
        await running
      }
      hurry = new AbortController()
      if (failure !== null) throw failure.error
    },
  }
}
