import assert from 'node:assert/strict'
import { test } from 'vitest'
import { explanationText } from '../../pipeline/cli/explanation-text.ts'
import type { Explanation } from '../../pipeline/release/index.ts'
import { documentRows } from '../build/document-rows.ts'

const terminal = { out: () => {}, err: () => {}, live: false, colour: false, width: 60 }

const { document, indicators, boxes, items } = documentRows({
  file: 'a.pdf',
  words: 'Bells ring. Nobody hears.',
})
const [indicator] = indicators.filter(({ section_code }) => section_code === '1.1.1')
assert.ok(indicator)

const explanation: Explanation = {
  release: { folder: 'out', title: 'A title', version: '1.2.3', tables: [] },
  indicator: { ...indicator, evidence: 'Bells ring.' },
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

test('address, capture and day are told where the release knows them', () => {
  const text = explanationText(explanation, null, terminal)
  for (const line of [
    'address    https://example.org/a.pdf',
    'capture    https://archive.example.org/2015/a.pdf, taken 2015-06-07',
    'fetched    2024-05-06',
    'others     nor-2013-01-01-00000000',
    'rule       stated: It says so.',
    'words      Bells ring.',
    '           «Bells ring.» Nobody hears.',
    'items      instrument: Bell Act',
    '           page 1, x 72 to 200, y 100 to 112',
    'release    out, A title, version 1.2.3',
  ]) {
    assert.ok(text.split('\n').includes(line), `${line}\n${text}`)
  }
})

test('no cell can move the cursor or change colours', () => {
  const hostile = '\u001b[2J\u001b[31mred'
  const text = explanationText(
    {
      ...explanation,
      indicator: { ...explanation.indicator, note: hostile, evidence: hostile, section: hostile },
      document: { ...explanation.document, file_name: hostile, source_url: hostile },
      items: [{ kind: hostile, text: hostile }],
    },
    null,
    terminal,
  )
  assert.ok(!text.includes('\u001b'))
})
