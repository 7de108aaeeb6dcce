import assert from 'node:assert/strict'
import { appendFile, cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { datasetOf, withoutColumns, writeRelease } from '../release/written-release.ts'
import { run } from './run.ts'

let folder: string
let input: string
let release: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-explain-'))
  input = join(folder, 'input')
  release = join(folder, 'out')
  await mkdir(input)
  await cp(
    fileURLToPath(new URL('../../raw/specimen/qelvara.pdf', import.meta.url)),
    join(input, 'qelvara.pdf'),
  )
  const built = await run('build', '-i', input, '-o', release, '-j', '1', '--no-explorer', '--no-cache')
  assert.equal(built.code, 0, built.err)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('explain', () => {
  it('prints the path from the cell to rule, words, document, bytes, page and boxes', async () => {
    const { code, out, err } = await run('explain', 'XAA', '1.2.1', '-r', release, '-i', input)
    assert.equal(code, 0, err)
    for (const expected of [
      /^Qelvara \(XAA\), 1\.2\.1 CIRT: present$/m,
      /«The national team is called QelCIRT\.»/,
      /^rule {7}stated: [A-Z].*\.$/m,
      /^words {6}The national team is called QelCIRT\.$/m,
      /^reading {4}Read from the text that the PDF carries\.$/m,
      /^document {3}xaa-2014-08-12-[0-9a-f]{8} \(2014-08-12, printed “.*”\)$/m,
      /^file {7}qelvara\.pdf, application\/pdf, \d+ bytes, pages 1 to 2 of 2$/m,
      /^SHA-256 {4}[0-9a-f]{64}$/m,
      /^address {4}\(not recorded\)$/m,
      /^capture /m,
      /^source {5}.*qelvara\.pdf has these bytes$/m,
      /^ {11}page 1, x [\d.]+ to [\d.]+, y [\d.]+ to [\d.]+$/m,
      /^ {11}cyberwellness\.sqlite [0-9a-f]{64}$/m,
    ]) {
      assert.match(out, expected)
    }
  })

  it('prints the same as JSON', async () => {
    const { code, out } = await run('explain', 'qelvara', '1.2.1', '-r', release, '--json')
    assert.equal(code, 0)
    const { indicator, document, boxes, paper } = JSON.parse(out)
    assert.equal(indicator.status_rule, 'stated')
    assert.equal(document.file_name, 'qelvara.pdf')
    assert.ok(boxes.length > 0)
    assert.equal(paper, null)
  })

  it('ends with 1 where the paper has other bytes now, and tells where there is none', async () => {
    const [other, none] = [join(folder, 'other'), join(folder, 'none')]
    await mkdir(none)
    await cp(input, other, { recursive: true })
    await appendFile(join(other, 'qelvara.pdf'), '\n')
    const changed = await run('explain', 'XAA', '2.1', '-r', release, '-i', other)
    assert.equal(changed.code, 1)
    assert.match(changed.out, /has OTHER bytes than were read/)
    const missing = await run('explain', 'XAA', '2.1', '-r', release, '-i', none)
    assert.equal(missing.code, 0)
    assert.match(missing.out, /the input has no file of that name/)
  })

  it('ends with 2 for a country, section or folder that is not there', async () => {
    for (const words of [
      ['NOR', '1.2.1', '-r', release],
      ['XAA', '1.2.9', '-r', release],
      ['XAA', '1.2.1', '-r', join(folder, 'nowhere')],
      ['XAA', '1.2.1', '-r', release, '-i', join(folder, 'nowhere')],
    ]) {
      const { code, err } = await run('explain', ...words)
      assert.equal(code, 2, words.join(' '))
      assert.match(err, /^.+\.\n$/)
    }
    assert.equal((await run('explain', 'XAA', '1.2.1', '-r', input)).code, 3)
  })

  it('says what a release of an older version does not hold', async () => {
    const older = await writeRelease(
      join(folder, 'older'),
      await datasetOf({ file: 'a.pdf' }),
      (name, table) =>
        name === 'boxes' ? null : withoutColumns(table, 'status_rule', 'evidence', 'derivation'),
    )
    const { code, out } = await run('explain', 'NOR', '1.1.1', '-r', older)
    assert.equal(code, 0)
    assert.match(out, /^rule {7}\(not in this release\)/m)
    assert.match(out, /^place {6}page 1, without boxes$/m)
  })
})
