import { Agent, buildConnector, errors } from 'undici'
import type { FetchSettings } from '../../../schemas/index.ts'
import type { AddressGuard } from './address-guard.ts'

/** Opens a connection; given to the dispatcher, so that tests see every one that is asked for. */
export type Connector = buildConnector.connector

/** A connector that connects to what the guard lets pass, checked on the addresses that are connected to. */
export const guardedConnector = (settings: FetchSettings, guard: AddressGuard): Connector => {
  const connect = buildConnector({
    timeout: settings.connect_timeout * 1000,
    lookup: guard.lookup,
    allowH2: false,
  })
  return (options, callback) => {
    try {
      guard.checkHost(options.hostname)
    } catch (error) {
      callback(error instanceof Error ? error : new Error(String(error)), null)
      return
    }
    connect(options, callback)
  }
}

/** The connections of a run. */
export const createDispatcher = (settings: FetchSettings, connect: Connector): Agent =>
  new Agent({
    connect,
    connections: settings.connections_per_host,
    pipelining: 1,
    allowH2: false,
    headersTimeout: settings.header_timeout * 1000,
    bodyTimeout: settings.idle_timeout * 1000,
  })

/** Opens a connection to a host and closes it again: whether the host can be reached at all, within some seconds. */
export const probe = (url: URL, connect: Connector, seconds: number): Promise<void> =>
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
