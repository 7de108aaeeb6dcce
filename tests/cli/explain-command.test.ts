import assert from 'node:assert/strict'
import { appendFile, cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { explanationText } from '../../pipeline/cli/explanation-text.ts'
import { digestFile } from '../../pipeline/io/file-digest.ts'
import { documentRows } from '../build/document-rows.ts'
import { findSpecimen, TEST_CACHE } from '../build/in-process.ts'
import { changed, makeDataset, withoutColumns, writeRelease } from '../release/written-release.ts'
import { run } from './run.ts'

let folder: string
let input: string
let release: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-explain-'))
  input = join(folder, 'input')
  release = join(folder, 'out')
  await mkdir(input)
  await cp(findSpecimen('qelvara'), join(input, 'qelvara.pdf'))
  const built = await run('build', '-i', input, '-o', release, '--no-explorer', '--cache', TEST_CACHE)
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
      /^status_rule +stated: [A-Z].*\.$/m,
      /^evidence +The national team is called QelCIRT\.$/m,
      /^derivation +Read from the text that the PDF carries\.$/m,
      /^document_id +xaa-2014-08-12-[0-9a-f]{8}$/m,
      /^source_date +2014-08-12$/m,
      /^file_name +qelvara\.pdf$/m,
      /^media_type +application\/pdf$/m,
      /^sha256 +[0-9a-f]{64}$/m,
      /^source_url +\(none\)$/m,
      /^source +.*qelvara\.pdf has these bytes$/m,
      /^ {21}page 1, x [\d.]+ to [\d.]+, y [\d.]+ to [\d.]+$/m,
      /^ {21}cyberwellness\.sqlite [0-9a-f]{64}$/m,
    ]) {
      assert.match(out, expected)
    }
  })

  it('prints the same as JSON', async () => {
    const { code, out } = await run('explain', 'qelvara', '1.2.1', '-r', release, '--json')
    assert.equal(code, 0)
    const { indicator, document, boxes, source } = JSON.parse(out)
    assert.equal(indicator.status_rule, 'stated')
    assert.equal(document.file_name, 'qelvara.pdf')
    assert.ok(boxes.length > 0)
    assert.equal(source, null)
  })

  it('ends with 1 if the source document has other bytes now, and says so if it is missing', async () => {
    const [other, none] = [join(folder, 'other'), join(folder, 'none')]
    await mkdir(none)
    await cp(input, other, { recursive: true })
    await appendFile(join(other, 'qelvara.pdf'), '\n')
    const changed = await run('explain', 'XAA', '2.1', '-r', release, '-i', other)
    assert.equal(changed.code, 1)
    assert.match(changed.out, /has OTHER bytes than were read/)
    const missing = await run('explain', 'XAA', '2.1', '-r', release, '-i', none)
    assert.equal(missing.code, 0)
    assert.match(missing.out, /no file of that name in the input/)
  })

  it('ends with 1 if the SHA-256 of the source document differs in its last digit alone', async () => {
    const { sha256 } = await digestFile(join(input, 'qelvara.pdf'))
    const last = sha256.endsWith('0') ? '1' : '0'
    const dataset = changed(await makeDataset({ file: 'qelvara.pdf' }), 'documents', () => ({
      sha256: sha256.slice(0, -1) + last,
    }))
    const other = await writeRelease(join(folder, 'digit'), dataset)
    assert.equal((await run('explain', 'NOR', '1.1.1', '-r', other, '-i', input)).code, 1)
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
      await makeDataset({ file: 'a.pdf' }),
      (name, table) =>
        name === 'boxes' ? null : withoutColumns(table, 'status_rule', 'evidence', 'derivation'),
    )
    const { code, out } = await run('explain', 'NOR', '1.1.1', '-r', older)
    assert.equal(code, 0)
    assert.match(out, /^status_rule +\(not in this release\)/m)
    assert.match(out, /^page +1\nboxes +\(none\)$/m)
  })
})

describe('an explanation', () => {
  const { document, indicators, boxes, items } = documentRows({
    file: 'a.pdf',
    words: 'Bells ring. Nobody hears.',
  })
  const explanation = {
    release: { folder: 'out', title: 'A title', version: '1.2.3', tables: [] },
    indicator: { ...indicators[2], evidence: 'Bells ring.' },
    rule_meaning: 'It says so.',
    document: {
      ...document,
      source_url: 'https://example.org/a.pdf',
      mirror_url: 'https://archive.example.org/2015/a.pdf',
      captured: '2015-06-07',
      retrieved: '2024-05-06',
    },
    boxes: boxes.map((row) => ({ ...row })),
    items: items.map((row) => ({ ...row })),
    other_documents: ['nor-2013-01-01-00000000'],
  }

  it('names address, capture and day where the release knows them', () => {
    const lines = explanationText(explanation, null, 80)
      .split('\n')
      .map((line) => line.trim().replace(/ {2,}/, ' '))
    for (const line of [
      'source_url https://example.org/a.pdf',
      'mirror_url https://archive.example.org/2015/a.pdf',
      'captured 2015-06-07',
      'retrieved 2024-05-06',
      'other_documents nor-2013-01-01-00000000',
      'status_rule stated: It says so.',
      'note «Bells ring.» Nobody hears.',
      'items instrument: Bell Act',
      'page 1, x 72 to 200, y 100 to 112',
      'release out, A title, version 1.2.3',
    ]) {
      assert.ok(lines.includes(line), `${line}\n${lines.join('\n')}`)
    }
  })

  it('does not say that a section is empty where the release leaves the note out', () => {
    for (const [status, expected] of [
      ['present', /^note +\(left out of this release\)$/m],
      ['not_reported', /^note +\(nothing\)$/m],
    ] as const) {
      const indicator = { ...explanation.indicator, status, note: null, evidence: null }
      assert.match(explanationText({ ...explanation, indicator }, null, 80), expected)
    }
  })

  it('lets no cell move the cursor or change colours', () => {
    const hostile = '\u001b[2J\u001b[31mred'
    const { indicator } = explanation
    const text = explanationText(
      {
        ...explanation,
        indicator: { ...indicator, note: hostile, evidence: hostile, section: hostile },
        document: { ...explanation.document, file_name: hostile, source_url: hostile },
        items: [{ kind: hostile, text: hostile }],
      },
      null,
      60,
    )
    assert.ok(!text.includes('\u001b'))
  })
})
