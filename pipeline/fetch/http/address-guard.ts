import { execFile } from 'node:child_process'
import type { LookupAddress } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { promisify } from 'node:util'
import { z } from 'zod'

/** Networks outside the public internet (IANA special-purpose registries), and those that lead into IPv4. */
const REFUSED = `
  0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24
  192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
  ::/128 ::1/128 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 fc00::/7 fe80::/10 fec0::/10
  ff00::/8
`

const addressFamily = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

const blockList = (networks: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', length = ''] = network.split('/')
    list.addSubnet(address, Number(length), addressFamily(address))
  }
  return list
}

const refused = blockList(REFUSED.trim().split(/\s+/))

/** An address that no document is fetched from. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
}

/** All addresses of a name; rejects with the code of the system. */
export type LookUpName = (hostname: string, signal: AbortSignal) => Promise<readonly LookupAddress[]>

const LOOK_UP = `require('node:dns').lookup(process.argv[1], { all: true }, (error, addresses) =>
  process.stdout.write(JSON.stringify(error?.code ?? addresses)))`

/** What the child process prints: the addresses, or the code of the error. */
const lookUpResult = z.union([z.array(z.object({ address: z.string(), family: z.int() })), z.string()])

/**
 * Looks a name up as the system does, in a child process: the system may try for half a minute and cannot be
 * interrupted, and a process with a look-up under way cannot exit.
 */
export const lookUpName: LookUpName = async (hostname, signal) => {
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', LOOK_UP, hostname], {
    signal,
    killSignal: 'SIGKILL',
  })
  const found = lookUpResult.parse(JSON.parse(stdout))
  if (typeof found !== 'string') return found
  const error = new Error(`${hostname} cannot be looked up (${found})`)
  throw Object.assign(error, { code: found, syscall: 'getaddrinfo' })
}

/** Refuses loopback, private, link-local and other special addresses, except in the networks that are allowed. */
export const createAddressGuard = (
  allowedNetworks: readonly string[],
  lookUp: (hostname: string) => Promise<readonly LookupAddress[]>,
) => {
  const allowed = blockList(allowedNetworks)
  const isAllowed = (address: string): boolean => {
    const family = addressFamily(address)
    return allowed.check(address, family) || !refused.check(address, family)
  }
  return {
    /**
     * Checks a host that is an IP address; names are checked when they are looked up.
     * @throws AddressRefused
     */
    checkHost: (hostname: string): void => {
      const address = hostname.replace(/^\[|\]$/g, '')
      if (isIP(address) !== 0 && !isAllowed(address)) throw new AddressRefused(address)
    },
    /** What it returns is connected to, so no second look-up can differ. */
    lookup: ((hostname, _, callback) => {
      const connect = (addresses: readonly LookupAddress[]): void => {
        const usable = addresses.filter(({ address }) => isAllowed(address))
        const found = addresses.map(({ address }) => address).join(', ')
        if (usable.length > 0) callback(null, usable)
        else callback(new AddressRefused(`${hostname} is ${found}`), [])
      }
      lookUp(hostname).then(connect, (error: Error) => callback(error, []))
    }) satisfies LookupFunction,
  }
}
