import { setTimeout as sleep } from 'node:timers/promises'
import pLimit, { type LimitFunction } from 'p-limit'
import { Agent, interceptors } from 'undici'
import type { FetchSettings } from '../../../schemas/index.ts'
import { createAddressGuard, lookUpName } from './address-guard.ts'

/** A host that answered before is given up after this many failed connections in a row, another after the first. */
const MAX_FAILURES = 3

/** Waits, unless the run ends early. */
export const sleepUnlessStopped = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => signal.throwIfAborted())

/** Why a host is no longer asked, and the code of the error. */
interface GivenUp {
  readonly code: 'unreachable' | 'untrusted'
  readonly why: string
}

/** One host, by its name and port: how many requests it gets at a time and in a second, and whether it can be reached. */
export class Host {
  givenUp: GivenUp | null = null
  /** Whether it ever responded. */
  isConnected = false
  readonly #settings: FetchSettings
  readonly #limit: LimitFunction
  readonly #signal: AbortSignal
  /** When the next request may begin, in milliseconds since 1970. */
  #nextStart = 0
  #failures = 0

  constructor(settings: FetchSettings, signal: AbortSignal) {
    this.#settings = settings
    this.#limit = pLimit(settings.connections_per_host)
    this.#signal = signal
  }

  /** Runs work that asks the host, as soon as its limits allow. */
  schedule<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#limit(async () => {
      if (this.givenUp === null) {
        const waitMs = Math.max(0, this.#nextStart - Date.now())
        this.#nextStart = Date.now() + waitMs + 1000 / (this.#settings.requests_per_second ?? Infinity)
        if (waitMs > 0) await sleepUnlessStopped(waitMs, this.#signal)
      }
      return work()
    })
  }

  /** Lets no request begin for some time. */
  pause(seconds: number): void {
    this.#nextStart = Math.max(this.#nextStart, Date.now() + seconds * 1000)
  }

  connected(): void {
    this.isConnected = true
    this.#failures = 0
  }

  connectionFailed(why: string): void {
    this.#failures++
    if (!this.isConnected || this.#failures >= MAX_FAILURES) this.giveUp('unreachable', why)
  }

  giveUp(code: GivenUp['code'], why: string): void {
    this.givenUp ??= { code, why }
  }
}

/** What the downloads of a run need. */
export const openNetwork = (settings: FetchSettings, lookUp = lookUpName) => {
  const stopping = new AbortController()
  const closing = new AbortController()
  const guard = createAddressGuard(settings.allowed_networks, (name) => lookUp(name, closing.signal))
  const agent = new Agent({
    connect: { timeout: settings.connect_timeout * 1000, lookup: guard.lookup, autoSelectFamily: true },
    connections: settings.connections_per_host,
    allowH2: false,
    headersTimeout: settings.idle_timeout * 1000,
    bodyTimeout: settings.idle_timeout * 1000,
  })
  const hosts = new Map<string, Host>()
  return {
    settings,
    guard,
    /** Encodings are not asked for, and used by some servers all the same. */
    dispatcher: agent.compose(interceptors.decompress({ skipErrorResponses: false })),
    /** The host of an address. */
    hostAt: ({ host: name }: URL): Host => {
      const host = hosts.get(name) ?? new Host(settings, stopping.signal)
      hosts.set(name, host)
      return host
    },
    /** Whether a host responded. */
    isConnected: (): boolean => hosts.values().some((host) => host.isConnected),
    /** The hosts that cannot be reached, and why; offline if hosts were asked and none of them can. */
    reportHosts: () => {
      const unreachable = [...hosts].flatMap(([name, { givenUp }]) =>
        givenUp?.code === 'unreachable' ? [[name, givenUp.why] as const] : [],
      )
      const isOffline = hosts.size > 0 && unreachable.length === hosts.size
      return { offline: isOffline, unreachable: Object.fromEntries(unreachable) }
    },
    /** Aborted with the error that ends the run early. */
    signal: stopping.signal,
    /** Ends the run early. */
    stop: (error: unknown): void => stopping.abort(error),
    close: async (): Promise<void> => {
      closing.abort()
      await agent.destroy()
    },
  }
}

export type Network = ReturnType<typeof openNetwork>
