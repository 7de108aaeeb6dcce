import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { columnsOf, TABLES, type Table, VIEWS } from '../../schemas/index.ts'
import { hasCalc, sheetsByCalc } from './office.ts'
import { rawCsv, withFolder } from './read-back.ts'
import { releaseFiles } from './release-files.ts'
import { SAMPLE_DATASET } from './sample-dataset.ts'

const FILES = await releaseFiles(SAMPLE_DATASET)
const ALL_TABLES: readonly Table[] = [...Object.values(TABLES), ...Object.values(VIEWS)]

/** Line ends as text files have them, since spreadsheets keep no others within a cell. */
const withPlainLineEnds = (cell: string | null): string => (cell ?? '').replaceAll('\r\n', '\n')

const cellsOf = (bytes: Uint8Array): string[][] => rawCsv(bytes).map((row) => row.map(withPlainLineEnds))

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

/** The rows of a CSV as pandas reads them; null where no Python of the machine has it. */
const rowsByPandas = (path: string): unknown => {
  for (const python of ['python3', '/usr/bin/python3']) {
    const { error, status, stdout, stderr } = spawnSync(python, ['-c', PANDAS, path], { encoding: 'utf8' })
    if (error || status === 3) continue
    assert.equal(status, 0, stderr)
    return JSON.parse(stdout)
  }
  return null
}

describe('the CSV files of a release, read by other programs', () => {
  for (const table of ALL_TABLES) {
    const name = `${table.name}.csv`
    const bytes = FILES.get(name) ?? new Uint8Array()

    it(`${name} holds the same cells for pandas, where it is installed`, (test) =>
      withFolder(async (folder) => {
        const path = join(folder, name)
        await writeFile(path, bytes)
        const rows = rowsByPandas(path)
        if (rows === null) return test.skip('pandas is not installed')
        const expected = rawCsv(bytes).map((row) => row.map((cell) => (cell === '' ? null : cell)))
        assert.deepEqual(rows, expected)
      }))
  }

  it('hold the same cells for LibreOffice Calc, where it is installed', (test) =>
    withFolder(async (folder) => {
      if (!(await hasCalc(folder))) return test.skip('LibreOffice Calc is not installed')
      for (const table of ALL_TABLES) {
        const name = `${table.name}.csv`
        const bytes = FILES.get(name) ?? new Uint8Array()
        await writeFile(join(folder, name), bytes)
        const asText = columnsOf(table).map((_, index) => `${index + 1}/2`)
        const [sheet = ''] = (await sheetsByCalc(folder, name, asText.join('/'))).values()
        assert.deepEqual(cellsOf(Buffer.from(sheet)), cellsOf(bytes), name)
      }
    }))
})
