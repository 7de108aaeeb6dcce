import { setTimeout as wait } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { CliError, EXIT } from '../io/errors.ts'
import { queueName } from './job.ts'
import type { QueueAddress } from './queue-address.ts'

/** After this time without an answer Redis counts as gone. */
const REDIS_TIMEOUT_MS = 5_000
const INTERVAL_MS = 500
const CONNECT_TIMEOUT_MS = 3_000
const RECONNECT_DELAY_MS = 250

/** The server refuses the client, or its certificate is not trusted. */
const REFUSED =
  /^(?:WRONGPASS|NOAUTH|NOPERM|ERR (?:AUTH|Client sent AUTH|invalid password))|certificate|altnames/

/** The server will be ready soon. */
const BUSY = /^(?:LOADING|BUSY|MASTERDOWN)/

/** The server accepts no writes: its memory or disk is full, or it is a replica. */
const CANNOT_WRITE = /\b(?:OOM|MISCONF|READONLY|NOREPLICAS|CLUSTERDOWN|TRYAGAIN)\b/

/** The message of an error. */
export const readMessage = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** Whether a connection caused an error; the watch over Redis decides whether the server is gone. */
export const isConnectionFault = (error: unknown): boolean =>
  error instanceof Error && ('code' in error || /connection is closed|timed out/i.test(error.message))

/** Whether a failed request may succeed later; the watch decides when to give up on Redis. */
export const isTemporary = (error: unknown): boolean =>
  isConnectionFault(error) || [BUSY, CANNOT_WRITE].some((pattern) => pattern.test(readMessage(error)))

/** The queue cannot be reached, or refuses the client. */
export const makeUnreachable = ({ shown }: QueueAddress, reason: string): CliError =>
  new CliError(EXIT.nothing, `The queue at ${shown} cannot be used: ${reason}.`)

/** A warning of a Redis server that may remove jobs when its memory is full; null for others. */
const warnOfEviction = (info: string): string | null => {
  const policy = /^maxmemory_policy:(.*)$/m.exec(info)?.[1]?.trim() ?? 'noeviction'
  return policy === 'noeviction'
    ? null
    : `The queue removes jobs when its memory is full (maxmemory-policy ${policy}); set it to noeviction.`
}

/**
 * Watches a Redis server by a connection of its own: a server that restarts is waited for, one that does not answer
 * for five seconds is gone. A server that accepts no writes counts as gone too, so the watch writes a key.
 * @throws CliError if it is gone from the start
 */
export const watchRedis = async (address: QueueAddress) => {
  const redis = new Redis({
    ...address.connection,
    connectTimeout: REDIS_TIMEOUT_MS / 4,
    commandTimeout: REDIS_TIMEOUT_MS / 4,
    maxRetriesPerRequest: 0,
    enableReadyCheck: false,
    retryStrategy: () => RECONNECT_DELAY_MS,
  })
  let reason = 'it does not answer'
  let isClosed = false
  const close = (): void => {
    isClosed = true
    redis.disconnect()
  }
  redis.on('error', ({ message }) => {
    reason = message || reason
  })
  const ready = Promise.withResolvers<void>()
  const watch = async (): Promise<never> => {
    let answeredAt = performance.now()
    for (;;) {
      try {
        await redis.set(`bull:${queueName}:watch`, '', 'PX', 2 * REDIS_TIMEOUT_MS)
        answeredAt = performance.now()
        ready.resolve()
      } catch (error) {
        const message = readMessage(error)
        if (BUSY.test(message)) answeredAt = performance.now()
        const isReason = REFUSED.test(message) || CANNOT_WRITE.test(message)
        if (isReason && !REFUSED.test(reason)) reason = message
        if (isClosed || REFUSED.test(reason) || performance.now() - answeredAt > REDIS_TIMEOUT_MS) break
      }
      await wait(INTERVAL_MS, undefined, { ref: false })
    }
    close()
    throw makeUnreachable(address, reason)
  }
  const gone = watch()
  gone.catch(() => {}) // callers that wait for it get the error
  await Promise.race([ready.promise, gone])
  const warning = await redis.info().then(warnOfEviction, () => null)
  return {
    /** A warning about the settings of the server, for people. */
    warning,
    /** Rejects with a CliError once the watch is closed, or the server is gone for good. */
    gone,
    isClosed: () => isClosed,
    /** The options of a connection of BullMQ, which reconnects until the server is gone. */
    connection: {
      ...address.connection,
      maxRetriesPerRequest: null,
      connectTimeout: CONNECT_TIMEOUT_MS,
      retryStrategy: () => (isClosed ? null : RECONNECT_DELAY_MS),
    },
    close,
  }
}
