import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { checksumList } from '../../pipeline/publish/checksums.ts'
import { OutputRefused, OutputUnwritable } from '../../pipeline/publish/output-error.ts'
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

const markOf = (out: string): Promise<string> => readFile(join(out, 'issues.json'), 'utf8')

/** Every path below a folder. */
const treeOf = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).sort()

/** Renames as the system does, but fails where told to. */
const failingRename = (fails: (from: string, to: string) => boolean) => ({
  rename: async (from: string, to: string): Promise<void> => {
    if (fails(from, to)) throw Object.assign(new Error('EIO: refused'), { code: 'EIO', syscall: 'rename' })
    await rename(from, to)
  },
})

/** Starts a build in a process of its own and kills it with its first file written. */
const killWhileWriting = async (out: string): Promise<void> => {
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
  child.kill('SIGKILL')
  await once(child, 'exit')
}

describe('a first release', () => {
  it('appears whole, below folders that are made for it, and leaves nothing beside it', () =>
    withFolder(async (folder) => {
      const published = await writeReleaseFolder(
        join(folder, 'a', 'out'),
        release('new', ['issues.json', 'site/b.html']),
      )
      assert.deepEqual(await treeOf(join(folder, 'a')), [
        'out',
        join('out', 'SHA256SUMS'),
        join('out', 'issues.json'),
        join('out', 'site'),
        join('out', 'site', 'b.html'),
      ])
      assert.deepEqual(
        published.map(({ name, bytes }) => [name, bytes]),
        [
          ['issues.json', 3],
          ['site/b.html', 3],
          ['SHA256SUMS', 2 * (64 + 2 + 11 + 1)],
        ],
      )
      assert.equal(published[0]?.sha256, createHash('sha256').update('new').digest('hex'))
    }))

  it('takes the place of an empty folder', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await mkdir(out)
      await writeReleaseFolder(out, release('new'))
      assert.equal(await markOf(out), 'new')
      assert.deepEqual(await readdir(folder), ['out'])
    }))
})

describe('a later release', () => {
  it('replaces the former one, files that are no longer made included', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await writeReleaseFolder(out, release('old', ['issues.json', 'gone.csv']))
      await writeReleaseFolder(out, release('new'))
      assert.deepEqual(await treeOf(folder), [
        'out',
        ...['SHA256SUMS', 'a.csv', 'issues.json'].map((name) => join('out', name)),
      ])
      assert.equal(await markOf(out), 'new')
    }))

  it('is put behind a link, and the link stays', () =>
    withFolder(async (folder) => {
      await writeReleaseFolder(join(folder, 'real'), release('old'))
      await symlink('real', join(folder, 'link'))
      await writeReleaseFolder(join(folder, 'link'), release('new'))
      assert.equal(await markOf(join(folder, 'real')), 'new')
      assert.equal(await markOf(join(folder, 'link')), 'new')
    }))

  it('touches nothing where foreign files stand', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await writeReleaseFolder(out, release('old'))
      await writeFile(join(out, 'mine.txt'), 'mine')
      const before = await treeOf(folder)
      await assert.rejects(writeReleaseFolder(out, release('new')), OutputRefused)
      assert.deepEqual(await treeOf(folder), before)
      assert.equal(await markOf(out), 'old')
    }))

  it('spares a file that was put into the former release while it was being made', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await writeReleaseFolder(out, release('old'))
      const fill = async (staging: StagingFolder): Promise<void> => {
        release('new')(staging)
        await writeFile(join(out, 'mine.txt'), 'mine')
      }
      await assert.rejects(writeReleaseFolder(out, fill), OutputRefused)
      assert.equal(await readFile(join(out, 'mine.txt'), 'utf8'), 'mine')
      assert.deepEqual(await readdir(folder), ['out'])
    }))

  it('leaves the former one standing, and nothing beside it, when making its files fails', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await writeReleaseFolder(out, release('old'))
      const fill = (staging: StagingFolder): void => {
        staging.open('issues.json').put(Buffer.from('new'))
        throw new TypeError('column x takes utf8, not 1')
      }
      await assert.rejects(writeReleaseFolder(out, fill), TypeError)
      assert.deepEqual(await readdir(folder), ['out'])
      assert.equal(await markOf(out), 'old')
    }))

  it('gives the former one its place back when it cannot be put there itself', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await writeReleaseFolder(out, release('old'))
      const effects = failingRename((from) => from.includes('.partial-'))
      await assert.rejects(writeReleaseFolder(out, release('new'), effects), OutputUnwritable)
      assert.deepEqual(await readdir(folder), ['out'])
      assert.equal(await markOf(out), 'old')
    }))

  it('says where the previous one is when even that fails, and the next build brings it back', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await writeReleaseFolder(out, release('old'))
      const effects = failingRename((_, to) => to.endsWith('out'))
      await assert.rejects(writeReleaseFolder(out, release('new'), effects), {
        name: 'OutputUnwritable',
        message: /previous release is in .+\.out\.previous-[0-9a-f]+;/,
      })
      const half = failingRename((from) => from.includes('.partial-'))
      await assert.rejects(writeReleaseFolder(out, release('new'), half), OutputUnwritable)
      assert.deepEqual(await readdir(folder), ['out'])
      assert.equal(await markOf(out), 'old')
    }))

  it('clears up after a build that was killed while it wrote, and after one killed between the two renames', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await writeReleaseFolder(out, release('old'))
      await killWhileWriting(out)
      const left = (await readdir(folder)).sort()
      assert.deepEqual(
        left.map((name) => name.replace(/-[0-9a-f]+$/, '')),
        ['.out.build', '.out.partial', 'out'],
      )
      const killed = left[1]?.split('-').at(-1)
      await rename(out, join(folder, `.out.previous-${killed}`))
      await writeReleaseFolder(out, release('new'))
      assert.deepEqual(await readdir(folder), ['out'])
      assert.equal(await markOf(out), 'new')
    }))
})

describe('an output folder that cannot be written', () => {
  it('is reported in one sentence where its parent is a file', () =>
    withFolder(async (folder) => {
      const parent = join(folder, 'file')
      await writeFile(parent, 'mine')
      const out = join(parent, 'out')
      await assert.rejects(writeReleaseFolder(out, release('new')), {
        name: 'OutputUnwritable',
        message: `${out} cannot be written: part of the path is a file, not a folder (ENOTDIR); name another output folder.`,
      })
      assert.equal(await readFile(parent, 'utf8'), 'mine')
    }))

  it('is reported where its name is too long', () =>
    withFolder((folder) =>
      assert.rejects(writeReleaseFolder(join(folder, 'x'.repeat(250)), release('new')), OutputUnwritable),
    ))
})
