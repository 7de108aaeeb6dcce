import assert from 'node:assert/strict'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { withFolder } from '../publish/read-back.ts'
import { makeDataset, writeRelease } from '../release/written-release.ts'
import { run } from './run.ts'

const ONE = await makeDataset({ file: 'a.pdf' })
const TWO = await makeDataset({ file: 'a.pdf' }, { file: 'b.pdf', code: 'XAB' })

describe('diff', () => {
  it('ends with 0 where nothing changed, and with 1 where something did', () =>
    withFolder(async (folder) => {
      const [one, two] = [await writeRelease(join(folder, 'one'), ONE), join(folder, 'two')]
      await writeRelease(two, ONE)
      const same = await run('diff', one, two)
      assert.equal(same.code, 0, same.err)
      assert.match(same.out, /Both hold the same files, byte for byte\./)
      await writeRelease(two, TWO)
      const other = await run('diff', one, two)
      assert.equal(other.code, 1, other.err)
      assert.match(other.out, /## Documents added: 1\n\n- Land of XAB/)
    }))

  it('prints the comparison as JSON where it is asked to', () =>
    withFolder(async (folder) => {
      const [one, two] = [
        await writeRelease(join(folder, 'one'), ONE),
        await writeRelease(join(folder, 'two'), TWO),
      ]
      const { code, out } = await run('diff', two, one, '--json')
      assert.equal(code, 1)
      assert.equal(JSON.parse(out).documents.lost.count, 1)
    }))

  it('ends with 2 where there is no folder, and with 3 where one holds no release or a changed one', () =>
    withFolder(async (folder) => {
      const one = await writeRelease(join(folder, 'one'), ONE)
      const missing = await run('diff', one, join(folder, 'nowhere'))
      assert.equal(missing.code, 2)
      assert.match(missing.err, /^There is no folder .*nowhere\.\n$/)
      assert.equal((await run('diff', one, folder)).code, 3)
      for (const name of ['issues.json', 'cyberwellness.sqlite']) {
        await appendFile(join(one, name), 'x')
        const damaged = await run('diff', one, one)
        assert.equal(damaged.code, 3)
        assert.ok(damaged.err.includes(`${name} was changed after its release was made`), damaged.err)
      }
    }))
})
