import assert from 'node:assert/strict'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre'
import { describe, it } from 'vitest'
import { MAX_WORKBOOK_DOCUMENTS, openWorkbook } from '../../pipeline/publish/workbook.ts'
import { type Dataset, listColumns, STATUS_APPEARANCE, STATUSES, TABLES, VIEWS } from '../../schemas/index.ts'
import { expectedCells, hostileText } from './hostile-rows.ts'
import { releaseFiles, writeItemTexts } from './release-files.ts'
import { EMPTY_DATASET, SAMPLE_DATASET } from './sample-dataset.ts'

const NAME = 'cyberwellness.xlsx'

const writeWorkbook = async (dataset: Dataset): Promise<Uint8Array> =>
  (await releaseFiles(dataset)).get(NAME) ?? new Uint8Array()

const WORKBOOK = await writeWorkbook(SAMPLE_DATASET)
const PARTS = new Map(
  Object.entries(unzipSync(WORKBOOK)).map(([name, part]) => [name, Buffer.from(part).toString()]),
)

const sheetNames = async (bytes: Uint8Array): Promise<string[]> =>
  (await readXlsx(bytes)).sheets.map(({ name }) => name)

const isoDate = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString().slice(0, 10) : value

/** The rows of a sheet, header included, as wide as the header. */
const readSheet = async (bytes: Uint8Array, name: string): Promise<unknown[][]> => {
  const { sheets } = await readXlsx(bytes)
  const rows = sheets.find((one) => one.name === name)?.rows ?? []
  const width = rows[0]?.length ?? 0
  return rows.map((row) => Array.from({ length: width }, (_, index) => isoDate(row[index] ?? null)))
}

const readStyle = async (sheet: string, cell: string) => {
  const { sheets } = await readXlsx(WORKBOOK, { readStyles: true })
  return sheets.find(({ name }) => name === sheet)?.cells?.get(cell)?.style
}

/** The fill of a cell as `#rrggbb`. */
const fillColour = async (sheet: string, cell: string): Promise<string> => {
  const fill = (await readStyle(sheet, cell))?.fill
  const colour = fill?.type === 'pattern' ? (fill.fgColor?.rgb ?? '') : ''
  return `#${colour.slice(-6).toLowerCase()}`
}

describe('the workbook of a release', () => {
  it.each([
    [TABLES.indicators, SAMPLE_DATASET.indicators],
    [VIEWS.matrix, SAMPLE_DATASET.matrix],
    [TABLES.items, SAMPLE_DATASET.items],
  ] as const)(
    'holds $name row by row: dates as dates, codes as text, nulls as nothing',
    async (table, rows) => {
      const [header, ...cells] = await readSheet(WORKBOOK, table.name)
      assert.deepEqual(
        header,
        listColumns(table).map(({ name }) => name),
      )
      assert.deepEqual(cells, expectedCells(table, rows))
    },
  )

  it('explains every status and column, and says of samples that they are', async () => {
    assert.deepEqual(await sheetNames(WORKBOOK), ['indicators', 'matrix', 'items', 'codebook', 'about'])
    const codebook = (await readSheet(WORKBOOK, 'codebook')).map((row) => row.slice(0, 3).join())
    assert.ok(codebook.includes('value,Statuses,not_reported'))
    assert.ok(codebook.includes('column,items,x0'))
    assert.ok(codebook.includes('section,technical,cirt'))
    assert.match(JSON.stringify(await readSheet(WORKBOOK, 'about')), /SPECIMENS.*CC0-1\.0/)
  })

  it('gives every status its colour, in the codebook as in the matrix', async () => {
    assert.equal(await fillColour('matrix', '1,12'), STATUS_APPEARANCE.present.fill)
    const codebook = await readSheet(WORKBOOK, 'codebook')
    for (const status of STATUSES) {
      const row = codebook.findIndex(([, , value]) => value === status)
      assert.equal(await fillColour('codebook', `${row},2`), STATUS_APPEARANCE[status].fill, status)
    }
  })

  it('keeps section numbers as text, which a program would read as dates when they are edited', async () => {
    const column = listColumns(TABLES.indicators).findIndex(({ name }) => name === 'section_code')
    assert.equal((await readStyle('indicators', `1,${column}`))?.numFmt, '@')
  })

  it('keeps every header in sight, offers filters, and states dimensions, so that readers of rows see all', () => {
    const sheets = [...PARTS].filter(([name]) => name.startsWith('xl/worksheets/'))
    assert.equal(sheets.length, 5)
    for (const [name, text] of sheets) {
      assert.match(text, /<pane [^>]*ySplit="1" topLeftCell="[A-Z]2" [^>]*state="frozen"/, name)
      assert.match(text, /<autoFilter ref="A1:[A-Z]+\d+"\/>/, name)
      assert.match(text, /<dimension ref="A1:[A-Z]+\d+"\/>/, name)
    }
    assert.match(PARTS.get('xl/worksheets/sheet2.xml') ?? '', /<pane xSplit="3"/)
    const rows = SAMPLE_DATASET.indicators.length + 1
    const first = PARTS.get('xl/worksheets/sheet1.xml') ?? ''
    assert.match(first, new RegExp(`<dimension ref="A1:[A-Z]+${rows}"/>`))
  })

  it('holds no formula, no macro and no link, whatever a text looks like', () => {
    for (const [name, text] of PARTS)
      assert.doesNotMatch(text, /<f[ >]|<hyperlink|vbaProject|externalLink/, name)
    assert.ok(PARTS.get('xl/sharedStrings.xml')?.includes('=1+1'))
  })

  it('holds matrix and codebook alone where there are very many documents, and says so', async () => {
    const many = Array.from({ length: MAX_WORKBOOK_DOCUMENTS }, () => SAMPLE_DATASET.documents[0])
    const documents = [...SAMPLE_DATASET.documents, ...many.flatMap((one) => one ?? [])]
    const folded = documents.map((one, index) => ({ ...one, document_id: `${one.document_id}-${index}` }))
    const bytes = await writeWorkbook({ ...SAMPLE_DATASET, matrix: [], documents: folded })
    assert.deepEqual(await sheetNames(bytes), ['matrix', 'codebook', 'about'])
    assert.match(JSON.stringify(await readSheet(bytes, 'about')), /indicators and items are in the other/)
  })

  it('is the same bytes for the same rows in any time zone, and a whole workbook without any', async () => {
    const zone = process.env['TZ']
    try {
      for (const TZ of ['Pacific/Kiritimati', 'America/St_Johns', 'Africa/Monrovia']) {
        process.env['TZ'] = TZ
        assert.deepEqual(await writeWorkbook(SAMPLE_DATASET), WORKBOOK, TZ)
      }
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
    assert.equal((await readSheet(await writeWorkbook(EMPTY_DATASET), 'indicators')).length, 1)
  })

  it('gives any text back, and cuts one that is longer than a cell', async () => {
    const index = listColumns(TABLES.items).findIndex(({ name }) => name === 'text')
    const readTexts = async (bytes: Uint8Array) =>
      (await readSheet(bytes, 'items')).slice(1).map((row) => row[index] ?? '')
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 1, maxLength: 30 }), async (texts) => {
        const { rows, bytes } = await writeItemTexts(openWorkbook, NAME, texts)
        const expected = expectedCells(TABLES.items, rows).map((row) => row[index])
        assert.deepEqual(await readTexts(bytes), expected)
      }),
      { numRuns: 20 },
    )
    const { bytes } = await writeItemTexts(openWorkbook, NAME, ['a'.repeat(32_768)])
    assert.deepEqual(await readTexts(bytes), [`${'a'.repeat(32_760)}… [cut]`])
  })
})
