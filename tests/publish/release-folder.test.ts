import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { checksumList } from '../../pipeline/publish/checksums.ts'
import { writeReleaseFolder } from '../../pipeline/publish/release-folder.ts'
import type { StagingFolder } from '../../pipeline/publish/staging-folder.ts'
import { withFolder } from './read-back.ts'

/** A small release, known by its mark. */
const release =
  (mark: string, names: readonly string[] = ['issues.json', 'a.csv']) =>
  (folder: StagingFolder): void => {
    for (const name of names) folder.write(name, mark)
    folder.write('SHA256SUMS', checksumList(folder.files))
  }

const write = (out: string, mark: string, verdict: 'take' | 'reject' = 'take') =>
  writeReleaseFolder(out, release(mark), { inspect: async () => verdict })

const readMark = (out: string): Promise<string> => readFile(join(out, 'issues.json'), 'utf8')

/** Runs with a folder and the path of an output folder in it, which holds the release `old`. */
const withRelease = (use: (out: string, folder: string) => Promise<void>): Promise<void> =>
  withFolder(async (folder) => {
    const out = join(folder, 'out')
    await write(out, 'old')
    await use(out, folder)
  })

const assertHolds = async (folder: string, names: readonly string[], mark: string): Promise<void> => {
  assert.deepEqual((await readdir(folder)).sort(), names)
  assert.equal(await readMark(join(folder, 'out')), mark)
}

/** Renames as the system does, but fails where it is asked to. */
const failingRename = (fails: (from: string, to: string) => boolean) => ({
  renameFolder: async (from: string, to: string): Promise<void> => {
    if (fails(from, to)) throw Object.assign(new Error('EIO: refused'), { code: 'EIO', syscall: 'rename' })
    await rename(from, to)
  },
})

/** Starts a build in a process of its own, which stops once its first file is written. */
const startElsewhere = async (out: string): Promise<() => Promise<void>> => {
  const door = new URL('../../pipeline/publish/release-folder.ts', import.meta.url)
  const script = `
    import { writeReleaseFolder } from ${JSON.stringify(door)}
    await writeReleaseFolder(${JSON.stringify(out)}, (folder) => {
      folder.write('issues.json', 'new')
      process.stdout.write('written')
      process.kill(process.pid, 'SIGSTOP')
    })`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}

describe('a first release', () => {
  it('appears whole, below folders that are made for it, and leaves nothing beside it', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'a', 'out')
      const { files } = await writeReleaseFolder(out, release('new', ['issues.json', 'site/b.html']))
      const tree = (await readdir(join(folder, 'a'), { recursive: true })).sort()
      assert.deepEqual(tree, ['out', 'out/SHA256SUMS', 'out/issues.json', 'out/site', 'out/site/b.html'])
      assert.deepEqual(
        files.map(({ name, bytes }) => [name, bytes]),
        [
          ['issues.json', 3],
          ['site/b.html', 3],
          ['SHA256SUMS', 2 * (64 + 2 + 11 + 1)],
        ],
      )
      assert.equal(files[0]?.sha256, createHash('sha256').update('new').digest('hex'))
    }))

  it('takes the place of an empty folder', () =>
    withFolder(async (folder) => {
      await mkdir(join(folder, 'out'))
      await write(join(folder, 'out'), 'new')
      await assertHolds(folder, ['out'], 'new')
    }))

  it('is reported in one sentence where it cannot be written', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'file'), 'mine')
      await assert.rejects(write(join(folder, 'file', 'out'), 'new'), {
        exitCode: 3,
        message: /cannot be written: it, or part of its path, is a file, not a folder \(ENOTDIR\);/,
      })
      await assert.rejects(write(join(folder, 'x'.repeat(250)), 'new'), { message: /the name is too long/ })
      assert.equal(await readFile(join(folder, 'file'), 'utf8'), 'mine')
    }))
})

describe('a later release', () => {
  it('replaces the previous one, files that are no longer made included', () =>
    withRelease(async (out, folder) => {
      await writeReleaseFolder(out, release('new', ['issues.json']))
      assert.deepEqual((await readdir(out)).sort(), ['SHA256SUMS', 'issues.json'])
      await assertHolds(folder, ['out'], 'new')
    }))

  it('is put behind a link, and the link stays', () =>
    withRelease(async (out, folder) => {
      await symlink('out', join(folder, 'link'))
      await write(join(folder, 'link'), 'new')
      assert.deepEqual([await readMark(out), await readMark(join(folder, 'link'))], ['new', 'new'])
    }))

  it('spares a file that was put into the previous release while it was being made', () =>
    withRelease(async (out, folder) => {
      const fill = async (staging: StagingFolder): Promise<void> => {
        release('new')(staging)
        await writeFile(join(out, 'mine.txt'), 'mine')
      }
      await assert.rejects(writeReleaseFolder(out, fill), { exitCode: 2, message: /mine\.txt/ })
      assert.equal(await readFile(join(out, 'mine.txt'), 'utf8'), 'mine')
      await assertHolds(folder, ['out'], 'old')
    }))

  it('leaves the previous one unchanged, and nothing beside it, if its files cannot be made or judged', () =>
    withRelease(async (out, folder) => {
      const fail = (): never => {
        throw new TypeError('no')
      }
      const fill = (staging: StagingFolder): void => {
        staging.open('issues.json').put(Buffer.from('new'))
        fail()
      }
      await assert.rejects(writeReleaseFolder(out, fill), TypeError)
      await assert.rejects(
        writeReleaseFolder(out, release('new'), { inspect: async () => fail() }),
        TypeError,
      )
      await assertHolds(folder, ['out'], 'old')
    }))

  it('gives the previous one its place back if it cannot be put there itself', () =>
    withRelease(async (out, folder) => {
      const effects = failingRename((from) => from.endsWith('.partial'))
      await assert.rejects(writeReleaseFolder(out, release('new'), effects), { exitCode: 3 })
      await assertHolds(folder, ['out'], 'old')
    }))

  it('says where the previous one is if even that fails, and the next build restores it', () =>
    withRelease(async (out, folder) => {
      const effects = failingRename((_, to) => to.endsWith('out'))
      const message = /previous release is in .+\.out\.previous;/
      await assert.rejects(writeReleaseFolder(out, release('new'), effects), { exitCode: 3, message })
      const half = failingRename((from) => from.endsWith('.partial'))
      await assert.rejects(writeReleaseFolder(out, release('new'), half), { exitCode: 3 })
      await assertHolds(folder, ['out'], 'old')
    }))

  it('is refused while another build writes there, and cleans up after a build that was killed', () =>
    withRelease(async (out, folder) => {
      const kill = await startElsewhere(out)
      await assert.rejects(write(out, 'new'), { exitCode: 3, message: /written by another build; run one/ })
      await kill()
      await assertHolds(folder, ['.out.build', '.out.partial', 'out'], 'old')
      await rename(out, join(folder, '.out.previous')) // as if killed between the two renames
      await mkdir(out)
      await assert.rejects(
        writeReleaseFolder(out, () => Promise.reject(new Error('no'))),
        /no/,
      )
      await assertHolds(folder, ['out'], 'old')
      await mkdir(join(folder, '.out.previous'))
      await write(out, 'new')
      await assertHolds(folder, ['out'], 'new')
    }))

  it('keeps what a killed build was replacing where foreign files are in its place', () =>
    withRelease(async (out, folder) => {
      await rename(out, join(folder, '.out.previous'))
      await mkdir(out)
      await writeFile(join(out, 'mine.txt'), '')
      await assert.rejects(write(out, 'new'), { exitCode: 2 })
      assert.equal(await readMark(join(folder, '.out.previous')), 'old')
    }))
})

describe('a release that is rejected', () => {
  it('is whole when it is judged, and lies beside the previous one, which stays', () =>
    withRelease(async (out, folder) => {
      let seen: string[] = []
      const { files, rejected } = await writeReleaseFolder(out, release('new'), {
        inspect: async (staging, target) => {
          seen = [await readMark(staging), ...(await readdir(staging)).sort(), await readMark(target)]
          return 'reject'
        },
      })
      assert.deepEqual(seen, ['new', 'SHA256SUMS', 'a.csv', 'issues.json', 'old'])
      assert.deepEqual([rejected, files.length], [`${out}.rejected`, 3])
      await assertHolds(folder, ['out', 'out.rejected'], 'old')
      assert.equal(await readMark(`${out}.rejected`), 'new')
    }))

  it('is replaced by the next one that is rejected, and removed when one is taken', () =>
    withRelease(async (out, folder) => {
      await write(out, 'first', 'reject')
      await write(out, 'second', 'reject')
      assert.equal(await readMark(`${out}.rejected`), 'second')
      await write(out, 'third')
      await assertHolds(folder, ['out'], 'third')
    }))

  it('may be the first one, and replaces no foreign files', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await write(out, 'new', 'reject')
      assert.deepEqual(await readdir(folder), ['out.rejected'])
      await writeFile(join(`${out}.rejected`, 'mine.txt'), 'mine')
      await assert.rejects(write(out, 'newer', 'reject'), { exitCode: 2 })
      await write(out, 'newest')
      assert.equal(await readFile(join(`${out}.rejected`, 'mine.txt'), 'utf8'), 'mine')
      await assertHolds(folder, ['out', 'out.rejected'], 'newest')
    }))
})
