import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { openCsv } from '../../pipeline/publish/csv.ts'
import { TABLES, type Table, VIEWS } from '../../schemas/index.ts'
import { expectedCells, HOSTILE_TEXTS } from './hostile-rows.ts'
import { convertByCalc, ENGLISH, GERMAN, hasCalc } from './office.ts'
import { rawCsv, withFolder } from './read-back.ts'
import { releaseFiles, writeTable } from './release-files.ts'
import { SAMPLE_DATASET } from './sample-dataset.ts'

const FILES = await releaseFiles(SAMPLE_DATASET)
const ALL_TABLES: readonly Table[] = [...Object.values(TABLES), ...Object.values(VIEWS)]
const KEYED_TABLES: readonly Table[] = [TABLES.indicators, TABLES.items, TABLES.countries, VIEWS.matrix]
const findFile = (name: string): Uint8Array => FILES.get(name) ?? assert.fail(name)

const LANGUAGES = [
  { name: 'German', language: GERMAN },
  { name: 'English', language: ENGLISH },
]

const PANDAS = `
import json, sys
try:
    import pandas
except ImportError:
    sys.exit(3)
read = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False, na_values=[''])
rows = [[None if pandas.isna(cell) else cell for cell in row] for row in read.values.tolist()]
print(json.dumps([list(read.columns), *rows]))
`

/** The rows of a CSV as pandas reads them; null if no Python of the machine has it. */
const readByPandas = (path: string): unknown => {
  for (const python of ['python3', '/usr/bin/python3']) {
    const { error, status, stdout, stderr } = spawnSync(python, ['-c', PANDAS, path], { encoding: 'utf8' })
    if (error || status === 3) continue
    assert.equal(status, 0, stderr)
    return JSON.parse(stdout)
  }
  return null
}

it.for(ALL_TABLES)('pandas, where it is installed, reads the cells of $name.csv', (table, test) =>
  withFolder(async (folder) => {
    const path = join(folder, 'table.csv')
    await writeFile(path, findFile(`${table.name}.csv`))
    const rows = readByPandas(path)
    if (rows === null) return test.skip('pandas is not installed')
    const expected = rawCsv(findFile(`${table.name}.csv`))
    assert.deepEqual(
      rows,
      expected.map((row) => row.map((cell) => (cell === '' ? null : cell))),
    )
  }),
)

describe.each(LANGUAGES)('LibreOffice Calc in $name, where it is installed', ({ language }) => {
  it('changes no key of a CSV while it looks for numbers and dates', (test) =>
    withFolder(async (folder) => {
      if (!(await hasCalc(folder))) return test.skip('LibreOffice Calc is not installed')
      for (const table of KEYED_TABLES) {
        const name = `${table.name}.csv`
        await writeFile(join(folder, name), findFile(name))
        const options = { separator: ',', language, detectNumbers: true } as const
        const [sheet = ''] = (await convertByCalc(folder, name, options)).values()
        const readKeys = ([header = [], ...rows]: readonly (string | null)[][]) =>
          rows.map((row) => table.primaryKey.map((column) => row[header.indexOf(column)]))
        assert.deepEqual(readKeys(rawCsv(Buffer.from(sheet))), readKeys(rawCsv(findFile(name))), name)
      }
    }))

  it.for([',', ';'] as const)('begins no formula in a CSV that it splits at %s', (separator, test) =>
    withFolder(async (folder) => {
      if (!(await hasCalc(folder))) return test.skip('LibreOffice Calc is not installed')
      const rows = HOSTILE_TEXTS.filter((text) => !/[\0\ud800\udc00]/u.test(text)).map((text, index) => ({
        ...SAMPLE_DATASET.items[0],
        item_no: index,
        text: `Act;${text}`,
        detail: text,
      }))
      await writeFile(join(folder, 'items.csv'), await writeTable(openCsv, TABLES.items, rows))
      const [sheet = ''] = (
        await convertByCalc(folder, 'items.csv', { separator, language, detectNumbers: true })
      ).values()
      assert.ok(sheet.includes('1+1'))
      for (const cell of rawCsv(Buffer.from(sheet)).flat()) assert.doesNotMatch(cell ?? '', /^=(?!TRUE\(\)$)/)
    }),
  )
})

/** A cell as Calc shows it; within cells it keeps line ends of one kind only, and writes small numbers out. */
const showByCalc = (cell: unknown): string =>
  typeof cell === 'boolean' ? `=${String(cell).toUpperCase()}()` : String(cell ?? '').replaceAll('\r\n', '\n')
const readShown = (cell: string | null): string =>
  /^0\.\d+$/.test(cell ?? '') ? `${Number(cell)}` : (cell ?? '')

it('LibreOffice Calc, where it is installed, reads the sheets of the workbook', (test) =>
  withFolder(async (folder) => {
    if (!(await hasCalc(folder))) return test.skip('LibreOffice Calc is not installed')
    await writeFile(join(folder, 'cyberwellness.xlsx'), findFile('cyberwellness.xlsx'))
    const sheets = await convertByCalc(folder, 'cyberwellness.xlsx')
    for (const name of ['indicators', 'matrix', 'items'] as const) {
      const table = { ...TABLES, ...VIEWS }[name]
      const [, ...cells] = rawCsv(Buffer.from(sheets.get(`cyberwellness-${name}.csv`) ?? ''))
      const expected = expectedCells(table, SAMPLE_DATASET[name]).map((row) => row.map(showByCalc))
      assert.deepEqual(
        cells.map((row) => row.map(readShown)),
        expected,
        name,
      )
    }
  }))
