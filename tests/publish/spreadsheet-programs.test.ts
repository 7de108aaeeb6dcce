import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, it } from 'vitest'
import { openCsv } from '../../pipeline/publish/csv.ts'
import { TABLES, type Table, VIEWS } from '../../schemas/index.ts'
import { expectedCells, HOSTILE_TEXTS } from './hostile-rows.ts'
import { rawCsv, withFolder } from './read-back.ts'
import { releaseFiles, writeTable } from './release-files.ts'
import { SAMPLE_DATASET } from './sample-dataset.ts'

const FILES = await releaseFiles(SAMPLE_DATASET)
const ALL_TABLES: readonly Table[] = [...Object.values(TABLES), ...Object.values(VIEWS)]
const KEYED_TABLES: readonly Table[] = [TABLES.indicators, TABLES.items, TABLES.countries, VIEWS.matrix]
const findFile = (name: string): Uint8Array => FILES.get(name) ?? assert.fail(name)

/** The options of Calc's CSV filter: separator, language, quoted texts as texts, numbers, formulas, sheets. */
const readOptions = (separator: string, language: number, detectNumbers: boolean): string =>
  `${separator.charCodeAt(0)},34,76,1,,${language},${!detectNumbers},${detectNumbers},false,false,false,1,true`
const WRITE_OPTIONS = '44,34,76,1,,0,false,false,true,true,false,-1'

/** The sheets of a file as CSV with formulas, by file name, as LibreOffice Calc reads them; none where there is no Calc. */
const convertByCalc = async (folder: string, name: string, bytes: Uint8Array, options?: string) => {
  await writeFile(join(folder, name), bytes)
  const out = join(folder, `${name}.sheets`)
  const parameters = [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
    '--headless',
    ...(options === undefined ? [] : [`--infilter=CSV:${options}`]),
    ...['--convert-to', `csv:Text - txt - csv (StarCalc):${WRITE_OPTIONS}`, '--outdir', out],
    join(folder, name),
  ]
  spawnSync('soffice', parameters, { stdio: 'ignore' })
  const names = await readdir(out).catch(() => [])
  return new Map(
    await Promise.all(names.map(async (file) => [file, await readFile(join(out, file), 'utf8')] as const)),
  )
}

const AS_TEXT = readOptions(',', 0, false)
const hasCalc = await withFolder(
  async (folder) => (await convertByCalc(folder, 'control.csv', Buffer.from('a,b\n1,2\n'), AS_TEXT)).size > 0,
)

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
    const expected = rawCsv(findFile(`${table.name}.csv`)).map((row) => row.map((cell) => cell || null))
    assert.deepEqual(rows, expected)
  }),
)

const LANGUAGES = [
  { name: 'German', language: 1031 },
  { name: 'English', language: 1033 },
]

describe.skipIf(!hasCalc)('LibreOffice Calc, where it is installed', () => {
  it.each(LANGUAGES)(
    'in $name changes no key of a CSV while it looks for numbers and dates',
    ({ language }) =>
      withFolder(async (folder) => {
        for (const table of KEYED_TABLES) {
          const bytes = findFile(`${table.name}.csv`)
          const options = readOptions(',', language, true)
          const [sheet = ''] = (await convertByCalc(folder, `${table.name}.csv`, bytes, options)).values()
          const readKeys = ([header = [], ...rows]: readonly (string | null)[][]) =>
            rows.map((row) => table.primaryKey.map((column) => row[header.indexOf(column)]))
          assert.deepEqual(readKeys(rawCsv(Buffer.from(sheet))), readKeys(rawCsv(bytes)), table.name)
        }
      }),
  )

  it.each(LANGUAGES)(
    'in $name begins no formula in a CSV, at whatever sign it splits cells',
    ({ language }) =>
      withFolder(async (folder) => {
        const rows = HOSTILE_TEXTS.filter((text) => !/[\0\ud800\udc00]/u.test(text)).map((text, index) => {
          return { ...SAMPLE_DATASET.items[0], item_no: index, text: `Act;${text}`, detail: text }
        })
        const bytes = await writeTable(openCsv, TABLES.items, rows)
        for (const separator of [',', ';']) {
          const options = readOptions(separator, language, true)
          const [sheet = ''] = (await convertByCalc(folder, 'items.csv', bytes, options)).values()
          assert.ok(sheet.includes('1+1'))
          for (const cell of rawCsv(Buffer.from(sheet)).flat())
            assert.doesNotMatch(cell ?? '', /^=(?!TRUE\(\)$)/)
        }
      }),
  )

  /** A cell as Calc shows it; within cells it keeps line ends of one kind only, and writes small numbers out. */
  const showByCalc = (cell: unknown): string =>
    typeof cell === 'boolean'
      ? `=${String(cell).toUpperCase()}()`
      : String(cell ?? '').replaceAll('\r\n', '\n')
  const readShown = (cell: string | null): string =>
    /^0\.\d+$/.test(cell ?? '') ? `${Number(cell)}` : (cell ?? '')

  it('reads the sheets of the workbook', () =>
    withFolder(async (folder) => {
      const sheets = await convertByCalc(folder, 'cyberwellness.xlsx', findFile('cyberwellness.xlsx'))
      for (const name of ['indicators', 'matrix', 'items'] as const) {
        const table = { ...TABLES, ...VIEWS }[name]
        const [, ...cells] = rawCsv(Buffer.from(sheets.get(`cyberwellness-${name}.csv`) ?? ''))
        const expected = expectedCells(table, SAMPLE_DATASET[name]).map((row) => row.map(showByCalc))
        const shown = cells.map((row) => row.map(readShown))
        assert.deepEqual(shown, expected, name)
      }
    }))
})
