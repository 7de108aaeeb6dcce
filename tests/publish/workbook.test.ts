import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre'
import { describe, it } from 'vitest'
import { MAX_WORKBOOK_DOCUMENTS, openWorkbook } from '../../pipeline/publish/workbook.ts'
import {
  columnsOf,
  type Dataset,
  STATUS_APPEARANCE,
  STATUSES,
  TABLES,
  type Table,
  VIEWS,
} from '../../schemas/index.ts'
import { expectedCells, hostileText } from './hostile-rows.ts'
import { hasCalc, sheetsByCalc } from './office.ts'
import { rawCsv, withFolder } from './read-back.ts'
import { releaseFiles, writeItemTexts } from './release-files.ts'
import { EMPTY_DATASET, SAMPLE_DATASET } from './sample-dataset.ts'

const NAME = 'cyberwellness.xlsx'

const workbookOf = async (dataset: Dataset): Promise<Uint8Array> =>
  (await releaseFiles(dataset)).get(NAME) ?? new Uint8Array()

const isoDate = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString().slice(0, 10) : value

/** The rows of a sheet by a reader that is not ours, header included, as wide as the header. */
const rowsOf = async (bytes: Uint8Array, name: string): Promise<unknown[][]> => {
  const { sheets } = await readXlsx(bytes)
  const sheet = sheets.find((one) => one.name === name)
  assert.ok(sheet, name)
  const width = sheet.rows[0]?.length ?? 0
  return sheet.rows.map((row) => Array.from({ length: width }, (_, index) => isoDate(row[index] ?? null)))
}

/** A cell as Calc shows it; within cells it keeps line ends of one kind only. */
const shownByCalc = (cell: unknown): string => {
  if (cell === null) return ''
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell).replaceAll('\r\n', '\n')
}

/** Calc writes small numbers out. */
const readFromCalc = (cell: string | null): string =>
  /^0\.\d+$/.test(cell ?? '') ? String(Number(cell)) : (cell ?? '')

const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString()]))

/** The fill of a cell as `#rrggbb`. */
const fillColour = async (bytes: Uint8Array, sheet: string, cell: string): Promise<string> => {
  const { sheets } = await readXlsx(bytes, { readStyles: true })
  const fill = sheets.find(({ name }) => name === sheet)?.cells?.get(cell)?.style?.fill
  const colour = fill?.type === 'pattern' ? (fill.fgColor?.rgb ?? '') : ''
  return `#${colour.slice(-6).toLowerCase()}`
}

describe('the workbook of a release', () => {
  const published: readonly (readonly [Table, readonly Readonly<Record<string, unknown>>[]])[] = [
    [TABLES.indicators, SAMPLE_DATASET.indicators],
    [VIEWS.matrix, SAMPLE_DATASET.matrix],
    [TABLES.items, SAMPLE_DATASET.items],
  ]

  for (const [table, rows] of published) {
    it(`holds ${table.name} row by row: dates as dates, codes as text, nulls as nothing`, async () => {
      const [header, ...cells] = await rowsOf(await workbookOf(SAMPLE_DATASET), table.name)
      assert.deepEqual(
        header,
        columnsOf(table).map(({ name }) => name),
      )
      assert.deepEqual(cells, expectedCells(table, rows))
    })
  }

  it('has the sheets indicators, matrix, items, codebook and about', async () => {
    const { sheets } = await readXlsx(await workbookOf(SAMPLE_DATASET))
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ['indicators', 'matrix', 'items', 'codebook', 'about'],
    )
  })

  it('explains every status and column, and says of specimens that they are', async () => {
    const bytes = await workbookOf(SAMPLE_DATASET)
    const codebook = await rowsOf(bytes, 'codebook')
    assert.ok(codebook.some(([kind, , value]) => kind === 'value' && value === 'not_reported'))
    assert.ok(
      codebook.some(([kind, where, value]) => kind === 'column' && where === 'items' && value === 'x0'),
    )
    assert.match(JSON.stringify(await rowsOf(bytes, 'about')), /SPECIMENS.*CC0-1\.0/)
  })

  it('gives every status its colour, in the codebook as in the matrix', async () => {
    const bytes = await workbookOf(SAMPLE_DATASET)
    assert.equal(await fillColour(bytes, 'matrix', '1,12'), STATUS_APPEARANCE.present.fill)
    const codebook = await rowsOf(bytes, 'codebook')
    for (const status of STATUSES) {
      const row = codebook.findIndex(([, , value]) => value === status)
      assert.equal(await fillColour(bytes, 'codebook', `${row},2`), STATUS_APPEARANCE[status].fill, status)
    }
  })

  it('keeps every header in sight, the countries of the matrix too, and offers filters', async () => {
    const parts = partsOf(await workbookOf(SAMPLE_DATASET))
    const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/'))
    assert.equal(sheets.length, 5)
    for (const [name, text] of sheets) {
      assert.match(text, /<pane [^>]*ySplit="1" topLeftCell="[A-Z]2" [^>]*state="frozen"/, name)
      assert.match(text, /<autoFilter ref="A1:[A-Z]+\d+"\/>/, name)
    }
    assert.match(parts.get('xl/worksheets/sheet2.xml') ?? '', /<pane xSplit="2"/)
  })

  it('states the dimension of every sheet, so that readers of rows see them all', async () => {
    const parts = partsOf(await workbookOf(SAMPLE_DATASET))
    const rows = SAMPLE_DATASET.indicators.length + 1
    assert.match(
      parts.get('xl/worksheets/sheet1.xml') ?? '',
      new RegExp(`<dimension ref="A1:[A-Z]+${rows}"/>`),
    )
    for (const [name, text] of parts) {
      if (name.startsWith('xl/worksheets/')) assert.match(text, /<dimension ref="A1:[A-Z]+\d+"\/>/, name)
    }
  })

  it('holds matrix and codebook alone where there are very many documents, and says so', async () => {
    const [document] = SAMPLE_DATASET.documents
    assert.ok(document)
    const many = Array.from({ length: MAX_WORKBOOK_DOCUMENTS }, (_, index) => ({
      ...document,
      document_id: `nam-2014-08-12-1f0c9a7b-${index}`,
    }))
    const documents = [...SAMPLE_DATASET.documents, ...many]
    const bytes = await workbookOf({ ...SAMPLE_DATASET, documents })
    const { sheets } = await readXlsx(bytes)
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ['matrix', 'codebook', 'about'],
    )
    assert.equal((await rowsOf(bytes, 'matrix')).length, SAMPLE_DATASET.matrix.length + 1)
    assert.match(
      JSON.stringify(await rowsOf(bytes, 'about')),
      /indicators and items are in the other formats/,
    )
  })

  it('holds no formula, no macro and no link, whatever a text looks like', async () => {
    const parts = partsOf(await workbookOf(SAMPLE_DATASET))
    for (const [name, text] of parts) {
      assert.doesNotMatch(text, /<f[ >]|<hyperlink|vbaProject|externalLink/, name)
    }
    assert.ok(parts.get('xl/sharedStrings.xml')?.includes('=1+1'))
  })

  it('is the same bytes for the same rows in any time zone, and a whole workbook without any', async () => {
    const bytes = await workbookOf(SAMPLE_DATASET)
    const zone = process.env['TZ']
    try {
      for (const TZ of ['Pacific/Kiritimati', 'America/St_Johns', 'Africa/Monrovia']) {
        process.env['TZ'] = TZ
        assert.deepEqual(await workbookOf(SAMPLE_DATASET), bytes, TZ)
      }
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
    assert.equal((await rowsOf(await workbookOf(EMPTY_DATASET), 'indicators')).length, 1)
  })

  it('gives any text back that fits into a cell', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 1, maxLength: 30 }), async (texts) => {
        const { rows, bytes } = await writeItemTexts(openWorkbook, NAME, texts)
        const [, ...cells] = await rowsOf(bytes, 'items')
        const text = columnsOf(TABLES.items).findIndex(({ name }) => name === 'text')
        assert.deepEqual(
          cells.map((row) => row[text] ?? ''),
          expectedCells(TABLES.items, rows).map((row) => row[text]),
        )
      }),
      { numRuns: 20 },
    )
  })

  it('is read by LibreOffice Calc, where it is installed', async (test) => {
    await withFolder(async (folder) => {
      if (!(await hasCalc(folder))) return test.skip('LibreOffice Calc is not installed')
      await writeFile(join(folder, NAME), await workbookOf(SAMPLE_DATASET))
      const sheets = await sheetsByCalc(folder, NAME)
      for (const [table, rows] of published) {
        const sheet = sheets.get(`cyberwellness-${table.name}.csv`) ?? ''
        const [, ...cells] = rawCsv(Buffer.from(sheet)).map((row) => row.map(readFromCalc))
        assert.deepEqual(
          cells,
          expectedCells(table, rows).map((row) => row.map(shownByCalc)),
          table.name,
        )
      }
    })
  })
})
