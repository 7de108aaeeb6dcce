import assert from 'node:assert/strict'
import type { LookupAddress } from 'node:dns'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type TestContext, test } from 'vitest'
import { type NameLookup, startNameLookup } from '../../../pipeline/fetch/download/name-lookup.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const lookUp = (names: NameLookup, hostname: string): Promise<LookupAddress[]> =>
  new Promise((resolve, reject) =>
    names.lookup(hostname, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses))),
  )

test('names are looked up as the system does, each with its own answer', async (context: TestContext) => {
  const names = startNameLookup()
  context.onTestFinished(names.close)
  const [local, unknown] = await Promise.allSettled([
    lookUp(names, 'localhost'),
    lookUp(names, 'x'.repeat(300)),
  ])
  assert.ok(local.status === 'fulfilled')
  for (const { address } of local.value) assert.match(address, /^(?:127\.|::1$)/)
  assert.ok(unknown.status === 'rejected')
  assert.match(unknown.reason.code, /^E[A-Z_]+$/)
})

/** A program that a test starts to look names up. */
const program = async (context: TestContext, text: string): Promise<URL> => {
  const path = join(await temporaryFolder(context), 'program.mjs')
  await writeFile(path, text)
  return pathToFileURL(path)
}

test('a look-up that never ends is ended with its process when it is closed', async (context: TestContext) => {
  const server = createServer().listen(0, '127.0.0.1')
  context.onTestFinished(() => void server.close())
  await once(server, 'listening')
  const address = server.address()
  assert.ok(address !== null && typeof address === 'object')
  // The process holds a connection open for as long as it runs, and does not end by itself.
  const hanging = `
    import { connect } from 'node:net'
    connect(${address.port}, '127.0.0.1')
    process.on('message', () => undefined).on('disconnect', () => undefined)`
  const names = startNameLookup(await program(context, hanging))
  names.lookup('a.example', { all: true }, () => assert.fail('it was given up'))
  const [connection] = await once(server, 'connection')
  names.close()
  connection.resume().on('error', () => undefined)
  await once(connection, 'close')
})

test('where the process ends, its names cannot be looked up, and the next name gets another process', async (context: TestContext) => {
  const ending = `process.once('message', () => process.exit())`
  const names = startNameLookup(await program(context, ending))
  context.onTestFinished(names.close)
  for (const name of ['a.example', 'b.example'])
    await assert.rejects(lookUp(names, name), { code: 'EAI_FAIL' })
})
