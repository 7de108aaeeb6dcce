import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre'
import { describe, it } from 'vitest'
import { openStagingFolder } from '../../../pipeline/publish/staging-folder.ts'
import { openThreadedWorkbook, openWorkbook } from '../../../pipeline/publish/workbook/index.ts'
import {
  columnsOf,
  type Dataset,
  releaseInfo,
  STATUS_APPEARANCE,
  STATUSES,
  TABLES,
  type Table,
  VIEWS,
} from '../../../schemas/index.ts'
import { expectedCells, hostileText } from '../hostile-rows.ts'
import { releaseFilesOf } from '../memory-folder.ts'
import { hasCalc, sheetsByCalc } from '../office.ts'
import { rawCsv, withFolder } from '../read-back.ts'
import { EMPTY_DATASET, SAMPLE_DATASET } from '../sample-dataset.ts'
import { sunkTexts } from '../sunk-texts.ts'

const NAME = 'cyberwellness.xlsx'
const TEXT_CELL = 'inlineStr'

const workbookOf = async (dataset: Dataset): Promise<Uint8Array> =>
  (await releaseFilesOf(dataset)).get(NAME) ?? new Uint8Array()

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

/** The colour behind the cells of a style, as `#rrggbb`. */
const fillOf = (parts: ReadonlyMap<string, string>, style: string | undefined): string | undefined => {
  const styles = parts.get('xl/styles.xml') ?? ''
  const format = styles.split('<cellXfs')[1]?.match(/<xf .*?<\/xf>/g)?.[Number(style)] ?? ''
  const fill = styles.match(/<fill>.*?<\/fill>/g)?.[Number(/fillId="(\d+)"/.exec(format)?.[1])] ?? ''
  const colour = /fgColor rgb="FF([0-9A-F]{6})"/.exec(fill)?.[1]
  return colour === undefined ? undefined : `#${colour.toLowerCase()}`
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
    const parts = partsOf(await workbookOf(SAMPLE_DATASET))
    const matrix = parts.get('xl/worksheets/sheet2.xml') ?? ''
    assert.equal(fillOf(parts, /<c r="E2" s="(\d+)"/.exec(matrix)?.[1]), STATUS_APPEARANCE.present.fill)
    const codebook = parts.get('xl/worksheets/sheet4.xml') ?? ''
    for (const status of STATUSES) {
      const style = new RegExp(`<c r="C\\d+" s="(\\d+)" t="inlineStr"><is><t>${status}<`).exec(codebook)?.[1]
      assert.equal(fillOf(parts, style), STATUS_APPEARANCE[status].fill, status)
    }
  })

  it('keeps every header in sight, the countries of the matrix too, and offers filters', async () => {
    const parts = partsOf(await workbookOf(SAMPLE_DATASET))
    const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/'))
    assert.equal(sheets.length, 5)
    for (const [name, text] of sheets) {
      assert.match(text, /<pane [^>]*ySplit="1" topLeftCell="[A-Z]2" [^>]*state="frozen"\/>/, name)
      assert.match(text, /<autoFilter ref="A1:[A-Z]+\d+"\/>/, name)
    }
    assert.match(parts.get('xl/worksheets/sheet2.xml') ?? '', /<pane xSplit="2"/)
  })

  it('makes room for texts that go on in further lines', async () => {
    const parts = partsOf(await workbookOf(SAMPLE_DATASET))
    assert.match(parts.get('xl/worksheets/sheet5.xml') ?? '', /<row r="\d+" ht="30" customHeight="1">/)
    assert.doesNotMatch(parts.get('xl/worksheets/sheet1.xml') ?? '', /customHeight/)
  })

  it('holds no formula, no macro and no link, whatever a text looks like', async () => {
    const parts = partsOf(await workbookOf(SAMPLE_DATASET))
    for (const [name, text] of parts) {
      assert.doesNotMatch(text, /<f[ >]|<hyperlink|vbaProject|externalLink/, name)
    }
    const indicators = parts.get('xl/worksheets/sheet1.xml') ?? ''
    assert.ok(indicators.includes('=1+1'))
    for (const [, cell = ''] of indicators.matchAll(/<c ([^>]*)><is>/g)) {
      assert.ok(cell.includes(`t="${TEXT_CELL}"`), cell)
    }
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
        const { rows, bytes } = await sunkTexts(openWorkbook, NAME, texts)
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

  for (const [amount, count, length] of [
    ['little', 500, 1],
    ['much, which is packed while it grows', 300, 600],
  ] as const) {
    it(`has the same bytes where a thread packs it: ${amount}`, async () => {
      const texts = Array.from({ length: count }, (_, index) =>
        Array.from({ length }, (_, word) => `Word ${index * word} of item ${index}.`).join(' '),
      )
      const { bytes } = await sunkTexts(openWorkbook, NAME, texts)
      assert.ok(bytes.length > 0)
      assert.deepEqual((await sunkTexts(openThreadedWorkbook, NAME, texts)).bytes, bytes)
    })
  }

  it('says what went wrong where a thread cannot pack it', () =>
    withFolder(async (folder) => {
      const staging = openStagingFolder(join(folder, 'release'))
      await writeFile(staging.path(NAME), 'somebody else was here')
      const sink = openThreadedWorkbook(staging, releaseInfo('specimen'), 'specimen')
      sink.end?.()
      await assert.rejects(async () => sink.finish(), { code: 'EEXIST', syscall: 'open' })
      sink.abandon?.()
    }))

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
