import assert from 'node:assert/strict'
import { mkdirSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, it, vi } from 'vitest'
import { createProcessPool, type DocumentReader, readDocuments } from '../../pipeline/build/index.ts'
import { type Limits, USUAL_LIMITS } from '../../schemas/index.ts'
import { collectGarbage } from '../collect-garbage.ts'
import { flateBomb } from '../hostile-files/flate-bomb.ts'
import { pdfOfPages, shown, stream } from '../hostile-files/raw-pdf.ts'
import { makeTestFolder } from '../test-folder.ts'
import { endlessPdf } from './endless-pdf.ts'
import { findSpecimen, IN_PROCESS } from './in-process.ts'
import { makeTask } from './task.ts'

const folder = makeTestFolder()
const SPECIMEN = findSpecimen('ixolund')
const TASK = makeTask('norway.txt', 'KINGDOM OF NORWAY')

const writeInput = async (name: string, bytes: Uint8Array): Promise<string> => {
  await writeFile(join(folder, name), bytes)
  return join(folder, name)
}

/** Reads files one after the other, by default in one process, so that each meets what the one before left behind. */
const readAll = async (paths: readonly string[], limits: Partial<Limits>, reader?: DocumentReader) => {
  const files = paths.map((path) => ({ path, name: path }))
  const own = { limits: { ...USUAL_LIMITS, ...limits }, ...(reader && { reader }) }
  return (await readDocuments(files, own)).flatMap((result) =>
    result.rows === null ? result.issues.map(({ code, value }) => `${code}: ${value}`) : ['read'],
  )
}

describe('a document that exceeds a limit is rejected with the limit and what it asked for', () => {
  const page = shown(['a few words', 'and a few more'])
  it.for<[name: string, bytes: Uint8Array, limits: Partial<Limits>, said: RegExp]>([
    ['pages', pdfOfPages([page, page, page]), { pages: 2 }, /^over_pages: 3 pages of at most 2$/],
    ['runs', pdfOfPages([page, page]), { runs: 3 }, /^over_runs: 4 runs of at most 3$/],
    ['output', pdfOfPages([page]), { output: 20 }, /^over_output: 25 characters of at most 20$/],
    ['runs.txt', Buffer.from('words\n'.repeat(50)), { runs: 49 }, /^over_runs: 50 runs of at most 49$/],
    ['output.txt', Buffer.from('words\n'.repeat(50)), { output: 249 }, /^over_output: 250 char.* 249$/],
    ['pages.txt', Buffer.from('words\f'.repeat(50)), { pages: 49 }, /^over_pages: 50 pages of at most 49$/],
    ['bytes', pdfOfPages([page]), { bytes: 100 }, /^over_bytes: \d{3} bytes of at most 100$/],
  ])('%s', async ([name, bytes, limits, said]) => {
    assert.match((await readAll([await writeInput(name, bytes)], limits, IN_PROCESS)).join(), said)
  })
})

/** Has a script run first in every process for documents. */
const runFirst = async (script: string): Promise<void> => {
  vi.stubEnv('NODE_OPTIONS', `--require ${await writeInput('first.cjs', Buffer.from(script))}`)
}
afterEach(() => void vi.unstubAllEnvs())

describe('a pool', () => {
  it('reads a document in a fresh process before it is blamed for a crash', async () => {
    vi.stubEnv('NODE_COMPILE_CACHE', '') // set, but naming no folder
    await runFirst(`let documents = 0; process.on('message', () => ++documents === 2 && process.exit(1))`)
    assert.deepEqual(await readAll([SPECIMEN, SPECIMEN], {}), ['read', 'read'])
  })

  it('continues where one document after the other takes its process down', async () => {
    // a page that unpacks to 500 MB
    const bomb = pdfOfPages([stream(flateBomb(500), '/Filter [/FlateDecode /FlateDecode]')])
    const path = await writeInput('bomb.pdf', bomb)
    const over = 'over_memory: more than 300 MB'
    const found = await readAll([path, SPECIMEN, path, SPECIMEN], { memory: 300 })
    assert.deepEqual(found, [over, 'read', over, 'read'])
  })

  it('ends a document that takes too much time', async () => {
    const endless = await writeInput('time.pdf', endlessPdf())
    assert.deepEqual(await readAll([endless], { time: 3 }), ['over_time: more than 3 seconds'])
  })

  it('holds no result that it gave, and starts no process once it is over', async () => {
    const pool = createProcessPool(1, USUAL_LIMITS)
    try {
      const given: WeakRef<object>[] = []
      for (let times = 0; times < 5; times++) given.push(new WeakRef(await pool.read(TASK)))
      await new Promise(setImmediate) // a result is held until the next turn
      collectGarbage()
      assert.ok(given.every((result) => result.deref() === undefined))
    } finally {
      await pool.destroy()
    }
    const [issue] = (await pool.read(TASK)).rejected
    assert.equal(issue?.code, 'reader_failed')
  })
})

describe('code that took over a process for documents', () => {
  it('can write no file, start no program and reach no network', async () => {
    let connections = 0
    const server = createServer((socket) => {
      connections++
      socket.destroy()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    assert.ok(address !== null && typeof address === 'object')
    const url = `127.0.0.1:${address.port}`
    const [denied, refused] = ['ERR_ACCESS_DENIED', 'a document may not reach the network']
    const made = JSON.stringify(join(folder, 'made'))
    // its process may write compiled code until it has loaded its own
    const compiled = join(folder, 'compiled')
    mkdirSync(compiled)
    vi.stubEnv('NODE_COMPILE_CACHE', compiled)
    const attempts = {
      [`require('node:fs').writeFileSync(${made}, '')`]: denied,
      [`require('node:fs').writeFileSync(require('node:module').getCompileCacheDir() + '/made', '')`]: denied,
      [`require('node:child_process').execFileSync('true')`]: denied,
      [`require('node:net').connect(${address.port}, '127.0.0.1')`]: refused,
      [`require('node:http').get('http://${url}')`]: refused,
      [`await fetch('http://${url}').catch(({ cause }) => { throw cause })`]: refused,
      [`await new Promise((done, fail) => Object.assign(new WebSocket('ws://${url}'), { onopen: done, onerror: () => fail(Error('closed')) }))`]:
        'closed',
    }
    // what a process that crashes wrote last is the value of the issue
    const script = `process.send = () => {}; process.once('message', async () => { const said = []
      ${Object.keys(attempts)
        .map((code) => `try { ${code}; said.push('done') } catch (e) { said.push(e.code ?? e.message) }`)
        .join('\n')}
      console.error(said.join('; ')); process.exit(1) })`
    await runFirst(script)
    const found = await readAll([SPECIMEN], {}).finally(() => server.close())
    assert.deepEqual(found, [
      `reader_failed: its process ended with status 1: ${Object.values(attempts).join('; ')}`,
    ])
    assert.equal(connections, 0)
    assert.ok(readdirSync(compiled, { recursive: true }).length > 100, 'its own code is kept')
    assert.ok(!readdirSync(folder).includes('made'))
  })
})
