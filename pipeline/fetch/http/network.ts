import { Agent, interceptors } from 'undici'
import type { FetchSettings } from '../../../schemas/index.ts'
import { createAddressGuard, lookUpName } from './address-guard.ts'
import { Host } from './host.ts'

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
    /** Whether hosts were asked and none of them could be reached. */
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
