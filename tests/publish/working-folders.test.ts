import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { OutputRefused } from '../../pipeline/publish/output-error.ts'
import { asBuild, clearLeftovers, workingFolder } from '../../pipeline/publish/working-folders.ts'
import { withFolder } from './read-back.ts'

/** The token of a build that has ended, and of another. */
const DEAD = '0123456789ab'
const OTHER = 'ba9876543210'

const release = async (folder: string, mark: string): Promise<void> => {
  await mkdir(folder)
  await writeFile(join(folder, 'issues.json'), mark)
  await writeFile(join(folder, 'SHA256SUMS'), `${'0'.repeat(64)}  issues.json\n`)
}

const markOf = (folder: string): Promise<string> => readFile(join(folder, 'issues.json'), 'utf8')

describe('a working folder', () => {
  it('stands beside the output folder, hidden, and bears the token of its build', () => {
    assert.equal(workingFolder(join('a', 'out'), 'partial', DEAD), join('a', `.out.partial-${DEAD}`))
  })
})

describe('clearLeftovers', () => {
  it('removes what a killed build had written so far', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await release(workingFolder(out, 'partial', DEAD), 'half')
      await writeFile(join(folder, `.out.build-${DEAD}`), '')
      await writeFile(join(folder, `.out.build-${OTHER}`), '')
      await clearLeftovers(out)
      assert.deepEqual(await readdir(folder), [])
    }))

  it('brings the former release back where none stands', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await release(workingFolder(out, 'previous', DEAD), 'former')
      await clearLeftovers(out)
      assert.deepEqual(await readdir(folder), ['out'])
      assert.equal(await markOf(out), 'former')
    }))

  it('brings the former release back over an empty folder', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await mkdir(out)
      await release(workingFolder(out, 'previous', DEAD), 'former')
      await clearLeftovers(out)
      assert.equal(await markOf(out), 'former')
    }))

  it('removes the former release where its successor stands', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await release(out, 'new')
      await release(workingFolder(out, 'previous', DEAD), 'former')
      await clearLeftovers(out)
      assert.deepEqual(await readdir(folder), ['out'])
      assert.equal(await markOf(out), 'new')
    }))

  it('keeps the former release where foreign files stand', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      const previous = workingFolder(out, 'previous', DEAD)
      await mkdir(out)
      await writeFile(join(out, 'mine.txt'), '')
      await release(previous, 'former')
      await assert.rejects(clearLeftovers(out), OutputRefused)
      assert.equal(await markOf(previous), 'former')
    }))

  it('leaves builds that still run alone, and clears up after them when they have ended', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await asBuild(out, async (token) => {
        await release(workingFolder(out, 'partial', token), 'half')
        await clearLeftovers(out)
        assert.equal(await markOf(workingFolder(out, 'partial', token)), 'half')
      })
      await clearLeftovers(out)
      assert.deepEqual(await readdir(folder), [])
    }))

  it('leaves other output folders and unlike names alone', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      const kept = [`.out2.partial-${DEAD}`, '.out.partial-x', `out.partial-${DEAD}`]
      for (const name of kept) await mkdir(join(folder, name))
      await clearLeftovers(out)
      assert.deepEqual((await readdir(folder)).sort(), kept.sort())
    }))

  it('has nothing to do where not even the parent folder exists', () =>
    withFolder((folder) => clearLeftovers(join(folder, 'a', 'b', 'out'))))
})
