import { BlockList, isIP, type LookupFunction } from 'node:net'
import type { Lookup } from './name-lookup.ts'

/** Networks that are no part of the public internet (IANA special-purpose registries), and those that lead into IPv4. */
const REFUSED = `
  0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24
  192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
  ::/128 ::1/128 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 fc00::/7 fe80::/10 fec0::/10
  ff00::/8
`

const blockList = (networks: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', length = ''] = network.split('/')
    list.addSubnet(address, Number(length), isIP(address) === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

const refused = blockList(REFUSED.trim().split(/\s+/))

/** An address that no document is fetched from. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
}

/** Tells addresses that may be connected to. */
export interface AddressGuard {
  /**
   * Checks the host of an address of the web where it is an IP address itself; names are checked when they are looked up.
   * @throws AddressRefused
   */
  readonly checkHost: (hostname: string) => void
  /** Looks a name up for a connection: what it gives is what is connected to, so that no second answer counts. */
  readonly lookup: LookupFunction
}

/** Refuses loopback, private, link-local and other special addresses, but for the networks that are allowed. */
export const addressGuard = (allowedNetworks: readonly string[], lookupAll: Lookup): AddressGuard => {
  const allowed = blockList(allowedNetworks)
  const mayBeAsked = (address: string): boolean => {
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    return allowed.check(address, family) || !refused.check(address, family)
  }
  return {
    checkHost: (hostname) => {
      const address = hostname.replace(/^\[|\]$/g, '')
      if (isIP(address) !== 0 && !mayBeAsked(address)) throw new AddressRefused(address)
    },
    lookup: (hostname, options, callback) => {
      lookupAll(hostname, { ...options, all: true }, (error, addresses) => {
        if (error) return callback(error, '', 0)
        const usable = addresses.filter(({ address }) => mayBeAsked(address))
        const [first] = usable
        if (!first) {
          const found = addresses.map(({ address }) => address).join(', ')
          return callback(new AddressRefused(`${hostname} is ${found}`), '', 0)
        }
        if (options.all) return callback(null, usable)
        return callback(null, first.address, first.family)
      })
    },
  }
}
