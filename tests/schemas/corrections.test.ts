import assert from 'node:assert/strict'
import { test } from 'vitest'
import { correction, SECTIONS, STATUSES } from '../../schemas/index.ts'

const line = (changes: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  document_id: 'xaa-2014-08-12-1f0c9a7b',
  section_code: '1.2.1',
  column: 'status',
  value: 'absent',
  reason: 'the team that is named belongs to a bank',
  who: 'A. Reader',
  note_sha256: '0'.repeat(64),
  note_fingerprint: '',
  ...changes,
})

const accepts = (changes: Readonly<Record<string, string>>): boolean =>
  correction.safeParse(line(changes)).success

test('every section that is no figure takes every status but those that settle nothing', () => {
  const codes = SECTIONS.filter((section) => section.unit === null).map((section) => section.code)
  assert.equal(codes.length, 21)
  const refused = STATUSES.filter((value) => !accepts({ value }))
  assert.deepEqual(refused, ['reported', 'unclassified'])
  assert.ok(codes.every((section_code) => accepts({ section_code })))
})

test('a background figure takes a value, and no status of its own', () => {
  const parsed = correction.parse(line({ section_code: '0.2', column: 'value', value: '31.07' }))
  assert.equal(parsed.value, 31.07)
  assert.ok(!accepts({ section_code: '0.1' }))
  assert.ok(!accepts({ column: 'value', value: '12' }))
})

test('figures are whole persons, and per cents up to 100', () => {
  const figure = (section_code: string, value: string) => accepts({ section_code, column: 'value', value })
  assert.ok(figure('0.1', '9421000'))
  assert.ok(figure('0.2', '100'))
  for (const [section, value] of [
    ['0.1', '9421000.5'],
    ['0.1', '9 421 000'],
    ['0.1', '-1'],
    ['0.1', ''],
    ['0.1', '1e6'],
    ['0.2', '100.1'],
    ['0.2', '31.07%'],
  ] as const) {
    assert.ok(!figure(section, value), `${section} ${value}`)
  }
})

test('no other column can be corrected', () => {
  for (const column of ['note', 'country', 'source_date', 'section', ''])
    assert.ok(!accepts({ column }), column)
})

test('a correction needs a document, a section, a reason, a person and a hash', () => {
  for (const changes of [
    { document_id: 'azerbaijan.pdf' },
    { section_code: '1.1' },
    { section_code: '1.1.3' },
    { reason: ' ' },
    { who: '' },
    { note_sha256: 'A'.repeat(64) },
    { note_sha256: '' },
    { note_fingerprint: '0'.repeat(16) },
    { note_sha256: '', note_fingerprint: '0'.repeat(15) },
  ]) {
    assert.ok(!accepts(changes), JSON.stringify(changes))
  }
})
