import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { PROCESS_FLAGS } from '../../pipeline/build/document-process.ts'
import type { DocumentReader } from '../../pipeline/build/file-reading.ts'
import { createProcessPool } from '../../pipeline/build/process-pool.ts'
import { type DocumentResult, readDocuments } from '../../pipeline/build/read-files.ts'
import { type Limits, USUAL_LIMITS } from '../../schemas/index.ts'
import { collectGarbage } from '../collect-garbage.ts'
import { flateBomb } from '../hostile-files/flate-bomb.ts'
import { pdfOfPages, shown, stream } from '../hostile-files/raw-pdf.ts'
import { endlessPdf } from './endless-pdf.ts'
import { findSpecimen, IN_PROCESS } from './in-process.ts'
import { makeTask } from './task.ts'

const SPECIMEN = findSpecimen('ixolund')
const TASK = makeTask('norway.txt', 'KINGDOM OF NORWAY')
const OVER_MEMORY = 'over_memory: more than 300 MB'
const WORDS = shown(['a few words', 'and a few more'])

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worker-pool-'))
})
afterAll(() => rm(folder, { recursive: true }))

const writeInput = async (name: string, bytes: Uint8Array): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

/** Reads files one after the other, by default in one process, so that each meets what the one before left behind. */
const readAll = (
  paths: readonly string[],
  limits: Partial<Limits>,
  reader?: DocumentReader,
): Promise<DocumentResult[]> =>
  readDocuments(
    paths.map((path) => ({ path, name: path })),
    { limits: { ...USUAL_LIMITS, ...limits }, ...(reader && { reader }) },
  )

const listOutcomes = (results: readonly DocumentResult[]): string[] =>
  results.flatMap((result) =>
    result.rows === null ? result.issues.map(({ code, value }) => `${code}: ${value}`) : ['read'],
  )

/** A page that unpacks to 500 MB. */
const bomb = (): Buffer => pdfOfPages([stream(flateBomb(500), '/Filter [/FlateDecode /FlateDecode]')])

describe('a document that exceeds a limit is rejected with the limit and what it asked for', () => {
  const cases: readonly [string, Uint8Array, Partial<Limits>, RegExp][] = [
    ['pages', pdfOfPages([WORDS, WORDS, WORDS]), { pages: 2 }, /^over_pages: 3 pages of at most 2$/],
    ['runs', pdfOfPages([WORDS, WORDS]), { runs: 3 }, /^over_runs: 4 runs of at most 3$/],
    ['output', pdfOfPages([WORDS]), { output: 20 }, /^over_output: 25 characters of at most 20$/],
    ['runs.txt', Buffer.from('words\n'.repeat(50)), { runs: 49 }, /^over_runs: 50 runs of at most 49$/],
    ['output.txt', Buffer.from('words\n'.repeat(50)), { output: 249 }, /^over_output: 250 char.* 249$/],
    ['pages.txt', Buffer.from('words\f'.repeat(50)), { pages: 49 }, /^over_pages: 50 pages of at most 49$/],
    ['bytes', pdfOfPages([WORDS]), { bytes: 100 }, /^over_bytes: \d{3} bytes of at most 100$/],
  ]
  for (const [name, bytes, limits, expected] of cases) {
    it(name, async () => {
      const over = await readAll([await writeInput(name, bytes)], limits, IN_PROCESS)
      assert.match(listOutcomes(over).join(), expected)
    })
  }
})

describe('a pool', () => {
  it('continues where one document after the other takes its process down', async () => {
    const path = await writeInput('bomb.pdf', bomb())
    const results = await readAll([path, SPECIMEN, path, SPECIMEN], { memory: 300 })
    assert.deepEqual(listOutcomes(results), [OVER_MEMORY, 'read', OVER_MEMORY, 'read'])
  })

  it('ends a document that takes too much time', async () => {
    const endless = await writeInput('time.pdf', endlessPdf())
    assert.deepEqual(listOutcomes(await readAll([endless], { time: 3 })), ['over_time: more than 3 seconds'])
  })

  it('reads a file that does not exist as unreadable', async () => {
    const gone = await readAll([join(folder, 'gone.pdf')], {}, IN_PROCESS)
    assert.deepEqual(listOutcomes(gone), ['file_unreadable: ENOENT'])
  })

  it('holds no result that it gave', async () => {
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
  })

  it('starts no process once it is over', async () => {
    const pool = createProcessPool(1, USUAL_LIMITS)
    await pool.destroy()
    const { rejected } = await pool.read(TASK)
    assert.deepEqual(
      rejected.map(({ code }) => code),
      ['reader_failed'],
    )
  })
})

/** Runs a script with the permissions of a process for documents; returns what it printed. */
const runInside = async (script: string): Promise<string> => {
  const child = spawn(process.execPath, [...PROCESS_FLAGS, '--input-type=module', '--eval', script], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.setEncoding('utf8')
  for await (const text of child.stdout) printed += text
  return printed.trim()
}

const catchFault = (statement: string): string =>
  `try { ${statement}; console.log('done') } catch (error) { console.log(error.code ?? error.message) }`

describe('what runs in a process for documents', () => {
  it('can write no file and start no program', async () => {
    const before = await readdir(folder)
    const write = `import { writeFileSync } from 'node:fs'; ${catchFault("writeFileSync('made', '')")}`
    assert.equal(await runInside(write), 'ERR_ACCESS_DENIED')
    assert.deepEqual(await readdir(folder), before)
    const start = `import { execFileSync } from 'node:child_process'; ${catchFault("execFileSync('true')")}`
    assert.equal(await runInside(start), 'ERR_ACCESS_DENIED')
  })

  it('cannot reach the network in any way of Node.js', async () => {
    let connections = 0
    const server = createServer((socket) => {
      connections++
      socket.destroy()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    assert.ok(address !== null && typeof address === 'object')
    const { port } = address
    const processMain = new URL('../../pipeline/build/process-main.ts', import.meta.url).href
    const ways = [
      `await fetch('http://127.0.0.1:${port}')`,
      `connect(${port}, '127.0.0.1')`,
      `get('http://127.0.0.1:${port}')`,
      `new WebSocket('ws://127.0.0.1:${port}')`,
    ]
    const script = `import { connect } from 'node:net'; import { get } from 'node:http'
      process.argv[2] = '1000'; await import('${processMain}')
      process.on('uncaughtException', () => {}); ${ways.map(catchFault).join('\n')}
      console.log('tried'); process.exit()`
    assert.match(await runInside(script), /tried$/)
    server.close()
    assert.equal(connections, 0)
  })
})
