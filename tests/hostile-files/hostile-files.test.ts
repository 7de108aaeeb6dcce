import assert from 'node:assert/strict'
import { access, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { type DocumentResult, readDocuments } from '../../pipeline/build/index.ts'
import { listSourceFiles } from '../../pipeline/fetch/index.ts'
import { USUAL_LIMITS } from '../../schemas/index.ts'
import { activeFiles } from './active.ts'
import type { HostileFile } from './hostile-file.ts'
import { BROKEN_FILES } from './broken.ts'
import { CROWD_FILES } from './crowds.ts'
import { DRAWING_FILES } from './drawings.ts'
import { PICTURE_FILES } from './pictures.ts'
import { STRANGE_FILES } from './no-documents.ts'
import { STRUCTURE_FILES } from './structures.ts'
import { TEXT_FILES } from './text.ts'
import { TEXT_FILE_FILES } from './text-files.ts'

/** The usual ones, but for those that would take minutes to use up. */
const LIMITS = { ...USUAL_LIMITS, time: 60, runs: 100_000 }

/** The whole zoo takes over two minutes of processor time, and longer where other work shares the machine. */
const ZOO_TIMEOUT_MS = 900_000

let folder: string
let server: Server
let connections = 0
let animals: readonly HostileFile[]
let results: readonly DocumentResult[]

const outcomeOf = (name: string): string => {
  const found = results.filter(({ file }) => file === name)
  const codes = found.map((result) =>
    result.rows === null ? result.issues.find(({ set_aside }) => set_aside)?.code : 'read',
  )
  return codes.length === 0 ? 'passed over' : [...new Set(codes)].join()
}

describe('the zoo', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zoo-'))
    server = createServer((socket) => {
      connections++
      socket.destroy()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    assert.ok(address !== null && typeof address === 'object')
    animals = [
      ...BROKEN_FILES,
      ...STRUCTURE_FILES,
      ...CROWD_FILES,
      ...DRAWING_FILES,
      ...PICTURE_FILES,
      ...TEXT_FILES,
      ...TEXT_FILE_FILES,
      ...STRANGE_FILES,
      ...activeFiles(`http://127.0.0.1:${address.port}/`, join(folder, 'made')),
    ]
    const cage = join(folder, 'animals')
    await mkdir(cage)
    for (const { name, put } of animals) await put(join(cage, name))
    results = await readDocuments(await listSourceFiles([cage]), { jobs: 2, limits: LIMITS })
  }, ZOO_TIMEOUT_MS)
  afterAll(async () => {
    server.close()
    await rm(folder, { recursive: true })
  })

  it('gives every hostile its expected outcome', () => {
    const wrong = animals.filter(({ name, outcome }) => outcomeOf(name) !== outcome)
    assert.deepEqual(
      wrong.map(({ name }) => `${name}: ${outcomeOf(name)}`),
      wrong.map(({ name, outcome }) => `${name}: ${outcome}`),
    )
  })

  it('has no two animals of one name', () => {
    assert.equal(new Set(animals.map(({ name }) => name)).size, animals.length)
  })

  it('reached no network and made no file', async () => {
    assert.equal(connections, 0)
    await assert.rejects(access(join(folder, 'made')))
  })
})
