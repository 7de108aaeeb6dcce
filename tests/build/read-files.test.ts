import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, it } from 'vitest'
import type { ListedCorrection } from '../../pipeline/build/parse-corrections.ts'
import { type ReadFiles, type ReadToStore, readFiles } from '../../pipeline/build/read-files.ts'
import { readToStore } from '../../pipeline/build/read-to-store.ts'
import { type DocumentStore, openStore } from '../../pipeline/build/store/index.ts'
import { listSourceFiles } from '../../pipeline/fetch/index.ts'
import { MADE_UP_PROFILE } from '../parse/made-up-profile.ts'

const folders: string[] = []
let input: string
let store: DocumentStore

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-read-files-'))
  folders.push(folder)
  return folder
}

beforeEach(async () => {
  input = await newFolder()
  for (const country of ['NORWAY', 'SWEDEN', 'DENMARK']) {
    const text = MADE_UP_PROFILE.join('\n').replace('REPUBLIC OF WISTREL', `KINGDOM OF ${country}`)
    await writeFile(join(input, `${country.toLowerCase()}.txt`), text)
  }
  store = (await openStore(await newFolder())).store
})
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

/** Reads the input; gives what came of it, and the names of the files that were really read. */
const read = async (
  corrections: readonly ListedCorrection[] = [],
  reader: ReadToStore = readToStore,
): Promise<ReadFiles & { readonly opened: readonly string[] }> => {
  const opened: string[] = []
  const context = {
    store,
    options: { ocr: 'off' },
    corrections,
    width: 3,
    readToStore: (task: Parameters<ReadToStore>[0]) => {
      opened.push(task.source.name)
      return reader(task)
    },
  } as const
  const files = await readFiles(await listSourceFiles([input]), context, () => {})
  return { ...files, opened: opened.sort() }
}

const rowsOf = (files: ReadFiles): Promise<unknown[]> =>
  Promise.all(files.readings.flatMap(({ profiles }) => profiles.map(files.rowsOf)))

const keptRows = async (): Promise<string[]> =>
  (await readdir(store.rows, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name !== 'used')
    .map((entry) => join(entry.parentPath, entry.name))

describe('reading files', () => {
  it('reads nothing where nothing has changed, and gives the same', async () => {
    const first = await read()
    const names = (await listSourceFiles([input])).map(({ name }) => name)
    assert.ok(names.length > 1)
    assert.deepEqual(first.opened, names)
    const second = await read()
    assert.deepEqual(second.opened, [])
    assert.deepEqual(second.readings, first.readings)
    assert.deepEqual(await rowsOf(second), await rowsOf(first))
  })

  it('reads again the one file that has changed', async () => {
    await read()
    const [first] = await listSourceFiles([input])
    assert.ok(first)
    await writeFile(first.path, `${await readFile(first.path, 'utf8')}\n`)
    assert.deepEqual((await read()).opened, [first.name])
  })

  it('reads again what was damaged or lost in the store, and gives the same', async () => {
    const before = await read()
    const rows = await rowsOf(before)
    const [damaged, lost] = await keptRows()
    assert.ok(damaged && lost)
    await writeFile(damaged, 'nonsense')
    await rm(lost)
    const second = await read()
    assert.equal(second.opened.length, 2)
    assert.deepEqual(await rowsOf(second), rows)
  })

  it('gives the rows even where the store is deleted once they were read', async () => {
    const files = await read()
    const rows = await rowsOf(files)
    await rm(store.rows, { recursive: true })
    await rm(store.pages, { recursive: true })
    assert.deepEqual(await rowsOf(files), rows)
    const [profile] = files.readings.flatMap(({ profiles }) => profiles)
    assert.ok(profile)
    assert.ok((await files.pagesOf(profile, await files.rowsOf(profile))).length > 0)
  })

  it('extracts no page again where only the reading of pages has changed', async () => {
    const rows = await rowsOf(await read())
    await rm(store.rows, { recursive: true })
    const withoutBytes: ReadToStore = (task) =>
      readToStore({ ...task, source: { ...task.source, bytes: new Uint8Array(task.source.bytes.length) } })
    const again = await read([], withoutBytes)
    assert.ok(again.opened.length > 1)
    assert.deepEqual(await rowsOf(again), rows)
  })

  it('keeps nothing of a reader that failed, and goes on with the others', async () => {
    const failing: ReadToStore = (task) =>
      task.source.name.startsWith('a') ? Promise.reject(new Error('fell over')) : readToStore(task)
    const [first] = await listSourceFiles([input])
    assert.ok(first)
    await copyFile(first.path, join(input, 'a.txt'))
    const { readings } = await read([], failing)
    const setAside = readings.flatMap((reading) => reading.setAside)
    assert.deepEqual(
      setAside.map(({ code, document }) => [code, document]),
      [['reader_failed', 'a.txt']],
    )
    assert.ok((await read()).opened.includes('a.txt'))
    assert.ok(existsSync(store.rows))
  })

  it('reads again the one file that a correction touches, and no other', async () => {
    const before = await read()
    assert.equal(before.readings.length, 3)
    const [profile] = before.readings.flatMap(({ profiles }) => profiles)
    assert.ok(profile)
    const { review, indicators } = await before.rowsOf(profile)
    const row = indicators.find(({ unit }) => unit === null)
    assert.ok(row && review)
    const correction = {
      document_id: profile.documentId,
      section_code: row.section_code,
      column: 'status',
      value: row.status === 'absent' ? 'present' : 'absent',
      reason: 'read again',
      who: 'A. Reader',
      note_sha256: createHash('sha256')
        .update(row.note ?? '')
        .digest('hex'),
    } as const
    const corrected = await read([{ line: 2, correction }])
    assert.deepEqual(corrected.opened, [profile.file])
    const after = (await corrected.rowsOf(profile)).indicators.find(
      ({ section_code }) => section_code === row.section_code,
    )
    assert.equal(after?.status, correction.value)
    assert.deepEqual((await read([{ line: 9, correction }])).opened, [])
  })
})
