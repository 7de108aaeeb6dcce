import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { openCsv } from '../../pipeline/publish/csv.ts'
import type { Row } from '../../pipeline/publish/published-table.ts'
import { matrix, review, TABLES, type Table, VIEWS } from '../../schemas/index.ts'
import { expectedCells, hostileRows } from './hostile-rows.ts'
import { query, rawCsv, readCsv, readCsvByDuckDb, withFolder } from './read-back.ts'
import { SAMPLE_DATASET } from './sample-dataset.ts'
import { writtenTable } from './written-table.ts'

const csv = (table: Table, rows: readonly Row[]): Promise<Uint8Array> => writtenTable(openCsv, table, rows)
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString()
const ALL_TABLES: readonly Table[] = [...Object.values(TABLES), ...Object.values(VIEWS)]

describe('a CSV file', () => {
  it('has a header line even without rows, and no byte order mark', async () => {
    const bytes = await csv(TABLES.boxes, [])
    assert.equal(text(bytes), 'document_id,section_code,box_no,page,x0,y0,x1,y1\n')
  })

  it('quotes only where it must, and doubles quotes', async () => {
    const lines = text(await csv(TABLES.items, SAMPLE_DATASET.items)).split('\n')
    assert.equal(
      lines[1],
      'nam-2014-08-12-1f0c9a7b,1.1.1,1,"Act No. 7, ""amended""",instrument,in_force,NA,1,0,0.1,5e-7,700.125',
    )
  })

  it('writes null as an empty cell and an empty text as a quoted one', async () => {
    const [sample] = SAMPLE_DATASET.review
    const [, row] = text(await csv(review, [{ ...sample, evidence: null, note: '' }])).split('\n')
    assert.match(row ?? '', /,none,,"",/)
  })

  it('writes booleans as words and dates as ISO text', async () => {
    const [header, row] = rawCsv(await csv(TABLES.indicators, SAMPLE_DATASET.indicators))
    assert.equal(row?.[header?.indexOf('source_date') ?? -1], '2014-08-12')
    assert.equal(row?.[header?.indexOf('is_latest') ?? -1], 'true')
  })

  it('fills the columns of the matrix, whose names hold dots', async () => {
    const [header, row] = rawCsv(await csv(matrix, SAMPLE_DATASET.matrix))
    assert.equal(header?.[4], '0.1')
    assert.deepEqual(new Set(row?.slice(4)), new Set(['present']))
  })

  it('ends every record by a line feed alone, carriage returns inside a cell kept in quotes', async () => {
    const [sample] = SAMPLE_DATASET.review
    const written = text(await csv(review, [{ ...sample, note: 'a\r\nb' }]))
    assert.match(written, /,"a\r\nb",/)
    assert.doesNotMatch(written.replaceAll('a\r\nb', ''), /\r/)
  })

  it('writes more rows than are turned into text at a time', async () => {
    const [sample] = SAMPLE_DATASET.boxes
    const rows = Array.from({ length: 10_000 }, (_, index) => ({ ...sample, box_no: index }))
    const cells = await readCsv(TABLES.boxes, await csv(TABLES.boxes, rows))
    assert.deepEqual(
      cells.map((row) => row[2]),
      rows.map((row) => row.box_no),
    )
  })

  it('keeps the texts NA and NAM as texts where DuckDB guesses the types itself', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'documents.csv')
      await writeFile(path, await csv(TABLES.documents, SAMPLE_DATASET.documents))
      const rows = await query(`SELECT country_code, country, typeof(pages) AS pages FROM '${path}'`)
      assert.deepEqual(rows, [
        { country_code: 'NAM', country: 'NA', pages: 'BIGINT' },
        { country_code: 'XAA', country: 'Utopia, “=Free” State', pages: 'BIGINT' },
      ])
    }))

  for (const table of ALL_TABLES) {
    it(`gives hostile rows of ${table.name} back through csv-parse`, () =>
      fc.assert(
        fc.asyncProperty(hostileRows(table), async (rows) => {
          assert.deepEqual(await readCsv(table, await csv(table, rows)), expectedCells(table, rows))
        }),
      ))

    it(`gives hostile rows of ${table.name} back through DuckDB`, () =>
      fc.assert(
        fc.asyncProperty(hostileRows(table), async (rows) => {
          assert.deepEqual(await readCsvByDuckDb(table, await csv(table, rows)), expectedCells(table, rows))
        }),
        { numRuns: 30 },
      ))

    it(`lets no cell of ${table.name} begin as a formula does`, () =>
      fc.assert(
        fc.asyncProperty(hostileRows(table), async (rows) => {
          for (const cell of rawCsv(await csv(table, rows)).flat())
            assert.doesNotMatch(cell ?? '', /^[=+\-@\t\r\n]/)
        }),
      ))
  }
})
