import assert from 'node:assert/strict'
import { test } from 'vitest'
import { AddressRefused, createAddressGuard, lookUpName } from '../../pipeline/fetch/http/address-guard.ts'

const refused = [
  ...['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
  ...['224.0.0.1', '255.255.255.255', '[::1]', '[::]', '[fe80::1]', '[fd00::1]', '[::ffff:127.0.0.1]'],
  ...['[::ffff:a9fe:a9fe]', '[64:ff9b::a9fe:a9fe]', '[2002:a9fe:a9fe::1]'],
]
const allowed = ['8.8.8.8', '172.32.0.1', '[2a00:1450::1]', 'a.example']

/** What a connection to a name with these addresses would use. */
const lookUp = (...addresses: string[]): Promise<unknown> => {
  const { lookup } = createAddressGuard([], async () => addresses.map((address) => ({ address, family: 4 })))
  return new Promise((resolve, reject) =>
    lookup('a.example', { all: true }, (error, usable) => (error ? reject(error) : resolve(usable))),
  )
}

test('addresses of this machine, of private and of other special networks are refused, unless the settings allow them', () => {
  const guard = createAddressGuard([], async () => [])
  for (const host of refused) assert.throws(() => guard.checkHost(host), AddressRefused, host)
  for (const host of allowed) guard.checkHost(host)
  const open = createAddressGuard(['127.0.0.0/8'], async () => [])
  open.checkHost('127.0.0.1')
  assert.throws(() => open.checkHost('169.254.169.254'), AddressRefused)
})

test('of the addresses of a name only public ones are connected to', async () => {
  await assert.rejects(lookUp('192.168.0.1'), AddressRefused)
  assert.deepEqual(await lookUp('10.0.0.1', '8.8.8.8'), [{ address: '8.8.8.8', family: 4 }])
})

test('names are looked up as the system does, and a look-up ends when it is given up', async () => {
  const { signal } = new AbortController()
  for (const { address } of await lookUpName('localhost', signal)) assert.match(address, /^(?:127\.|::1$)/)
  await assert.rejects(lookUpName('x'.repeat(300), signal), { code: /^E[A-Z_]+$/ })
  await assert.rejects(lookUpName('localhost', AbortSignal.abort()), { name: 'AbortError' })
})
