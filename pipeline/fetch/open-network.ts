import { setTimeout as sleep } from 'node:timers/promises'
import type { FetchSettings } from '../../schemas/index.ts'
import { AddressRefused, addressGuard } from './download/address-guard.ts'
import type { Network } from './download/answer.ts'
import { type Connector, createDispatcher, guardedConnector, probe } from './download/dispatcher.ts'
import { codeOf } from './download/fault-of.ts'
import { createHosts } from './download/hosts.ts'

/** A network, and the way to leave it. */
export interface OpenNetwork {
  readonly network: Network
  /** Connects to the hosts of addresses, all at once: those that cannot be reached are given up. */
  readonly probe: (addresses: readonly string[]) => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens the network for a run. `watch` stands between the run and every connection; it is for tests. */
export const openNetwork = (
  settings: FetchSettings,
  watch: (connector: Connector) => Connector = (connector) => connector,
): OpenNetwork => {
  const guard = addressGuard(settings.allowed_networks)
  const connector = watch(guardedConnector(settings, guard))
  const dispatcher = createDispatcher(settings, connector)
  const clock = { now: Date.now, sleep: (seconds: number) => sleep(seconds * 1000) }
  const hosts = createHosts(settings, clock)
  return {
    network: { settings, guard, dispatcher, hosts, clock, random: Math.random },
    probe: async (addresses) => {
      const origins = new Set(addresses.map((address) => new URL(address).origin))
      const probeOne = async (url: URL): Promise<void> => {
        try {
          await probe(url, connector)
          hosts.reached(url)
        } catch (error) {
          // A refused address is no sign of a missing network; the documents at it say so one by one.
          if (!(error instanceof AddressRefused)) hosts.failed(url, codeOf(error))
        }
      }
      await Promise.all([...origins].map((origin) => probeOne(new URL(origin))))
    },
    close: () => dispatcher.destroy(),
  }
}
