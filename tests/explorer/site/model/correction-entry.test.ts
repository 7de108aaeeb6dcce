import assert from 'node:assert/strict'
import { test } from 'vitest'
import { parseCorrections } from '../../../../pipeline/build/read-corrections.ts'
import { correctionLine } from '../../../../pipeline/explorer/site/model/correction-entry.ts'
import { CORRECTION_COLUMNS } from '../../../../schemas/index.ts'

test('the line is one that the corrections file takes', () => {
  const line = correctionLine({
    document_id: 'xaa-2014-08-12-0123abcd',
    section_code: '1.2.1',
    column: 'status',
    value: 'partial',
    reason: 'It says “no”, and "then", names one',
    who: 'A. Reader',
    note_sha256: 'a'.repeat(64),
  })
  const [read] = parseCorrections(`${CORRECTION_COLUMNS.join(',')}\n${line}\n`)
  assert.equal(read?.correction.reason, 'It says “no”, and "then", names one')
  assert.equal(read?.correction.value, 'partial')
})
