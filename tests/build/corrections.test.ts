import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { beforeAll, test } from 'vitest'
import {
  correctRows,
  refuseOutdated,
  reportUnusedCorrections,
} from '../../pipeline/build/apply-corrections.ts'
import { readDocuments } from '../../pipeline/build/index.ts'
import {
  type ListedCorrection,
  parseCorrections,
  readCorrections,
} from '../../pipeline/build/read-corrections.ts'
import { validateRows } from '../../pipeline/build/validate-rows.ts'
import { CliError } from '../../pipeline/io/cli-error.ts'
import { fingerprintNote } from '../../pipeline/io/note-fingerprint.ts'
import type { DocumentRows } from '../../pipeline/normalize/index.ts'
import {
  CORRECTION_COLUMNS,
  type Correction,
  type Indicator,
  type Issue,
  makeIssue,
  STATUSES,
} from '../../schemas/index.ts'
import { csvLine, GOOD_LINE, HEADER } from './correction-lines.ts'

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
  note_fingerprint: '',
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
      assert.deepEqual(validateRows(rows), [])
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
      assert.ok(error instanceof CliError)
      const { document_id } = specimen.document
      assert.ok(error.message.includes(`${document_id} 1.2.1 (line 2;`), error.message)
      assert.ok(error.message.includes(sha256(rowOf(specimen, '1.2.1').note)))
      assert.ok(!error.message.includes('1.1.1'))
      return true
    },
  )
})

const withLine = (entry: ListedCorrection, changes: Partial<Correction>): ListedCorrection =>
  parseCorrections(
    stringify([
      [...CORRECTION_COLUMNS],
      CORRECTION_COLUMNS.map((name) => ({ ...entry.correction, ...changes })[name]),
    ]),
  ).at(0) ?? assert.fail('no line')

test('a correction for which no document has the note is only noticed', () => {
  for (const changes of [
    { document_id: 'xzz-undated-00000000' },
    { document_id: specimen.document.document_id.replace(/-[^-]+$/, ''), note_sha256: sha256('other words') },
  ]) {
    const listed = [withLine(toStatus('1.2.1', 'absent'), changes)]
    assert.equal(apply(specimen, listed), specimen)
    const issues = reportUnusedCorrections(listed, new Set(correctRows(specimen, listed).applied))
    assert.deepEqual(
      issues.map((issue) => [issue.code, issue.severity, issue.document, issue.section_code]),
      [['correction_unused', 'notice', changes.document_id, '1.2.1']],
    )
  }
})

test('a correction holds for every document of the country with the same note', () => {
  const row = rowOf(specimen, '1.2.1')
  const country = specimen.document.country_code.toLowerCase()
  for (const changes of [
    { document_id: `${country}-1999-01-01-00000000` },
    { document_id: `${country}-undated`, note_sha256: '', note_fingerprint: fingerprintNote(row.note) },
  ]) {
    const listed = [withLine(toStatus('1.2.1', 'planned'), changes)]
    assert.deepEqual(correctRows(specimen, listed).applied, [2])
    assert.equal(rowOf(apply(specimen, listed), '1.2.1').status, 'planned')
  }
})

test('a status that is confirmed leaves the review list, and says that it was reviewed', () => {
  const open = specimen.review.find(({ status }) => status !== 'unclassified')
  assert.ok(open)
  const listed = withLine(toStatus(open.section_code, 'absent'), {
    value: open.status,
  } as Partial<Correction>)
  const row = rowOf(apply(specimen, [listed]), open.section_code)
  assert.deepEqual([row.status, row.confidence], [open.status, 'reviewed'])
  assert.ok(apply(specimen, [listed]).review.every(({ section_code }) => section_code !== open.section_code))
})

test('a file from before fingerprints is read', () => {
  const old = HEADER.replace(',note_fingerprint', '')
  assert.equal(parseCorrections(`${old}\n${csvLine().slice(0, -1)}\n`).length, 1)
})

const fault = (text: string): string => {
  try {
    parseCorrections(text)
  } catch (error) {
    return error instanceof Error ? error.message : assert.fail('no error')
  }
  return assert.fail('the text was taken for corrections')
}

test('a header alone corrects nothing', () => {
  assert.deepEqual(parseCorrections(`${HEADER}\n`), [])
})

test('lines keep their order, their numbers and their words', () => {
  const listed = parseCorrections(
    `\uFEFF${HEADER}\r\n${csvLine()}\r\n\r\n${csvLine({ section_code: '2.1', reason: '"says ""none"", twice"' })}\r\n`,
  )
  assert.deepEqual(
    listed.map(({ line, correction }) => [line, correction.section_code, correction.reason]),
    [
      [2, '1.2.1', 'read again'],
      [4, '2.1', 'says "none", twice'],
    ],
  )
})

test('whatever words a reason and a name hold, they come back', () => {
  const words = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(words, words, (reason, who) => {
      const text = stringify([[...CORRECTION_COLUMNS], Object.values({ ...GOOD_LINE, reason, who })], {
        quoted: true,
      })
      const [listed] = parseCorrections(text)
      assert.equal(listed?.correction.reason, reason.trim())
      assert.equal(listed?.correction.who, who.trim())
    }),
  )
})

test('what is no correction is refused with its line, its column and its value', () => {
  for (const [text, sentence] of [
    ['', /^line 1: the header must be document_id,section_code,/],
    [HEADER.replaceAll(',', ';'), /^line 1: the header must be/],
    [`${HEADER},more`, /^line 1: the header must be/],
    [`${HEADER}\n${csvLine()},more`, /^line 2: 9 cells where the header has 8/],
    [`${HEADER}\n${csvLine()}\n${csvLine({ value: 'no' })}`, /^line 3: value “no” is not one of present, /],
    [
      `${HEADER}\n${csvLine({ section_code: '1.1.2001' })}`,
      /^line 2: section_code “1\.1\.2001” is not a section/,
    ],
    [`${HEADER}\n${csvLine({ column: 'note' })}`, /^line 2: column “note” must be one of status, value/],
    [`${HEADER}\n${csvLine({ section_code: '0.1' })}`, /^line 2: column “status” is “status”, but/],
    [`${HEADER}\n${csvLine({ who: '' })}`, /^line 2: who “” must not be empty/],
    [`${HEADER}\n"${csvLine()}`, /^line 2: .*quot/i],
  ] as const) {
    assert.match(fault(text), sentence)
  }
})

test('what would lead elsewhere is a word like any other, or refused', () => {
  for (const [text, sentence] of [
    ['\0', /^line 1: the header must be/],
    [`__proto__,${HEADER}`, /^line 1: the header must be/],
    [
      `${HEADER}\n${csvLine({ document_id: '../../etc/passwd' })}`,
      /^line 2: document_id “\.\.\/\.\.\/etc\/passwd” /,
    ],
    [`${HEADER}\n${csvLine({ document_id: '__proto__' })}`, /^line 2: document_id “__proto__” /],
    [`${HEADER}\n${csvLine({ column: 'constructor' })}`, /^line 2: column “constructor” /],
    [
      `${HEADER}\n${csvLine({ section_code: '9'.repeat(400) })}`,
      /^line 2: section_code “9+” is not a section/,
    ],
    [`${HEADER}\n${csvLine({ section_code: '7.1', column: 'value', value: '1e999' })}`, /^line 2: /],
    [`${HEADER}\n${'"'.repeat(1001)}`, /^line 2: /],
    [`${HEADER}\n${','.repeat(1_000_000)}`, /^line 2: 1000001 cells where the header has 8/],
  ] as const) {
    assert.match(fault(text), sentence)
  }
})

test('a cell that is corrected twice is refused with both lines', () => {
  const text = [HEADER, csvLine(), csvLine({ section_code: '2.1' }), csvLine({ value: 'present' })].join('\n')
  assert.equal(fault(text), 'line 4: xaa-2014-08-12-1f0c9a7b 1.2.1 status is corrected already on line 2')
})

test('a corrections file that is missing, a folder or not in UTF-8 is refused in one sentence', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-'))
  try {
    const latin = join(folder, 'latin.csv')
    await writeFile(latin, Buffer.from(`${HEADER}\n${csvLine({ who: 'José' })}\n`, 'latin1'))
    for (const [path, sentence] of [
      [join(folder, 'nowhere.csv'), /nowhere\.csv cannot be used: there is no such file\.$/],
      [folder, /cannot be used: it is no regular file\.$/],
      [latin, /latin\.csv cannot be used: it is not text in UTF-8\.$/],
    ] as const) {
      await assert.rejects(
        readCorrections(path),
        (error) => error instanceof CliError && error.exitCode === 2 && sentence.test(error.message),
      )
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('the corrections file of the project can be read', async () => {
  await readCorrections(fileURLToPath(new URL('../../raw/corrections.csv', import.meta.url)))
})
