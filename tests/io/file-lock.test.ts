import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { tryFileLock } from '../../pipeline/io/file-lock.ts'
import { temporaryFolder } from '../test-folder.ts'

/** Takes a lock that is free, and lets go of it. */
const assertFree = (path: string): void => {
  const lock = tryFileLock(path)
  assert.ok(lock)
  lock.release()
}

describe('the lock of a file', () => {
  it('is had by one at a time, and leaves nothing beside its file', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'lock')
    const lock = tryFileLock(path)
    assert.equal(tryFileLock(path), null)
    assert.deepEqual(await readdir(folder), ['lock'])
    lock?.release()
    assertFree(path)
    assert.throws(() => tryFileLock(join(folder, 'missing', 'lock')), { code: 'ENOENT' })
  })

  it('goes with the process that held it, however that ends', async () => {
    const path = join(temporaryFolder(), 'lock')
    const script = `
      import { tryFileLock } from ${JSON.stringify(new URL('../../pipeline/io/file-lock.ts', import.meta.url))}
      process.stdout.write(tryFileLock(${JSON.stringify(path)}) === null ? 'refused' : 'locked')
      setInterval(() => {}, 1_000)`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said] = await once(child.stdout, 'data')
    assert.equal(String(said), 'locked')
    assert.equal(tryFileLock(path), null)
    child.kill('SIGKILL')
    await once(child, 'exit')
    assertFree(path)
  })
})
