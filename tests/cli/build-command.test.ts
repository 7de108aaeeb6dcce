import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { csvLine, HEADER } from '../build/correction-lines.ts'
import { run } from './run.ts'

const specimen = fileURLToPath(new URL('../../raw/specimen/nuvale.pdf', import.meta.url))

type Row = Readonly<Record<string, string>>

let folder: string
let input: string
let open: readonly Row[]

const table = async (out: string, name: string): Promise<Row[]> =>
  parse<Row>(await readFile(join(out, `${name}.csv`)), { columns: true })

const build = (out: string, ...more: string[]) => run('build', '-i', input, '-o', out, '-j', '1', ...more)

const correctionsFile = async (name: string, ...lines: string[]): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, `${[HEADER, ...lines].join('\n')}\n`)
  return path
}

/** A line that settles a row of the review list. */
const settling = (row: Row | undefined, changes: Row = {}): string => {
  const { document_id = '', section_code = '', note_sha256 = '' } = row ?? {}
  return csvLine({ document_id, section_code, note_sha256, ...changes })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-'))
  input = join(folder, 'input')
  await mkdir(input)
  await cp(specimen, join(input, 'nuvale.pdf'))
  const out = join(folder, 'before')
  assert.equal((await build(out)).code, 0)
  open = await table(out, 'review')
  assert.ok(open.length > 0)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('build --corrections', () => {
  test('settles a row of the review list in every table that shows it', async () => {
    const [row] = open
    const value = row?.['status'] === 'absent' ? 'present' : 'absent'
    const out = join(folder, 'settled')
    const file = await correctionsFile('good.csv', settling(row, { value }))
    const { code, err } = await build(out, '--corrections', file, '--strict')
    assert.equal(code, 0, err)
    const section = row?.['section_code'] ?? ''
    const settled = (await table(out, 'indicators')).find((other) => other['section_code'] === section)
    assert.deepEqual(
      [settled?.['status'], settled?.['status_rule'], settled?.['derivation']],
      [value, 'correction', 'corrected'],
    )
    assert.equal((await table(out, 'matrix'))[0]?.[settled?.['indicator'] ?? ''], value)
    assert.deepEqual(await table(out, 'review'), open.slice(1))
    assert.match(await readFile(join(out, 'issues.json'), 'utf8'), /"correction_applied"/)
  })

  test('a correction of a document that is not there is noticed and breaks nothing', async () => {
    const out = join(folder, 'unused')
    const file = await correctionsFile('unused.csv', csvLine({ document_id: 'xzz-undated-00000000' }))
    assert.equal((await build(out, '--corrections', file, '--strict')).code, 0)
    assert.match(await readFile(join(out, 'issues.json'), 'utf8'), /"correction_unused"/)
  })

  test('a note that has changed ends with 3 and one sentence, and the last release stands', async () => {
    const out = join(folder, 'outdated')
    assert.equal((await build(out)).code, 0)
    const sums = await readFile(join(out, 'SHA256SUMS'), 'utf8')
    const file = await correctionsFile('outdated.csv', settling(open[0], { note_sha256: '0'.repeat(64) }))
    const { code, err } = await build(out, '--corrections', file)
    assert.equal(code, 3)
    const sentence = err.trim().split('\n').at(-1) ?? ''
    for (const part of [open[0]?.['document_id'], open[0]?.['section_code'], open[0]?.['note_sha256']]) {
      assert.ok(sentence.includes(part ?? '?'), sentence)
    }
    assert.match(
      sentence,
      /^Notes have changed .* renew its hash in the corrections file or remove its line\.$/,
    )
    assert.equal(await readFile(join(out, 'SHA256SUMS'), 'utf8'), sums)
  })

  test('a malformed or missing file ends with 2 and one sentence before anything is read', async () => {
    const out = join(folder, 'never')
    const malformed = await correctionsFile('malformed.csv', csvLine(), csvLine({ value: 'no' }))
    const { code, err } = await build(out, '--corrections', malformed)
    assert.equal(code, 2)
    assert.match(err, /^The corrections file .*malformed\.csv cannot be used: line 3: value “no” .*\.\n$/)
    assert.equal((await build(out, '--corrections', join(folder, 'nowhere.csv'))).code, 2)
    assert.ok(!(await readdir(folder)).includes('never'))
  })
})
