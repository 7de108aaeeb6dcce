import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type TestContext, test } from 'vitest'
import { type FetchFolder, fetchFolder, profile } from './fetching.ts'
import { pdfBytes, servePiecemeal, startServer, testSettings } from './hazard-server.ts'

const main = fileURLToPath(new URL('../../pipeline/cli/main.js', import.meta.url))
const DOCUMENTS = 60
const KILLS = 10

const makeBytes = (index: number): Buffer => pdfBytes(`document ${index}`, 200_000)

/** A server with documents, a folder that names them, and a way to fetch in a process of its own. */
const setUp = async (context: TestContext, connections: number) => {
  const server = await startServer(context)
  const documents = Array.from({ length: DOCUMENTS }, (_, index) =>
    profile(`d-${index}`, [server.on(`/${index}.pdf`, servePiecemeal(makeBytes(index)))]),
  )
  const folder = await fetchFolder(context, documents)
  const settings = join(folder.lock, '..', 'settings.json')
  await writeFile(settings, JSON.stringify(testSettings(server, { connections_per_host: connections })))
  const start = (): ChildProcess => {
    const parameters = [main, 'fetch', '--missing', '--strict', '--lock', folder.lock, '--settings', settings]
    const child = spawn(process.execPath, parameters, { stdio: 'ignore' })
    context.onTestFinished(() => void child.kill('SIGKILL'))
    return child
  }
  return { server, folder, start }
}

const assertComplete = async (folder: FetchFolder): Promise<void> => {
  const expected = Array.from({ length: DOCUMENTS }, (_, index) => `profile/d-${index}.pdf`).sort()
  assert.deepEqual(await folder.files(), expected, 'every document and nothing temporary')
  for (let index = 0; index < DOCUMENTS; index++) {
    assert.deepEqual(await folder.read(`profile/d-${index}.pdf`), makeBytes(index))
  }
  for (const source of (await folder.sources()).values())
    assert.ok(source.sha256 && source.fetched, source.id)
}

test('killed ten times at random moments, a fetch goes on where it was and ends complete', async (context: TestContext) => {
  const { server, folder, start } = await setUp(context, 3)
  for (let kill = 0; kill < KILLS; kill++) {
    const before = server.asked.length
    const child = start()
    const ended = once(child, 'exit')
    // The moment counts from when documents are under way, so that a slow machine is killed in the middle as well.
    while (server.asked.length === before && child.exitCode === null) await sleep(10)
    await sleep(Math.random() * 400)
    child.kill('SIGKILL')
    await ended
    const inPlace = (await folder.files()).filter((file) => file.startsWith('profile/'))
    server.asked.length = 0
    for (const file of inPlace) {
      const index = Number(/\d+/.exec(file)?.[0])
      assert.deepEqual(await folder.read(file), makeBytes(index), 'what is in its place is whole')
      server.on(`/${index}.pdf`, () => assert.fail(`${file} is asked for again`))
    }
  }
  const [code] = await once(start(), 'exit')
  assert.equal(code, 0)
  await assertComplete(folder)
})

test('of two that fetch at once the second waits, and nothing is asked for twice', async (context: TestContext) => {
  const { server, folder, start } = await setUp(context, 8)
  const codes = await Promise.all([start(), start()].map(async (child) => (await once(child, 'exit'))[0]))
  assert.deepEqual(codes, [0, 0])
  assert.equal(server.asked.length, DOCUMENTS)
  await assertComplete(folder)
})
