import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { openSqlite } from '../../pipeline/publish/sqlite.ts'
import { issues, listColumns, releaseInfo, TABLES, type Table, VIEWS } from '../../schemas/index.ts'
import { expectedCells, hostileText } from './hostile-rows.ts'
import { withFolder } from './read-back.ts'
import { releaseFiles, writeItemTexts } from './release-files.ts'
import { EMPTY_DATASET, SAMPLE_DATASET } from './sample-dataset.ts'

const NAME = 'cyberwellness.sqlite'
const ALL_TABLES: readonly Table[] = [...Object.values(TABLES), ...Object.values(VIEWS), issues]

/** Runs with the database of a release, opened by its path. */
const withDatabase = <T>(bytes: Uint8Array, use: (database: DatabaseSync, path: string) => T | Promise<T>) =>
  withFolder(async (folder) => {
    const path = join(folder, NAME)
    await writeFile(path, bytes)
    const database = new DatabaseSync(path, { readOnly: true })
    try {
      return await use(database, path)
    } finally {
      database.close()
    }
  })

const writeDatabase = async (dataset: typeof SAMPLE_DATASET): Promise<Uint8Array> =>
  (await releaseFiles(dataset)).get(NAME) ?? new Uint8Array()

const SAMPLE = await writeDatabase(SAMPLE_DATASET)
const EMPTY = await writeDatabase(EMPTY_DATASET)

/** The cells of a table, booleans as such. */
const readCells = (database: DatabaseSync, table: Table): unknown[][] =>
  database
    .prepare(`SELECT * FROM "${table.name}"`)
    .all()
    .map((row) =>
      listColumns(table).map(({ name, storage }) => (storage === 'bool' ? row[name] === 1 : row[name])),
    )

describe('the database of a release', () => {
  it.each([
    ['row by row', SAMPLE, SAMPLE_DATASET],
    ['without rows', EMPTY, EMPTY_DATASET],
  ] as const)('holds every table %s', (_, bytes, dataset) =>
    withDatabase(bytes, (database) => {
      for (const table of ALL_TABLES) {
        const expected = expectedCells(table, dataset[table.name as keyof typeof TABLES])
        assert.deepEqual(readCells(database, table), expected, table.name)
      }
    }),
  )

  it('has a view of the latest documents, and says what every column and status means', () =>
    withDatabase(SAMPLE, (database) => {
      const get = (sql: string) => Object.values(database.prepare(sql).get() ?? {})[0]
      const latest = SAMPLE_DATASET.indicators.filter(({ is_latest }) => is_latest)
      assert.equal(get('SELECT count(*) FROM latest'), latest.length)
      assert.equal(get('SELECT count(*) FROM columns'), ALL_TABLES.flatMap(listColumns).length)
      assert.equal(get("SELECT label FROM codes WHERE value = 'present'"), 'Present')
      assert.equal(get("SELECT text FROM about WHERE name = 'title'"), releaseInfo('specimen').title)
    }))

  it('refers to no row that is not there, checks closed lists, and passes the check of SQLite', () =>
    withDatabase(SAMPLE, (database, path) => {
      assert.deepEqual(database.prepare('PRAGMA foreign_key_check').all(), [])
      assert.equal(database.prepare('PRAGMA integrity_check').get()?.['integrity_check'], 'ok')
      const writable = new DatabaseSync(path)
      assert.throws(() => writable.exec("UPDATE indicators SET status = 'yes'"), /CHECK constraint failed/)
      writable.close()
    }))

  it('gives any text back, NUL and line breaks included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 1, maxLength: 30 }), async (texts) => {
        const { rows, bytes } = await writeItemTexts(openSqlite, NAME, texts)
        await withDatabase(bytes, (database) => {
          assert.deepEqual(readCells(database, TABLES.items), expectedCells(TABLES.items, rows))
        })
      }),
      { numRuns: 20 },
    )
  })
})
