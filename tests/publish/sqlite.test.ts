import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { openSqlite } from '../../pipeline/publish/sqlite.ts'
import { columnsOf, issues, releaseInfo, TABLES, type Table, VIEWS } from '../../schemas/index.ts'
import { expectedCells, hostileText } from './hostile-rows.ts'
import { query, withFolder } from './read-back.ts'
import { releaseFiles, writeItemTexts } from './release-files.ts'
import { EMPTY_DATASET, SAMPLE_DATASET } from './sample-dataset.ts'

const NAME = 'cyberwellness.sqlite'

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

const databaseOf = async (dataset: typeof SAMPLE_DATASET): Promise<Uint8Array> =>
  (await releaseFiles(dataset)).get(NAME) ?? new Uint8Array()

/** The cells of a table or view, booleans as such. */
const cellsOf = (database: DatabaseSync, table: Table): unknown[][] =>
  database
    .prepare(`SELECT * FROM "${table.name}"`)
    .all()
    .map((row) =>
      columnsOf(table).map(({ name, storage }) => (storage === 'bool' ? row[name] === 1 : row[name])),
    )

describe('the database of a release', () => {
  it('holds every table, the review list and the issues, row by row as they are', async () => {
    const expected: readonly (readonly [Table, readonly Readonly<Record<string, unknown>>[]])[] = [
      [TABLES.indicators, SAMPLE_DATASET.indicators],
      [TABLES.items, SAMPLE_DATASET.items],
      [TABLES.documents, SAMPLE_DATASET.documents],
      [TABLES.sections, SAMPLE_DATASET.sections],
      [TABLES.boxes, SAMPLE_DATASET.boxes],
      [VIEWS.review, SAMPLE_DATASET.review],
      [issues, SAMPLE_DATASET.issues],
    ]
    await withDatabase(await databaseOf(SAMPLE_DATASET), (database) => {
      for (const [table, rows] of expected) {
        assert.deepEqual(cellsOf(database, table), expectedCells(table, rows), table.name)
      }
    })
  })

  it('has the views latest and matrix, which follow from the indicators', async () => {
    await withDatabase(await databaseOf(SAMPLE_DATASET), (database) => {
      const latest = database.prepare('SELECT count(*) AS rows FROM latest').get()
      assert.equal(latest?.['rows'], SAMPLE_DATASET.indicators.filter(({ is_latest }) => is_latest).length)
      const derived = SAMPLE_DATASET.matrix.map((row) => {
        const cells = SAMPLE_DATASET.indicators
          .filter(({ document_id }) => document_id === row.document_id)
          .map(({ section_code, status }) => [section_code, status])
        return { ...row, ...Object.fromEntries(cells) }
      })
      assert.deepEqual(cellsOf(database, VIEWS.matrix), expectedCells(VIEWS.matrix, derived))
    })
  })

  it('says what every column and status means', async () => {
    await withDatabase(await databaseOf(SAMPLE_DATASET), (database) => {
      const described = database.prepare('SELECT count(*) AS n FROM columns').get()
      const all = [...Object.values(TABLES), ...Object.values(VIEWS), issues]
      assert.equal(described?.['n'], all.flatMap((table: Table) => columnsOf(table)).length)
      const present = database.prepare("SELECT label FROM codes WHERE value = 'present'").get()
      assert.equal(present?.['label'], 'Present')
      const title = database.prepare("SELECT text FROM about WHERE name = 'title'").get()
      assert.equal(title?.['text'], releaseInfo('specimen').title)
    })
  })

  it('refers to no row that is not there, and passes the check of SQLite', async () => {
    await withDatabase(await databaseOf(SAMPLE_DATASET), (database) => {
      assert.deepEqual(database.prepare('PRAGMA foreign_key_check').all(), [])
      assert.equal(database.prepare('PRAGMA integrity_check').get()?.['integrity_check'], 'ok')
    })
  })

  it('is read by DuckDB where its extension is at hand', async (test) => {
    await withDatabase(await databaseOf(SAMPLE_DATASET), async (_, path) => {
      const loaded = await query('LOAD sqlite').then(
        () => true,
        () => false,
      )
      if (!loaded) return test.skip('DuckDB has no extension for SQLite here')
      const rows = await query(`SELECT country FROM sqlite_scan('${path}', 'documents')`)
      assert.deepEqual(
        rows.map(({ country }) => country),
        SAMPLE_DATASET.documents.map(({ country }) => country),
      )
    })
  })

  it('is the same bytes for the same rows, and a whole database without any', async () => {
    assert.deepEqual(await databaseOf(SAMPLE_DATASET), await databaseOf(SAMPLE_DATASET))
    await withDatabase(await databaseOf(EMPTY_DATASET), (database) => {
      assert.deepEqual(cellsOf(database, TABLES.indicators), [])
    })
  })

  it('gives any text back, NUL and line breaks included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 1, maxLength: 30 }), async (texts) => {
        const { rows, bytes } = await writeItemTexts(openSqlite, NAME, texts)
        await withDatabase(bytes, (database) => {
          assert.deepEqual(cellsOf(database, TABLES.items), expectedCells(TABLES.items, rows))
        })
      }),
      { numRuns: 20 },
    )
  })
})
