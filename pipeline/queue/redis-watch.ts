import { setTimeout as wait } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { type QueueAddress, unreachable } from './queue-address.ts'
import { queueName } from './queue-settings.ts'
import { faultText, isBusy, isRefusal, takesNothing } from './redis-fault.ts'

/** How long Redis may be silent before it counts as gone, in milliseconds. */
const PATIENCE = 5_000

const INTERVAL = 500

/** A watch over a Redis server. */
export interface RedisWatch {
  /** Resolves once the server answers. */
  readonly ready: Promise<void>
  /** Rejects with {@link QueueUnreachable} once the server is gone for good; settles in no other way. */
  readonly gone: Promise<never>
  /** What the server says of itself, see Redis’ `INFO`. */
  readonly info: () => Promise<string>
  /** Whether it is closed, or the server is gone. */
  readonly isOver: () => boolean
  readonly close: () => void
}

/**
 * Watches a Redis server by a connection of its own: a server that restarts is waited for, one that is silent for
 * five seconds is gone, whether it refuses connections, leaves them without an answer, or lets nobody in. A server that
 * takes nothing more is as good as gone, so that the watch asks it to keep something.
 */
export const watchRedis = (address: QueueAddress): RedisWatch => {
  const ready = Promise.withResolvers<void>()
  const gone = Promise.withResolvers<never>()
  gone.promise.catch(() => {}) // who waits for it sees it
  ready.promise.catch(() => {})
  const redis = new Redis(address.url, {
    connectTimeout: PATIENCE / 4,
    commandTimeout: PATIENCE / 4,
    maxRetriesPerRequest: 0,
    enableReadyCheck: false,
    retryStrategy: () => INTERVAL / 2,
  })
  let reason = 'it does not answer'
  let closed = false
  const close = (): void => {
    closed = true
    clearInterval(timer)
    redis.disconnect()
  }
  const giveUp = (why: string): void => {
    close()
    const error = unreachable(address, why)
    ready.reject(error)
    gone.reject(error)
  }
  redis.on('error', (error) => {
    reason = faultText(error) || reason
    if (isRefusal(reason) && !closed) giveUp(reason)
  })
  let heard = performance.now()
  const key = `bull:${queueName()}:watch`
  const ask = async (): Promise<void> => {
    while (!closed) {
      try {
        await redis.set(key, '', 'PX', 2 * PATIENCE)
        heard = performance.now()
        ready.resolve()
      } catch (error) {
        const message = faultText(error)
        if (isBusy(message)) heard = performance.now()
        else if (isRefusal(message) && !closed) giveUp(message)
        else if (takesNothing(message)) reason = message
      }
      await wait(INTERVAL, undefined, { ref: false })
    }
  }
  void ask()
  const timer = setInterval(() => {
    if (performance.now() - heard > PATIENCE) giveUp(reason)
  }, INTERVAL)
  return {
    ready: ready.promise,
    gone: gone.promise,
    isOver: () => closed,
    info: () => redis.info(),
    close,
  }
}
