import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { OutputRefused } from '../../pipeline/publish/output-error.ts'
import { clearLeftovers, workingFolder } from '../../pipeline/publish/working-folders.ts'
import { withFolder } from './read-back.ts'

const OWN = 2 ** 30

/** The id of a process that has ended. */
const deadProcessId = (): number => spawnSync(process.execPath, ['--version']).pid

const release = async (folder: string, mark: string): Promise<void> => {
  await mkdir(folder)
  await writeFile(join(folder, 'issues.json'), mark)
  await writeFile(join(folder, 'SHA256SUMS'), `${'0'.repeat(64)}  issues.json\n`)
}

const markOf = (folder: string): Promise<string> => readFile(join(folder, 'issues.json'), 'utf8')

describe('a working folder', () => {
  it('stands beside the output folder, hidden, and names its process', () => {
    assert.equal(workingFolder(join('a', 'out'), 'partial', 7), join('a', '.out.partial-7'))
  })
})

describe('clearLeftovers', () => {
  it('removes what a killed build had written so far', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await release(workingFolder(out, 'partial', deadProcessId()), 'half')
      await release(workingFolder(out, 'partial', OWN), 'an earlier process with our id')
      await clearLeftovers(out, OWN)
      assert.deepEqual(await readdir(folder), [])
    }))

  it('brings the former release back where none stands', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await release(workingFolder(out, 'previous', deadProcessId()), 'former')
      await clearLeftovers(out, OWN)
      assert.deepEqual(await readdir(folder), ['out'])
      assert.equal(await markOf(out), 'former')
    }))

  it('brings the former release back over an empty folder', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await mkdir(out)
      await release(workingFolder(out, 'previous', deadProcessId()), 'former')
      await clearLeftovers(out, OWN)
      assert.equal(await markOf(out), 'former')
    }))

  it('removes the former release where its successor stands', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await release(out, 'new')
      await release(workingFolder(out, 'previous', deadProcessId()), 'former')
      await clearLeftovers(out, OWN)
      assert.deepEqual(await readdir(folder), ['out'])
      assert.equal(await markOf(out), 'new')
    }))

  it('keeps the former release where foreign files stand', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      const previous = workingFolder(out, 'previous', deadProcessId())
      await mkdir(out)
      await writeFile(join(out, 'mine.txt'), '')
      await release(previous, 'former')
      await assert.rejects(clearLeftovers(out, OWN), OutputRefused)
      assert.equal(await markOf(previous), 'former')
    }))

  it('leaves builds that still run, other output folders and unlike names alone', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      const dead = deadProcessId()
      const kept = [
        `.out.partial-${process.pid}`,
        `.out2.partial-${dead}`,
        '.out.partial-x',
        `out.partial-${dead}`,
      ]
      for (const name of kept) await mkdir(join(folder, name))
      await clearLeftovers(out, OWN)
      assert.deepEqual((await readdir(folder)).sort(), kept.sort())
    }))

  it('has nothing to do where not even the parent folder exists', () =>
    withFolder((folder) => clearLeftovers(join(folder, 'a', 'b', 'out'), OWN)))
})
