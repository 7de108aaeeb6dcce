import assert from 'node:assert/strict'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { compareFolders } from '../../pipeline/quality/compare-folders.ts'
import { withFolder } from '../publish/read-back.ts'

type Files = Readonly<Record<string, Uint8Array | string>>

const compare = (first: Files, second: Files) =>
  withFolder(async (folder) => {
    for (const [name, files] of Object.entries({ first, second })) {
      await mkdir(join(folder, name))
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(folder, name, path)), { recursive: true })
        await writeFile(join(folder, name, path), content)
      }
    }
    return compareFolders(join(folder, 'first'), join(folder, 'second'))
  })

const BIG = Buffer.alloc(200_000, 'bell ')
const withByte = (at: number): Buffer => {
  const changed = Buffer.from(BIG)
  changed[at] = 0
  return changed
}

describe('compareFolders', () => {
  it('finds nothing between folders of the same files', async () => {
    const files = { 'a.csv': 'a', 'site/deep/b.html': 'b', empty: '', big: BIG }
    assert.deepEqual(await compare(files, files), { files: 4, bytes: 200_002, differences: [] })
    assert.deepEqual(await compare({}, {}), { files: 0, bytes: 0, differences: [] })
  })

  it('names files that only one has, below folders too', async () => {
    const { differences } = await compare({ a: '', 'x/b': '' }, { a: '', c: '', 'x/d': '' })
    assert.deepEqual(differences, [
      { name: 'c', only: 'second' },
      { name: 'x/b', only: 'first' },
      { name: 'x/d', only: 'second' },
    ])
  })

  it('tells one byte that is another, wherever it stands', async () => {
    for (const at of [0, 65_535, 65_536, 131_072, 199_999]) {
      const { differences } = await compare({ big: BIG }, { big: withByte(at) })
      assert.deepEqual(differences, [{ name: 'big', at }])
    }
  })

  it('tells a file that goes on where the other ends', async () => {
    const longer = Buffer.concat([BIG, Buffer.from('x')])
    for (const [first, second] of [
      [BIG, longer],
      [longer, BIG],
    ] as const) {
      assert.deepEqual((await compare({ big: first }, { big: second })).differences, [
        { name: 'big', at: BIG.length },
      ])
    }
    assert.deepEqual((await compare({ a: '' }, { a: 'x' })).differences, [{ name: 'a', at: 0 }])
  })

  it('does not pass over what is neither file nor folder', () =>
    withFolder(async (folder) => {
      for (const name of ['first', 'second']) await mkdir(join(folder, name))
      await symlink('nowhere', join(folder, 'first', 'link'))
      const { differences } = await compareFolders(join(folder, 'first'), join(folder, 'second'))
      assert.deepEqual(differences, [{ name: 'link', only: 'first' }])
    }))

  it('finds any difference between any two files, and none between equal ones', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.uint8Array(), async (left, right) => {
        const [a, b] = [Buffer.from(left), Buffer.from(right)]
        const { differences } = await compare({ a }, { a: b })
        assert.equal(differences.length === 0, a.equals(b))
        const [found] = differences
        if (found && 'at' in found) {
          assert.ok(a.subarray(0, found.at).equals(b.subarray(0, found.at)))
          assert.notEqual(a[found.at], b[found.at])
        }
      }),
      { numRuns: 60 },
    ))
})
