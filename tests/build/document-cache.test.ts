import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, it } from 'vitest'
import { cacheReader } from '../../pipeline/build/document-cache.ts'
import type { DocumentTask, FileReading } from '../../pipeline/build/file-reading.ts'
import { readDocument } from '../../pipeline/build/read-document.ts'
import { makeIssue } from '../../schemas/index.ts'
import { makeTask } from './task.ts'

const folders: string[] = []
let folder: string
let read: DocumentTask[]
let said: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-cache-'))
  folders.push(folder)
  read = []
  said = []
})
afterAll(() => Promise.all(folders.map((one) => rm(one, { recursive: true, force: true }))))

const task = makeTask('norway.txt', 'KINGDOM OF NORWAY')

/** Reads by way of a fresh cache in the folder, and notes what was really read. */
const readCached = (
  document: DocumentTask = task,
  reader: (document: DocumentTask) => Promise<FileReading> = readDocument,
  cache: string | undefined = folder,
): Promise<FileReading> => {
  const inner = {
    width: 1,
    read: (one: DocumentTask) => {
      read.push(one)
      return reader(one)
    },
  }
  return cacheReader(inner, cache, (sentence) => said.push(sentence)).read(document)
}

const findEntry = async (): Promise<string> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const entry = entries.find((one) => one.isFile())
  assert.ok(entry)
  return join(entry.parentPath, entry.name)
}

describe('a cache', () => {
  it('has a document read once, and gives the same again', async () => {
    assert.deepEqual(await readCached(), await readCached())
    assert.equal(read.length, 1)
  })

  it('has it read again where its bytes, its name or an option differ', async () => {
    await readCached()
    for (const other of [
      makeTask('norway.txt', 'KINGDOM OF SWEDEN'),
      makeTask('elsewhere.txt', 'KINGDOM OF NORWAY'),
      { ...task, options: { ...task.options, ocr: 'force' as const } },
    ]) {
      read = []
      await readCached(other)
      await readCached(other)
      assert.equal(read.length, 1)
    }
  })

  it('takes no entry that was damaged or cut off', async () => {
    const reading = await readCached()
    const path = await findEntry()
    const whole = await readFile(path)
    for (const damage of [
      () =>
        writeFile(
          path,
          whole.map((byte, index) => (index === whole.length - 9 ? byte ^ 1 : byte)),
        ),
      () =>
        writeFile(
          path,
          whole.map((byte, index) => (index === 63 ? byte ^ 1 : byte)),
        ),
      () => truncate(path, whole.length - 1),
      () => truncate(path, 0),
      () => writeFile(path, ''),
    ]) {
      await damage()
      read = []
      assert.deepEqual(await readCached(), reading)
      assert.equal(read.length, 1)
    }
  })

  it('keeps nothing of a reader that failed', async () => {
    const issue = makeIssue('reader_failed', { document: task.source.name, value: 'it fell over' })
    const failed = { file: task.source.name, rejected: [issue], packed: [] }
    await readCached(task, async () => failed)
    await readCached()
    assert.equal(read.length, 2)
  })

  it('that cannot be written to is reported once, and documents are read', async () => {
    await writeFile(join(folder, 'file'), '')
    for (const unusable of [join(folder, 'file'), '/proc/nowhere/cache']) {
      said = []
      assert.equal((await readCached(task, readDocument, unusable)).file, task.source.name)
      assert.equal(said.length, 1)
      assert.match(said[0] ?? '', /^The cache .* cannot be written to \(E\w+\);/)
    }
  })

  it('removes what other versions of the code kept, and nothing else', async () => {
    const [other, foreign] = [join(folder, '0'.repeat(16)), join(folder, 'thesis')]
    await mkdir(other)
    await mkdir(foreign)
    await readCached()
    await readCached()
    assert.deepEqual([existsSync(other), existsSync(foreign), read.length], [false, true, 1])
  })
})
