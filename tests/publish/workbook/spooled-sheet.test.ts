import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import type { Batch } from '../../../pipeline/publish/batch.ts'
import { openStagingFolder } from '../../../pipeline/publish/staging-folder.ts'
import { openWorkbook } from '../../../pipeline/publish/workbook/index.ts'
import type { SheetColumn } from '../../../pipeline/publish/workbook/sheet-xml.ts'
import { spooledPieces, spoolSheet } from '../../../pipeline/publish/workbook/spooled-sheet.ts'
import { columnsOf, releaseInfo, TABLES } from '../../../schemas/index.ts'
import { withFolder } from '../read-back.ts'

const COLUMNS: readonly SheetColumn[] = [{ name: 'text', width: 10, isDate: false, styleOf: () => null }]

/** Items with more text than is kept in memory before it is written. */
const LONG_ITEMS: Batch = {
  length: 2,
  columns: columnsOf(TABLES.items).map(({ name }) => ({
    kind: 'cells',
    cells: Array(2).fill(name === 'text' ? '&'.repeat(32_000) : null),
  })),
}

/** Where Linux lists what a process has open. */
const OPEN_FILES = '/proc/self/fd'

/** The files below a folder that this process has open. */
const openBelow = async (folder: string): Promise<string[]> => {
  const targets = await Promise.all(
    (await readdir(OPEN_FILES)).map((descriptor) => readlink(join(OPEN_FILES, descriptor)).catch(() => '')),
  )
  return targets.filter((target) => target.startsWith(folder))
}

describe('a spooled sheet', () => {
  it('gives back what was added, however much, and removes its file', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'part')
      const sheet = spoolSheet(path, 'items', COLUMNS, 0)
      const text = 'x'.repeat(30_000)
      for (let row = 0; row < 100; row++) sheet.add([text])
      const part = Buffer.concat(
        Array.from(spooledPieces(sheet.end()), (piece) => Buffer.from(piece)),
      ).toString()
      assert.equal(part.split(text).length, 101)
      assert.ok(part.startsWith('<?xml') && part.endsWith('</worksheet>'))
      assert.equal(existsSync(path), false)
    }))

  it('is let go of where a release fails, and by its archive where that fails', async (test) => {
    if (!existsSync(OPEN_FILES)) return test.skip('this system does not list open files')
    await withFolder(async (folder) => {
      for (const end of ['abandon', 'finish'] as const) {
        const staging = openStagingFolder(join(folder, end))
        const put = (): never => assert.fail('the disk is full')
        const full = { ...staging, open: () => ({ put, close: () => {}, abandon: () => {} }) }
        const sink = openWorkbook(full, releaseInfo('specimen'), 'specimen')
        await sink.write(TABLES.items, LONG_ITEMS)
        assert.ok((await openBelow(folder)).some((path) => path.endsWith('items.part')))
        if (end === 'finish') {
          sink.end?.()
          await assert.rejects(async () => sink.finish(), /the disk is full/)
        }
        sink.abandon?.()
        assert.deepEqual(await openBelow(folder), [])
      }
    })
  })
})
