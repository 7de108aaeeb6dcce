import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, it } from 'vitest'
import { cacheReader, type DocumentReader, rejectFile } from '../../pipeline/build/index.ts'
import { makeIssue } from '../../schemas/index.ts'
import { makeTestFolder, temporaryFolder } from '../test-folder.ts'
import { IN_PROCESS } from './in-process.ts'
import { makeTask } from './task.ts'

const task = makeTask('norway.txt', 'KINGDOM OF NORWAY')
const reading = await IN_PROCESS.read(task)
const full = makeTestFolder()

/** Reads a document by way of a new cache in a folder. */
const makeCache = (folder: string, inner: DocumentReader['read'] = async () => reading) => {
  const found = { read: 0, said: [] as string[] }
  const read: DocumentReader['read'] = (document) => {
    found.read++
    return inner(document)
  }
  const say = (sentence: string) => found.said.push(sentence)
  return { ...cacheReader({ width: 1, read }, folder, say), found }
}

/** How many of the tasks are really read, by a cache that has read the usual one. */
const countReads = async (folder: string, ...tasks: (typeof task)[]): Promise<number> => {
  const { read, found } = makeCache(folder)
  for (const one of tasks) assert.deepEqual(await read(one), reading)
  return found.read
}

describe('a cache', () => {
  let folder: string
  beforeEach(async () => {
    folder = temporaryFolder()
    assert.equal(await countReads(folder, task), 1)
  })

  it.for<[what: string, other: typeof task, reads: number]>([
    ['nothing', task, 0],
    ['bytes', makeTask('norway.txt', 'KINGDOM OF SWEDEN'), 1],
    ['name', makeTask('elsewhere.txt', 'KINGDOM OF NORWAY'), 1],
    ['an option', { ...task, options: { ...task.options, ocr: 'force' } }, 1],
    ['a limit', { ...task, options: { ...task.options, limits: { ...task.options.limits, pages: 1 } } }, 1],
  ])('has a document read again, and once, if this differs: %s', async ([, other, reads]) => {
    assert.equal(await countReads(folder, other, other), reads)
  })

  it.for<[what: string, change: (entry: Buffer) => Uint8Array]>([
    ['with another byte in its text', (entry) => entry.fill('0', entry.length - 9, entry.length - 8)],
    ['with another digit in its hash', (entry) => entry.fill('x', 63, 64)],
    ['that was cut off', (entry) => entry.subarray(0, -1)],
    ['that is empty', () => Buffer.from('')],
  ])('takes no entry %s', async ([, change]) => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const { parentPath, name } = entries.find((one) => one.isFile()) ?? assert.fail('no entry')
    await writeFile(join(parentPath, name), change(await readFile(join(parentPath, name))))
    assert.equal(await countReads(folder, task), 1)
    assert.equal(await countReads(folder, task), 0)
  })

  it('keeps nothing of a reader that failed', async () => {
    const other = makeTask('other.txt', 'KINGDOM OF NORWAY')
    const issue = makeIssue('reader_failed', { document: 'other.txt', value: 'it fell over' })
    await makeCache(folder, async () => rejectFile('other.txt', issue)).read(other)
    assert.equal(await countReads(folder, other), 1)
  })

  it('that cannot be written to is reported once, and documents are read', async () => {
    await writeFile(join(full, 'file'), '')
    for (const unusable of [join(full, 'file'), '/proc/nowhere/cache']) {
      const { read, found } = makeCache(unusable)
      for (const _ of [1, 2]) assert.deepEqual(await read(task), reading)
      assert.equal(found.read, 2)
      assert.match(found.said.join('\n'), /^The cache .* cannot be written to \(E\w+\);.*$/)
    }
  })

  it('removes what other versions of the code kept, and nothing else', async () => {
    const [other, foreign] = [join(folder, '0'.repeat(16)), join(folder, 'thesis')]
    for (const path of [other, foreign]) await mkdir(path)
    assert.equal(await countReads(folder, task), 0)
    assert.deepEqual([existsSync(other), existsSync(foreign)], [false, true])
  })
})
