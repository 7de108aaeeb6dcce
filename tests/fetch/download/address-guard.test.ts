import assert from 'node:assert/strict'
import type { LookupAddress } from 'node:dns'
import { test } from 'vitest'
import { AddressRefused, addressGuard } from '../../../pipeline/fetch/download/address-guard.ts'

const refused = [
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '[::1]',
  '[::]',
  '[fe80::1]',
  '[fd00::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:a9fe:a9fe]',
  '[64:ff9b::a9fe:a9fe]',
  '[2002:a9fe:a9fe::1]',
]
const passed = ['8.8.8.8', '172.32.0.1', '[2a00:1450::1]', 'a.example']

/** A look-up that gives answers in turn. */
const answers = (...turns: string[][]) => {
  const left = [...turns]
  return (_: string, __: object, callback: (error: null, addresses: LookupAddress[]) => void): void => {
    const addresses = left.shift() ?? []
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
}

const nobody = answers()

const lookUp = (guard: ReturnType<typeof addressGuard>): Promise<unknown> =>
  new Promise((resolve, reject) =>
    guard.lookup('a.example', { all: true }, (error, addresses) =>
      error ? reject(error) : resolve(addresses),
    ),
  )

test('addresses of this machine, of private and of other special networks are refused', () => {
  const guard = addressGuard([], nobody)
  for (const host of refused) assert.throws(() => guard.checkHost(host), AddressRefused, host)
  for (const host of passed) guard.checkHost(host)
})

test('a network that is allowed passes, and nothing else with it', () => {
  const guard = addressGuard(['127.0.0.0/8'], nobody)
  guard.checkHost('127.0.0.1')
  assert.throws(() => guard.checkHost('169.254.169.254'), AddressRefused)
})

test('a name that leads to a private address is refused when it is looked up for a connection', async () => {
  await assert.rejects(lookUp(addressGuard([], answers(['192.168.0.1']))), AddressRefused)
})

test('a name whose second answer is another than its first is judged by the answer that is connected to', async () => {
  const guard = addressGuard([], answers(['8.8.8.8'], ['127.0.0.1']))
  assert.deepEqual(await lookUp(guard), [{ address: '8.8.8.8', family: 4 }])
  await assert.rejects(lookUp(guard), AddressRefused)
})

test('of several addresses of a name only public ones are connected to', async () => {
  const guard = addressGuard([], answers(['10.0.0.1', '8.8.8.8']))
  assert.deepEqual(await lookUp(guard), [{ address: '8.8.8.8', family: 4 }])
})
