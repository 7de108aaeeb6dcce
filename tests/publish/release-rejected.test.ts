import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, it } from 'vitest'
import { checksumList } from '../../pipeline/publish/checksums.ts'
import { OutputRefused } from '../../pipeline/publish/output-error.ts'
import { type Inspect, ReleaseRejected, writeReleaseFolder } from '../../pipeline/publish/release-folder.ts'
import { withFolder } from './read-back.ts'

/** Writes a release of one file, which is known by its mark. */
const write = (out: string, mark: string, verdict: 'take' | 'reject' = 'take', inspect?: Inspect) =>
  writeReleaseFolder(
    out,
    (folder) => {
      folder.write('issues.json', mark)
      folder.write('SHA256SUMS', checksumList(folder.files))
    },
    undefined,
    inspect ?? (async () => verdict),
  )

const markOf = (out: string): Promise<string> => readFile(join(out, 'issues.json'), 'utf8')

describe('a release that is rejected', () => {
  it('lies beside the former one, which stands', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await write(out, 'old')
      await assert.rejects(write(out, 'new', 'reject'), (error) => {
        assert.ok(error instanceof ReleaseRejected)
        assert.equal(basename(error.folder), 'out.rejected')
        assert.deepEqual(
          error.files.map(({ name }) => name),
          ['issues.json', 'SHA256SUMS'],
        )
        return true
      })
      assert.deepEqual((await readdir(folder)).sort(), ['out', 'out.rejected'])
      assert.deepEqual([await markOf(out), await markOf(`${out}.rejected`)], ['old', 'new'])
    }))

  it('is whole when it is looked at, and the former one stands then', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await write(out, 'old')
      let seen: string[] = []
      await write(out, 'new', 'take', async (staging, target) => {
        seen = [await markOf(staging), ...(await readdir(staging)).sort(), await markOf(target)]
        return 'take'
      })
      assert.deepEqual(seen, ['new', 'SHA256SUMS', 'issues.json', 'old'])
    }))

  it('gives way to the next one that is rejected, and goes when one is taken', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await write(out, 'old')
      await assert.rejects(write(out, 'first', 'reject'), ReleaseRejected)
      await assert.rejects(write(out, 'second', 'reject'), ReleaseRejected)
      assert.equal(await markOf(`${out}.rejected`), 'second')
      await write(out, 'third')
      assert.deepEqual(await readdir(folder), ['out'])
      assert.equal(await markOf(out), 'third')
    }))

  it('leaves nothing behind either where a build was killed while it was put there', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await write(out, 'old')
      await assert.rejects(write(out, 'first', 'reject'), ReleaseRejected)
      await rename(`${out}.rejected`, join(folder, '.out.rejected.previous-0123456789ab'))
      await write(out, 'second')
      assert.deepEqual(await readdir(folder), ['out'])
    }))

  it('may be the first one, of which nothing stands in place', () =>
    withFolder(async (folder) => {
      await assert.rejects(write(join(folder, 'out'), 'new', 'reject'), ReleaseRejected)
      assert.deepEqual(await readdir(folder), ['out.rejected'])
    }))

  it('takes the place of nobody’s files', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await write(out, 'old')
      await mkdir(`${out}.rejected`)
      await writeFile(join(`${out}.rejected`, 'mine.txt'), 'mine')
      await assert.rejects(write(out, 'new', 'reject'), OutputRefused)
      await write(out, 'newer')
      assert.deepEqual(await readdir(`${out}.rejected`), ['mine.txt'])
      assert.deepEqual((await readdir(folder)).sort(), ['out', 'out.rejected'])
    }))

  it('leaves nothing behind where it cannot be judged', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await write(out, 'old')
      const failing = async (): Promise<'take'> => {
        throw new TypeError('no verdict')
      }
      await assert.rejects(write(out, 'new', 'take', failing), TypeError)
      assert.deepEqual(await readdir(folder), ['out'])
      assert.equal(await markOf(out), 'old')
    }))
})
