import { setTimeout as sleep } from 'node:timers/promises'
import { Agent, buildConnector, errors } from 'undici'
import type { FetchSettings } from '../../../schemas/index.ts'
import { errorCode } from '../../io/error-code.ts'
import { type AddressGuard, AddressRefused, createAddressGuard, lookUpName } from './address-guard.ts'
import { distrustReason } from './fetch-error.ts'
import { type Clock, createHosts } from './hosts.ts'

/** Opens a connection. */
export type Connector = buildConnector.connector

/** What tests put between a run and the network. */
export interface NetworkSeams {
  readonly connector?: (connector: Connector) => Connector
  readonly lookUpName?: typeof lookUpName
}

/** Connects only to addresses that the guard allows. */
const guardedConnector = (settings: FetchSettings, guard: AddressGuard): Connector => {
  const connect = buildConnector({
    timeout: settings.connect_timeout * 1000,
    lookup: guard.lookup,
    allowH2: false,
  })
  return (options, callback) => {
    try {
      guard.checkHost(options.hostname)
    } catch (error) {
      return callback(error instanceof Error ? error : new Error(String(error)), null)
    }
    connect(options, callback)
  }
}

/** Opens a connection and closes it again. */
const probeHost = (url: URL, connect: Connector, seconds: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const { hostname, host, protocol, port } = url
    const late = setTimeout(() => reject(new errors.ConnectTimeoutError()), seconds * 1000)
    connect({ hostname: hostname.replace(/^\[|\]$/g, ''), host, protocol, port }, (error, socket) => {
      clearTimeout(late)
      socket?.destroy()
      if (error) reject(error)
      else resolve()
    })
  })

/** What the downloads of a run need. */
export const openNetwork = (settings: FetchSettings, seams: NetworkSeams = {}) => {
  const stopping = new AbortController()
  const closing = new AbortController()
  const names = new Map<string, ReturnType<typeof lookUpName>>()
  const lookUpOnce = (hostname: string): ReturnType<typeof lookUpName> => {
    const found = names.get(hostname) ?? (seams.lookUpName ?? lookUpName)(hostname, closing.signal)
    names.set(hostname, found)
    found.catch(() => names.delete(hostname))
    return found
  }
  const guard = createAddressGuard(settings.allowed_networks, lookUpOnce)
  const connector = (seams.connector ?? ((plain) => plain))(guardedConnector(settings, guard))
  const dispatcher = new Agent({
    connect: connector,
    connections: settings.connections_per_host,
    pipelining: 1,
    allowH2: false,
    headersTimeout: settings.header_timeout * 1000,
    bodyTimeout: settings.idle_timeout * 1000,
  })
  const { signal } = stopping
  const clock: Clock = {
    now: Date.now,
    sleep: (seconds) =>
      sleep(seconds * 1000, undefined, { signal }).catch(() => {
        throw signal.reason
      }),
  }
  const hosts = createHosts(settings, clock)
  const probeOrigin = async (origin: string): Promise<void> => {
    const url = new URL(origin)
    const host = hosts.at(url)
    try {
      await probeHost(url, connector, settings.connect_timeout)
      host.connected()
    } catch (error) {
      const distrust = distrustReason(error)
      if (distrust !== null) host.giveUp(distrust, errorCode(error))
      // a refused address does not mean that there is no network; its documents report it one by one
      else if (!(error instanceof AddressRefused)) host.connectionFailed(errorCode(error))
    }
  }
  return {
    settings,
    guard,
    dispatcher,
    hosts,
    clock,
    /** Aborted with the error that ends the run early. */
    signal,
    /** Connects to the hosts of addresses, all at once: those that cannot be reached or trusted are given up. */
    probe: async (addresses: readonly string[]): Promise<void> => {
      await Promise.all([...new Set(addresses.map((address) => new URL(address).origin))].map(probeOrigin))
    },
    /** Ends the run early. */
    stop: (error: unknown): void => stopping.abort(error),
    close: async (): Promise<void> => {
      closing.abort()
      await dispatcher.destroy()
    },
  }
}

export type Network = ReturnType<typeof openNetwork>
