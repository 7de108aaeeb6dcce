import { setTimeout as sleep } from 'node:timers/promises'
import pLimit, { type LimitFunction } from 'p-limit'
import { Agent, interceptors } from 'undici'
import type { FetchSettings } from '../../../schemas/index.ts'
import { createAddressGuard, lookUpName } from './address-guard.ts'

/** A host that answered before is given up after this many failed connections in a row, another after the first. */
const MAX_FAILURES = 3

/** Why a host is no longer asked. */
interface GivenUp {
  readonly code: 'unreachable' | 'untrusted'
  /** The code of the error. */
  readonly why: string
}

/** One host, by its name and port: how many requests it gets at a time and in a second, and whether it can be reached. */
export class Host {
  readonly #limit: LimitFunction
  readonly #spacingMs: number
  readonly #signal: AbortSignal
  /** When the next request may begin, in milliseconds since 1970. */
  #nextStart = 0
  #failuresLeft = 1
  #isConnected = false
  #givenUp: GivenUp | null = null

  constructor(settings: FetchSettings, signal: AbortSignal) {
    const { connections_per_host, requests_per_second } = settings
    this.#limit = pLimit(connections_per_host)
    this.#spacingMs = requests_per_second === null ? 0 : 1000 / requests_per_second
    this.#signal = signal
  }

  get givenUp(): GivenUp | null {
    return this.#givenUp
  }

  /** Runs work that asks the host, as soon as its limits allow. */
  schedule<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#limit(async () => {
      if (this.#givenUp === null) {
        const waitMs = Math.max(0, this.#nextStart - Date.now())
        this.#nextStart = Date.now() + waitMs + this.#spacingMs
        if (waitMs > 0) await sleep(waitMs, undefined, { signal: this.#signal })
      }
      return work()
    })
  }

  /** Lets no request begin for some time. */
  pause(seconds: number): void {
    this.#nextStart = Math.max(this.#nextStart, Date.now() + seconds * 1000)
  }

  get isConnected(): boolean {
    return this.#isConnected
  }

  connected(): void {
    this.#isConnected = true
    this.#failuresLeft = MAX_FAILURES
  }

  connectionFailed(why: string): void {
    if (--this.#failuresLeft <= 0) this.giveUp('unreachable', why)
  }

  giveUp(code: GivenUp['code'], why: string): void {
    this.#givenUp ??= { code, why }
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
    /** Whether hosts were asked and all were unreachable. */
    isOffline: (): boolean =>
      hosts.size > 0 && hosts.values().every(({ givenUp }) => givenUp?.code === 'unreachable'),
    /** The hosts that cannot be reached, and why. */
    unreachable: (): Record<string, string> =>
      Object.fromEntries(
        [...hosts].flatMap(([name, { givenUp }]) =>
          givenUp?.code === 'unreachable' ? [[name, givenUp.why]] : [],
        ),
      ),
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
