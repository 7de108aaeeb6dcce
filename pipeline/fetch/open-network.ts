import { setTimeout as sleep } from 'node:timers/promises'
import type { FetchSettings } from '../../schemas/index.ts'
import { AddressRefused, addressGuard } from './download/address-guard.ts'
import type { Network } from './download/answer.ts'
import { type Connector, createDispatcher, guardedConnector, probe } from './download/dispatcher.ts'
import { codeOf, distrustOf } from './download/fault-of.ts'
import { createHosts } from './download/hosts.ts'
import { type NameLookup, startNameLookup } from './download/name-lookup.ts'

/** A network, and the way to leave it. */
export interface OpenNetwork {
  readonly network: Network
  /** Connects to the hosts of addresses, all at once: those that cannot be reached or trusted are given up. */
  readonly probe: (addresses: readonly string[]) => Promise<void>
  /** Lets nothing more be asked for, because of an error. */
  readonly stop: (error: unknown) => void
  readonly close: () => Promise<void>
}

/** What stands between a run and the network. */
export interface NetworkSeams {
  /** Stands between the run and every connection. */
  readonly connector?: (connector: Connector) => Connector
  /** Looks names up instead of the system. */
  readonly names?: NameLookup
}

/** Opens the network for a run. */
export const openNetwork = (
  settings: FetchSettings,
  { connector: watch = (connector) => connector, names = startNameLookup() }: NetworkSeams = {},
): OpenNetwork => {
  const guard = addressGuard(settings.allowed_networks, names.lookup)
  const connector = watch(guardedConnector(settings, guard))
  const dispatcher = createDispatcher(settings, connector)
  const stopping = new AbortController()
  const { signal } = stopping
  const clock = {
    now: Date.now,
    sleep: (seconds: number) => sleep(seconds * 1000, undefined, { signal }),
  }
  const hosts = createHosts(settings, clock)
  return {
    network: { settings, guard, dispatcher, hosts, clock, signal, random: Math.random },
    probe: async (addresses) => {
      const origins = new Set(addresses.map((address) => new URL(address).origin))
      const probeOne = async (url: URL): Promise<void> => {
        try {
          await probe(url, connector, settings.connect_timeout)
          hosts.reached(url)
        } catch (error) {
          const distrust = distrustOf(error)
          if (distrust !== null) hosts.giveUp(url, distrust)
          // A refused address is no sign of a missing network; the documents at it say so one by one.
          else if (!(error instanceof AddressRefused)) hosts.failed(url, codeOf(error))
        }
      }
      await Promise.all([...origins].map((origin) => probeOne(new URL(origin))))
    },
    stop: (error) => stopping.abort(error),
    close: async () => {
      await dispatcher.destroy()
      names.close()
    },
  }
}
