import assert from 'node:assert/strict'
import { appendFile, cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, test } from 'vitest'
import { explanationText } from '../../pipeline/cli/explanation-text.ts'
import { digestFile } from '../../pipeline/io/file-digest.ts'
import { documentRows } from '../build/document-rows.ts'
import { findSpecimen, TEST_CACHE } from '../build/in-process.ts'
import { changed, makeDataset, withoutColumns, writeRelease } from '../release/written-release.ts'
import { makeTestFolder } from '../test-folder.ts'
import { checkRun } from './run.ts'

const folder = makeTestFolder()
const find = (name: string): string => join(folder, name)
/** Runs explain and checks what it says; the words after `in:` are folders of the test. */
const explain = (code: number, words: string, ...says: RegExp[]) => {
  const paths = words.split(' ').map((word) => (word.startsWith('in:') ? find(word.slice(3)) : word))
  return checkRun(code, ['explain', ...paths], ...says)
}

beforeAll(async () => {
  for (const name of ['input', 'changed']) await cp(findSpecimen('qelvara'), find(`${name}/qelvara.pdf`))
  await appendFile(find('changed/qelvara.pdf'), '\n')
  await mkdir(find('empty'))
  const words = ['-i', find('input'), '-o', find('out'), '--no-explorer', '--cache', TEST_CACHE]
  await checkRun(0, ['build', ...words])
})

describe('explain', () => {
  test('prints the path from the cell to rule, words, document, bytes, page and boxes, as text or JSON', async () => {
    await explain(
      0,
      'XAA 1.2.1 -r in:out -i in:input',
      /^Qelvara \(XAA\), 1\.2\.1 CIRT: present$/m,
      /«The national team is called QelCIRT\.»/,
      /^status_rule +stated: [A-Z].*\.$/m,
      /^evidence +The national team is called QelCIRT\.$/m,
      /^derivation +Read from the text that the PDF carries\.$/m,
      /^document_id +xaa-2014-08-12-[0-9a-f]{8}\nsource_date +2014-08-12$/m,
      /^file_name +qelvara\.pdf\nmedia_type +application\/pdf$/m,
      /^sha256 +[0-9a-f]{64}$/m,
      /^source_url +\(none\)$/m,
      /^source +.*qelvara\.pdf has these bytes$/m,
      /^ {21}page 1, x [\d.]+ to [\d.]+, y [\d.]+ to [\d.]+$/m,
      /^ {21}cyberwellness\.sqlite [0-9a-f]{64}$/m,
    )
    const { out } = await explain(0, 'qelvara 1.2.1 -r in:out --json')
    const { indicator, document, boxes, source } = JSON.parse(out)
    assert.deepEqual([indicator.status_rule, document.file_name, source], ['stated', 'qelvara.pdf', null])
    assert.ok(boxes.length > 0)
  })

  test.each([
    ['other bytes now', 'XAA 2.1 -r in:out -i in:changed', 1, /has OTHER bytes than were read/],
    ['no source document', 'XAA 2.1 -r in:out -i in:empty', 0, /no file of that name in the input/],
    ['no such country', 'NOR 1.2.1 -r in:out', 2, /^.+\.\n$/],
    ['no such section', 'XAA 1.2.9 -r in:out', 2, /^.+\.\n$/],
    ['no release folder', 'XAA 1.2.1 -r in:nowhere', 2, /^There is no folder .+\.\n$/],
    ['no input folder', 'XAA 1.2.1 -r in:out -i in:nowhere', 2, /no such file or folder\.\n$/],
    ['a folder that is no release', 'XAA 1.2.1 -r in:input', 3, /^.+\.\n$/],
  ] as const)('with %s ends as it should', async (_, words, code, says) => {
    await explain(code, words, says)
  })

  test('of an older release says what it does not hold; a SHA-256 that differs in its last digit ends it with 1', async () => {
    const { sha256 } = await digestFile(find('input/qelvara.pdf'))
    const last = sha256.endsWith('0') ? '1' : '0'
    const dataset = changed(makeDataset({ file: 'qelvara.pdf' }), 'documents', () => ({
      sha256: sha256.slice(0, -1) + last,
    }))
    await writeRelease(find('older'), dataset, (name, table) =>
      name === 'boxes' ? null : withoutColumns(table, 'status_rule', 'evidence', 'derivation'),
    )
    const [rule, boxes] = [/^status_rule +\(not in this release\)/m, /^page +1\nboxes +\(none\)$/m]
    await explain(1, 'NOR 1.1.1 -r in:older -i in:input', rule, boxes)
  })
})

describe('an explanation', () => {
  const made = documentRows({ file: 'a.pdf', words: 'Bells ring. Nobody hears.' })
  const dates = { captured: '2015-06-07', retrieved: '2024-05-06' }
  const mirror_url = 'https://archive.example.org/2015/a.pdf'
  const explanation = {
    release: { folder: 'out', title: 'A title', version: '1.2.3', tables: [] },
    indicator: { ...made.indicators[2], evidence: 'Bells ring.' },
    rule_meaning: 'It says so.',
    document: { ...made.document, source_url: 'https://example.org/a.pdf', mirror_url, ...dates },
    boxes: made.boxes.map((row) => ({ ...row })),
    items: made.items.map((row) => ({ ...row })),
    other_documents: ['nor-2013-01-01-00000000'],
  }

  test('names address, capture and day where the release knows them', () => {
    const lines = explanationText(explanation, null, 80).split('\n')
    const plain = lines.map((line) => line.trim().replace(/ {2,}/, ' '))
    const expected = `source_url https://example.org/a.pdf
      mirror_url https://archive.example.org/2015/a.pdf
      captured 2015-06-07
      retrieved 2024-05-06
      other_documents nor-2013-01-01-00000000
      status_rule stated: It says so.
      note «Bells ring.» Nobody hears.
      items instrument: Bell Act
      page 1, x 72 to 200, y 100 to 112
      release out, A title, version 1.2.3`
    for (const line of expected.split(/\n */)) assert.ok(plain.includes(line), `${line}\n${plain.join('\n')}`)
  })

  test('does not say that a section is empty where the release leaves the note out', () => {
    for (const [status, expected] of [
      ['present', /^note +\(left out of this release\)$/m],
      ['not_reported', /^note +\(nothing\)$/m],
    ] as const) {
      const indicator = { ...explanation.indicator, status, note: null, evidence: null }
      assert.match(explanationText({ ...explanation, indicator }, null, 80), expected)
    }
  })

  test('lets no cell move the cursor or change colours', () => {
    const text = '\u001b[2J\u001b[31mred'
    const hostile = {
      indicator: { ...explanation.indicator, note: text, evidence: text, section: text },
      document: { ...explanation.document, file_name: text, source_url: text },
      items: [{ kind: text, text }],
    }
    assert.ok(!explanationText({ ...explanation, ...hostile }, null, 60).includes('\u001b'))
  })
})
