import { setTimeout as sleep } from 'node:timers/promises'
import pLimit from 'p-limit'
import { Agent, interceptors } from 'undici'
import type { FetchReason, FetchSettings } from '../../../schemas/index.ts'
import { createAddressGuard, lookUpName } from './address-guard.ts'

/** A host that answered before is given up after this many failed connections in a row, another after the first. */
const MAX_FAILURES = 3

/** Waits, unless the run ends early. */
export const sleepUnlessStopped = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => signal.throwIfAborted())

/** One host, by its name and port: how many requests it gets at a time and in a second, and whether it can be reached. */
const openHost = (settings: FetchSettings, signal: AbortSignal) => {
  const limit = pLimit(settings.connections_per_host)
  /** When the next request may begin, in milliseconds since 1970. */
  let nextStart = 0
  let failures = 0
  const host = {
    /** Why the host is no longer asked. */
    givenUp: null as FetchReason | null,
    /** Whether it ever responded. */
    isConnected: false,
    /** Runs work that asks the host, as soon as its limits allow. */
    schedule: <Result>(work: () => Promise<Result>): Promise<Result> =>
      limit(async () => {
        if (host.givenUp === null) {
          const waitMs = Math.max(0, nextStart - Date.now())
          nextStart = Date.now() + waitMs + 1000 / (settings.requests_per_second ?? Infinity)
          if (waitMs > 0) await sleepUnlessStopped(waitMs, signal)
        }
        return work()
      }),
    /** Lets no request begin for some time. */
    pause: (seconds: number): void => {
      nextStart = Math.max(nextStart, Date.now() + seconds * 1000)
    },
    connected: (): void => {
      host.isConnected = true
      failures = 0
    },
    failed: (reason: FetchReason): void => {
      if (reason.code === 'unreachable') failures++
      const isLost = failures >= (host.isConnected ? MAX_FAILURES : 1)
      if (isLost || reason.code === 'untrusted') host.givenUp ??= reason
    },
  }
  return host
}

/** What the downloads of a run need. */
export const openNetwork = (settings: FetchSettings, lookUp = lookUpName) => {
  const stopping = new AbortController()
  const guard = createAddressGuard(settings.allowed_networks, (name) => lookUp(name, stopping.signal))
  const agent = new Agent({
    connect: { timeout: settings.connect_timeout * 1000, lookup: guard.lookup, autoSelectFamily: true },
    connections: settings.connections_per_host,
    allowH2: false,
    headersTimeout: settings.idle_timeout * 1000,
    bodyTimeout: settings.idle_timeout * 1000,
  })
  const hosts = new Map<string, ReturnType<typeof openHost>>()
  return {
    settings,
    guard,
    /** Encodings are not asked for, and used by some servers all the same. */
    dispatcher: agent.compose(interceptors.decompress({ skipErrorResponses: false })),
    /** The host of an address. */
    hostAt: ({ host: name }: URL) => {
      const host = hosts.get(name) ?? openHost(settings, stopping.signal)
      hosts.set(name, host)
      return host
    },
    /** Whether a host responded. */
    isConnected: (): boolean => hosts.values().some((host) => host.isConnected),
    /** The hosts that cannot be reached, and why; offline if hosts were asked and none of them can. */
    reportHosts: () => {
      const unreachable = [...hosts].flatMap(([name, { givenUp }]) =>
        givenUp?.code === 'unreachable' ? [[name, givenUp.value]] : [],
      )
      const isOffline = hosts.size > 0 && unreachable.length === hosts.size
      return { offline: isOffline, unreachable: Object.fromEntries(unreachable) }
    },
    /** Aborted with the error that ends the run early, or at its end. */
    signal: stopping.signal,
    /** Ends the run early. */
    stop: (error: unknown): void => stopping.abort(error),
    close: async (): Promise<void> => {
      stopping.abort()
      await agent.destroy()
    },
  }
}

export type Network = ReturnType<typeof openNetwork>
