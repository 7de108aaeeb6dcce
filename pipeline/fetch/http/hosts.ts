import pLimit, { type LimitFunction } from 'p-limit'
import type { FetchSettings } from '../../../schemas/index.ts'

/** Time, as an argument. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly sleep: (seconds: number) => Promise<void>
}

/** A host that answered before is given up after this many failed connections in a row. */
const MAX_FAILURES = 3

/** Why a host is asked no more. */
export interface GivenUp {
  readonly code: 'unreachable' | 'certificate' | 'no_secure_connection'
  /** The code of the error. */
  readonly why: string
}

type HostLimits = Pick<FetchSettings, 'connections_per_host' | 'requests_per_second'>

/** One host, by its name and port: how many requests it gets at a time and in a second, and whether it can be reached. */
export class Host {
  readonly #limit: LimitFunction
  readonly #spacingMs: number
  readonly #clock: Clock
  /** When the next request may begin, in milliseconds since 1970. */
  #nextStart = 0
  #answered = false
  #failures = 0
  #givenUp: GivenUp | null = null

  constructor(limits: HostLimits, clock: Clock) {
    this.#limit = pLimit(limits.connections_per_host)
    this.#spacingMs = limits.requests_per_second === null ? 0 : 1000 / limits.requests_per_second
    this.#clock = clock
  }

  get givenUp(): GivenUp | null {
    return this.#givenUp
  }

  /** Runs work that asks the host, as soon as its limits allow. */
  schedule<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#limit(async () => {
      if (this.#givenUp === null) {
        const start = Math.max(this.#clock.now(), this.#nextStart)
        this.#nextStart = start + this.#spacingMs
        const waitMs = start - this.#clock.now()
        if (waitMs > 0) await this.#clock.sleep(waitMs / 1000)
      }
      return work()
    })
  }

  pause(seconds: number): void {
    this.#nextStart = Math.max(this.#nextStart, this.#clock.now() + seconds * 1000)
  }

  connected(): void {
    this.#answered = true
    this.#failures = 0
  }

  /** A host that never answered is given up at once, another after some failures in a row. */
  connectionFailed(why: string): void {
    this.#failures++
    if (!this.#answered || this.#failures >= MAX_FAILURES) this.giveUp('unreachable', why)
  }

  giveUp(code: GivenUp['code'], why: string): void {
    this.#givenUp ??= { code, why }
  }
}

/** The hosts of a run. */
export const createHosts = (limits: HostLimits, clock: Clock) => {
  const hosts = new Map<string, Host>()
  return {
    at: ({ host: name }: URL): Host => {
      const host = hosts.get(name) ?? new Host(limits, clock)
      hosts.set(name, host)
      return host
    },
    /** The hosts that cannot be reached, and why. */
    unreachable: (): ReadonlyMap<string, string> =>
      new Map(
        [...hosts].flatMap(([name, { givenUp }]) =>
          givenUp?.code === 'unreachable' ? [[name, givenUp.why]] : [],
        ),
      ),
  }
}
