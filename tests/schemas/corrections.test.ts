import assert from 'node:assert/strict'
import { test } from 'vitest'
import { correction, SECTIONS, STATUSES } from '../../schemas/index.ts'

type Changes = Readonly<Record<string, string>>

const LINE: Changes = {
  document_id: 'xaa-2014-08-12-1f0c9a7b',
  section_code: '1.2.1',
  column: 'status',
  value: 'absent',
  reason: 'the team that is named belongs to a bank',
  who: 'A. Reader',
  note_sha256: '0'.repeat(64),
  note_fingerprint: '',
}

const accepts = (changes: Changes): boolean => correction.safeParse({ ...LINE, ...changes }).success

test('every section that is no figure takes every status but those that settle nothing', () => {
  const codes = SECTIONS.filter((section) => section.unit === null).map((section) => section.code)
  assert.equal(codes.length, 21)
  assert.ok(codes.every((section_code) => accepts({ section_code })))
  const refused = STATUSES.filter((value) => !accepts({ value }))
  assert.deepEqual(refused, ['reported', 'unclassified'])
})

const figure = (section_code: string, value: string): Changes => ({ section_code, column: 'value', value })

test('a background figure takes a value, whole persons or per cents up to 100', () => {
  assert.equal(correction.parse({ ...LINE, ...figure('0.2', '31.07') }).value, 31.07)
  assert.ok(accepts(figure('0.1', '9421000')))
  assert.ok(accepts(figure('0.2', '100')))
})

test.each<[string, readonly Changes[]]>([
  ['a status of a figure', [{ section_code: '0.1' }]],
  ['a value of another section', [{ column: 'value', value: '12' }]],
  ['a part of a person', [figure('0.1', '9421000.5'), figure('0.1', '-1')]],
  ['more than 100 per cent', [figure('0.2', '100.1')]],
  ['other than plain digits', ['9 421 000', '', '1e6', '31.07%'].map((value) => figure('0.1', value))],
  ['another column', ['note', 'country', 'source_date', 'section', ''].map((column) => ({ column }))],
  ['no document', [{ document_id: 'azerbaijan.pdf' }]],
  ['no section of the catalogue', [{ section_code: '1.1' }, { section_code: '1.1.3' }]],
  ['no reason', [{ reason: ' ' }]],
  ['no person', [{ who: '' }]],
  ['no hash', [{ note_sha256: '' }, { note_sha256: 'A'.repeat(64) }]],
  ['no fingerprint', [{ note_sha256: '', note_fingerprint: '0'.repeat(15) }]],
  ['both hash and fingerprint', [{ note_fingerprint: '0'.repeat(16) }]],
])('a correction with %s is refused', (_, lines) => {
  for (const changes of lines) assert.ok(!accepts(changes), JSON.stringify(changes))
})
