import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { tryFileLock } from '../../pipeline/io/file-lock.ts'
import { withFolder } from '../publish/read-back.ts'

/** Starts a process that locks a file and waits for ever. */
const lockElsewhere = async (path: string) => {
  const door = new URL('../../pipeline/io/file-lock.ts', import.meta.url)
  const script = `
    import { tryFileLock } from ${JSON.stringify(door)}
    process.stdout.write(tryFileLock(${JSON.stringify(path)}) === null ? 'refused' : 'locked')
    setInterval(() => {}, 1_000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(child.stdout, 'data')
  assert.equal(String(said), 'locked')
  return child
}

describe('the lock of a file', () => {
  it('is had by one at a time, and leaves nothing beside its file', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'lock')
      const lock = tryFileLock(path)
      assert.ok(lock)
      assert.equal(tryFileLock(path), null)
      assert.deepEqual(await readdir(folder), ['lock'])
      lock.release()
      const again = tryFileLock(path)
      assert.ok(again)
      again.release()
    }))

  it('goes with the process that held it, however that ends', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'lock')
      const child = await lockElsewhere(path)
      assert.equal(tryFileLock(path), null)
      child.kill('SIGKILL')
      await once(child, 'exit')
      const lock = tryFileLock(path)
      assert.ok(lock)
      lock.release()
    }))

  it('is no lock where there is no folder to hold its file', () =>
    withFolder(async (folder) => {
      assert.throws(() => tryFileLock(join(folder, 'missing', 'lock')), { code: 'ENOENT' })
    }))
})
