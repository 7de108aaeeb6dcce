import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { openStore, readEntry, storePath, writeEntry } from '../../../pipeline/build/store/index.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-store-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a store', () => {
  it('keeps under the same path what hangs on the same things, and apart what does not', async () => {
    const { store } = await openStore(folder)
    const again = await openStore(folder)
    const path = storePath(store, 'rows', ['hash', { ocr: 'auto' }])
    assert.equal(storePath(again.store, 'rows', ['hash', { ocr: 'auto' }]), path)
    assert.notEqual(storePath(store, 'rows', ['hash', { ocr: 'off' }]), path)
    assert.notEqual(storePath(store, 'pages', ['hash', { ocr: 'auto' }]), path)
    writeEntry(path, 'kept')
    await again.close()
    assert.equal(readEntry(path), 'kept')
  })

  it('lasts as long as the build where nothing is to be kept, or the folder cannot be written to', async () => {
    await writeFile(join(folder, 'file'), '')
    for (const unusable of [null, join(folder, 'file')]) {
      const { store, close } = await openStore(unusable)
      const path = storePath(store, 'rows', [1])
      writeEntry(path, 'kept')
      assert.equal(readEntry(path), 'kept')
      await close()
      assert.ok(!existsSync(path))
    }
  })

  it('lets go of what other code kept once it has not been used for long, and of nothing else', async () => {
    const { store, close } = await openStore(folder)
    const [long, lately] = ['long', 'lately'].map((name) => join(folder, 'rows', name))
    assert.ok(long && lately)
    await mkdir(long, { recursive: true })
    await mkdir(lately, { recursive: true })
    await utimes(long, 0, 0)
    await close()
    assert.ok(existsSync(lately) && existsSync(store.rows))
    assert.ok(!(await readdir(join(folder, 'rows'))).includes('long'))
  })
})
