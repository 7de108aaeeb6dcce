import assert from 'node:assert/strict'
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { type DocumentResult, readDocuments } from '../../pipeline/build/index.ts'
import { listSourceFiles } from '../../pipeline/fetch/index.ts'
import { USUAL_LIMITS } from '../../schemas/index.ts'
import { MADE_FILES } from './made-files.ts'
import { NO_FILES } from './no-files.ts'
import { readCases } from './read-cases.ts'

/** The usual ones, but for those that would take long to use up. */
const LIMITS = { ...USUAL_LIMITS, time: 30, runs: 30_000 }

/** Far above what they take on a busy machine. */
const READING_TIMEOUT_MS = 900_000

let folder: string
let server: Server
let connections = 0
const expected: [name: string, outcome: string][] = []
let results: readonly DocumentResult[]

const findOutcome = (name: string): string => {
  const found = results.filter(({ file }) => file === name)
  const codes = found.map((result) =>
    result.rows === null ? result.issues.find(({ set_aside }) => set_aside)?.code : 'read',
  )
  return codes.length === 0 ? 'passed over' : [...new Set(codes)].join()
}

describe('hostile files', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hostile-files-'))
    server = createServer((socket) => {
      connections++
      socket.destroy()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    assert.ok(address !== null && typeof address === 'object')
    const variables = {
      ADDRESS: `http://127.0.0.1:${address.port}/`,
      MADE: join(folder, 'made'),
    }
    const input = join(folder, 'input')
    await mkdir(input)
    for (const { name, outcome, put } of NO_FILES) {
      expected.push([name, outcome])
      await put(join(input, name))
    }
    for (const { name, outcome, make } of [...MADE_FILES, ...(await readCases(variables))]) {
      expected.push([name, outcome])
      await writeFile(join(input, name), await make(), { flag: 'wx' }) // no two files of one name
    }
    results = await readDocuments(await listSourceFiles([input]), { jobs: 2, limits: LIMITS })
  }, READING_TIMEOUT_MS)
  afterAll(async () => {
    server.close()
    await rm(folder, { recursive: true })
  })

  it('have their expected outcome', () => {
    assert.deepEqual(
      expected.map(([name]) => [name, findOutcome(name)]),
      expected,
    )
  })

  it('reach no network and make no file', async () => {
    assert.equal(connections, 0)
    await assert.rejects(access(join(folder, 'made')))
  })
})
