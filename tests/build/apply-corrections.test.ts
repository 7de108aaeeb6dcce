import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { beforeAll, test } from 'vitest'
import {
  CorrectionOutdated,
  correctRows,
  refuseOutdated,
  unusedCorrections,
} from '../../pipeline/build/apply-corrections.ts'
import { readDocuments } from '../../pipeline/build/index.ts'
import type { ListedCorrection } from '../../pipeline/build/parse-corrections.ts'
import { documentIssues } from '../../pipeline/build/validate/index.ts'
import type { DocumentRows } from '../../pipeline/normalize/index.ts'
import { type Correction, type Indicator, type Issue, makeIssue, STATUSES } from '../../schemas/index.ts'

let specimen: DocumentRows
beforeAll(async () => {
  const path = fileURLToPath(new URL('../../raw/specimen/nuvale.pdf', import.meta.url))
  const [result] = await readDocuments([{ path, name: 'nuvale.pdf' }], 1, () => {})
  assert.ok(result?.rows)
  specimen = result.rows
})

const rowOf = (rows: DocumentRows, code: string): Indicator => {
  const row = rows.indicators.find(({ section_code }) => section_code === code)
  assert.ok(row)
  return row
}

const sha256 = (note: string | null): string => hash('sha256', note ?? '', 'hex')

const common = (code: string): Omit<Correction, 'column' | 'value'> => ({
  document_id: specimen.document.document_id,
  section_code: code,
  reason: 'read again',
  who: 'A. Reader',
  note_sha256: sha256(rowOf(specimen, code).note),
})
type StatusCorrection = Correction & { column: 'status' }

const toStatus = (code: string, value: StatusCorrection['value']): ListedCorrection => ({
  line: 2,
  correction: { ...common(code), column: 'status', value },
})
const toValue = (code: string, value: number): ListedCorrection => ({
  line: 3,
  correction: { ...common(code), column: 'value', value },
})

const apply = (rows: DocumentRows, listed: readonly ListedCorrection[]): DocumentRows => {
  const corrected = correctRows(rows, listed)
  refuseOutdated(corrected.outdated)
  return corrected.rows
}

const withIssue = (issue: Issue): DocumentRows => ({
  ...specimen,
  document: { ...specimen.document, warnings: specimen.document.warnings + 1 },
  issues: [...specimen.issues, issue],
})

test('without corrections nothing changes', () => {
  assert.deepEqual(apply(specimen, []), specimen)
})

test('a row of the review list is settled: new status, a row that says so, a notice, one row less to review', () => {
  const [open] = specimen.review
  assert.ok(open)
  assert.equal(open.note_sha256, common(open.section_code).note_sha256)
  const rows = apply(specimen, [toStatus(open.section_code, 'absent')])
  const row = rowOf(rows, open.section_code)
  assert.deepEqual(
    [row.status, row.status_rule, row.derivation, row.evidence],
    ['absent', 'correction', 'corrected', row.note],
  )
  assert.deepEqual(rows.review, specimen.review.slice(1))
  const [notice] = rows.issues.filter((issue) => issue.code === 'correction_applied')
  assert.equal(notice?.section_code, open.section_code)
  assert.equal(notice?.document_id, specimen.document.document_id)
  assert.match(notice?.message ?? '', /status \w+ became absent by A\. Reader \(read again\)/)
})

test('a corrected figure is reported, and its issue is settled with it', () => {
  const place = { document: 'nuvale.pdf', section: '0.1', value: '9 42 1000' }
  const rows = apply(withIssue(makeIssue('figure_unreadable', place)), [toValue('0.1', 9_421_000)])
  const row = rowOf(rows, '0.1')
  assert.deepEqual([row.value, row.status, row.derivation], [9_421_000, 'reported', 'corrected'])
  assert.ok(rows.issues.every((issue) => issue.code !== 'figure_unreadable'))
  assert.equal(rows.document.warnings, specimen.document.warnings)
})

test('a status settles the warning that no rule accounts for the words, in its own section alone', () => {
  const unclassified = (section: string) =>
    makeIssue('status_unclassified', { document: 'nuvale.pdf', section })
  const settled = apply(withIssue(unclassified('1.2.1')), [toStatus('1.2.1', 'planned')])
  assert.equal(settled.document.warnings, specimen.document.warnings)
  const other = apply(withIssue(unclassified('1.2.2')), [toStatus('1.2.1', 'planned')])
  assert.equal(other.document.warnings, specimen.document.warnings + 1)
})

test('whatever is corrected, only those rows change, and the rows keep every rule', () => {
  const statuses = STATUSES.filter((status) => status !== 'reported' && status !== 'unclassified')
  const codes = specimen.indicators.filter((row) => row.unit === null).map((row) => row.section_code)
  fc.assert(
    fc.property(fc.subarray(codes), fc.constantFrom(...statuses), (chosen, status) => {
      const rows = apply(
        specimen,
        chosen.map((code) => toStatus(code, status)),
      )
      assert.deepEqual(documentIssues(rows), [])
      const changed = rows.indicators.filter((row, index) => row !== specimen.indicators[index])
      assert.deepEqual(
        changed.map((row) => row.section_code),
        chosen,
      )
      assert.ok(changed.every((row) => row.status === status && row.derivation === 'corrected'))
    }),
  )
})

test('a note that has changed stops everything, and the sentence says where, which line and the hash of today', () => {
  const outdated = toStatus('1.2.1', 'absent')
  const changed = { ...outdated, correction: { ...outdated.correction, note_sha256: sha256('another note') } }
  assert.throws(
    () => apply(specimen, [toStatus('1.1.1', 'absent'), changed]),
    (error: unknown) => {
      assert.ok(error instanceof CorrectionOutdated)
      const { document_id } = specimen.document
      assert.ok(error.message.includes(`${document_id} 1.2.1 (line 2;`), error.message)
      assert.ok(error.message.includes(sha256(rowOf(specimen, '1.2.1').note)))
      assert.ok(!error.message.includes('1.1.1'))
      return true
    },
  )
})

test('a correction of a document that was not read is only noticed', () => {
  const elsewhere = toStatus('1.2.1', 'absent')
  const document_id = 'xzz-undated-00000000'
  const listed = [{ ...elsewhere, correction: { ...elsewhere.correction, document_id } }]
  assert.equal(apply(specimen, listed), specimen)
  const issues = unusedCorrections(listed, new Set([specimen.document.document_id]))
  assert.deepEqual(
    issues.map((issue) => [issue.code, issue.severity, issue.document_id, issue.section_code]),
    [['correction_unused', 'notice', document_id, '1.2.1']],
  )
})
