import pLimit, { type LimitFunction } from 'p-limit'

/** Time, as an argument. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly sleep: (seconds: number) => Promise<void>
}

interface HostLimits {
  readonly connections_per_host: number
  readonly requests_per_second: number | null
}

/** After so many failed connections in a row a host that answered before is given up. */
const FAILURES_UNTIL_GIVEN_UP = 3

/** Why a host is asked no more. */
export interface GivenUp {
  readonly code: 'unreachable' | 'certificate' | 'no_secure_connection'
  /** The code of the error. */
  readonly why: string
}

interface Host {
  readonly limit: LimitFunction
  /** When the next request may begin, in milliseconds since 1970. */
  next: number
  reached: boolean
  failures: number
  givenUp: GivenUp | null
}

/** The hosts of a run: how many requests each gets at a time and in a second, and which cannot be reached. */
export interface Hosts {
  /** Runs work that asks a host, when it is its turn. */
  readonly take: <Result>(url: URL, work: () => Promise<Result>) => Promise<Result>
  /** Lets a host rest. */
  readonly pause: (url: URL, seconds: number) => void
  readonly reached: (url: URL) => void
  /** A connection failed: a host never reached is given up at once, another after three in a row. */
  readonly failed: (url: URL, why: string) => void
  readonly giveUp: (url: URL, why: GivenUp) => void
  /** Why a host is given up; null while it is not. */
  readonly givenUp: (url: URL) => GivenUp | null
  /** All hosts that cannot be reached, and why. */
  readonly allUnreachable: () => ReadonlyMap<string, string>
}

/** Keeps the limits of each host, by its name and port. */
export const createHosts = (limits: HostLimits, clock: Clock): Hosts => {
  const hosts = new Map<string, Host>()
  const hostOf = ({ host }: URL): Host => {
    const known = hosts.get(host)
    if (known) return known
    const fresh: Host = {
      limit: pLimit(limits.connections_per_host),
      next: 0,
      reached: false,
      failures: 0,
      givenUp: null,
    }
    hosts.set(host, fresh)
    return fresh
  }
  const spacing = limits.requests_per_second === null ? 0 : 1000 / limits.requests_per_second
  const waitForTurn = async (host: Host): Promise<void> => {
    const turn = Math.max(clock.now(), host.next)
    host.next = turn + spacing
    const wait = turn - clock.now()
    if (wait > 0) await clock.sleep(wait / 1000)
  }
  return {
    take: (url, work) => {
      const host = hostOf(url)
      return host.limit(async () => {
        if (host.givenUp === null) await waitForTurn(host)
        return work()
      })
    },
    pause: (url, seconds) => {
      const host = hostOf(url)
      host.next = Math.max(host.next, clock.now() + seconds * 1000)
    },
    reached: (url) => {
      const host = hostOf(url)
      host.reached = true
      host.failures = 0
    },
    failed: (url, why) => {
      const host = hostOf(url)
      host.failures++
      if (!host.reached || host.failures >= FAILURES_UNTIL_GIVEN_UP)
        host.givenUp ??= { code: 'unreachable', why }
    },
    giveUp: (url, why) => {
      hostOf(url).givenUp ??= why
    },
    givenUp: (url) => hostOf(url).givenUp,
    allUnreachable: () =>
      new Map(
        [...hosts].flatMap(([name, { givenUp }]) =>
          givenUp?.code === 'unreachable' ? [[name, givenUp.why]] : [],
        ),
      ),
  }
}
