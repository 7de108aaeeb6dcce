import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { CELL_FLAGS } from '../../pipeline/build/cell.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cell-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Runs a script as a process for documents would; gives what it printed. */
const runInside = async (script: string): Promise<string> => {
  const child = spawn(process.execPath, [...CELL_FLAGS, '--input-type=module', '--eval', script], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.setEncoding('utf8')
  for await (const text of child.stdout) printed += text
  return printed.trim()
}

const caught = (statement: string): string =>
  `try { ${statement}; console.log('done') } catch (error) { console.log(error.code ?? error.cause?.message ?? error.message) }`

describe('what runs in a process for documents', () => {
  it('can write no file', async () => {
    const script = `import { writeFileSync } from 'node:fs'; ${caught("writeFileSync('made', '')")}`
    assert.equal(await runInside(script), 'ERR_ACCESS_DENIED')
    assert.deepEqual(await readdir(folder), [])
  })

  it('can start no program', async () => {
    const script = `import { execFileSync } from 'node:child_process'; ${caught("execFileSync('true')")}`
    assert.equal(await runInside(script), 'ERR_ACCESS_DENIED')
  })

  it('cannot reach the network by any way of Node.js', async () => {
    let connections = 0
    const server = createServer((socket) => {
      connections++
      socket.destroy()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    assert.ok(address !== null && typeof address === 'object')
    const { port } = address
    const cut = new URL('../../pipeline/build/no-network.ts', import.meta.url).href
    const ways = [
      `await fetch('http://127.0.0.1:${port}')`,
      `connect(${port}, '127.0.0.1')`,
      `get('http://127.0.0.1:${port}')`,
      `new WebSocket('ws://127.0.0.1:${port}')`,
    ]
    const script = `import { connect } from 'node:net'; import { get } from 'node:http'; import { cutNetwork } from '${cut}'
      process.on('uncaughtException', () => {}); cutNetwork(); ${ways.map(caught).join('\n')}`
    await runInside(script)
    server.close()
    assert.equal(connections, 0)
  })
})
