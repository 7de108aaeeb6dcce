import type { FetchReason } from '../../../schemas/index.ts'
import type { Network } from './answer.ts'
import { FetchFault } from './fetch-fault.ts'
import { retryDelay } from './retry-delay.ts'

/** What attempts came to, and how many there were. */
export type Tried<Result> =
  | { readonly result: Result; readonly attempts: number }
  | { readonly reason: FetchReason; readonly attempts: number }

/** Makes attempts until one succeeds, another would do no better, or the settings allow no more. */
export const withRetries = async <Result>(
  { settings, hosts, clock, random }: Network,
  attempt: () => Promise<Result>,
): Promise<Tried<Result>> => {
  for (let attempts = 1; ; attempts++) {
    try {
      return { result: await attempt(), attempts }
    } catch (error) {
      if (!(error instanceof FetchFault)) throw error
      const { reason, again, wait } = error
      if (!again || attempts >= settings.attempts) return { reason, attempts }
      const delay = retryDelay(attempts, wait, settings, random())
      if (delay === null) return { reason, attempts }
      if (wait !== null) hosts.pause(new URL(reason.address), delay)
      await clock.sleep(delay)
    }
  }
}
