import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, test } from 'vitest'
import {
  correctRows,
  type ListedCorrection,
  parseCorrections,
  readCorrections,
  refuseOutdated,
  reportUnusedCorrections,
} from '../../pipeline/build/corrections.ts'
import { readDocuments } from '../../pipeline/build/index.ts'
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
import { findSpecimen, IN_PROCESS } from './in-process.ts'

const [result] = await readDocuments([{ path: findSpecimen('nuvale'), name: 'nuvale.pdf' }], {
  reader: IN_PROCESS,
})
const specimen: DocumentRows = result?.rows ?? assert.fail('the sample cannot be read')

const findRow = (rows: DocumentRows, code: string): Indicator =>
  rows.indicators.find(({ section_code }) => section_code === code) ?? assert.fail('no row')

const sha256 = (note: string | null): string => hash('sha256', note ?? '', 'hex')

/** A correction of the sample, as a file lists it. */
const list = (code: string, value: string | number, changes: Partial<Correction> = {}): ListedCorrection => {
  const row = {
    document_id: specimen.document.document_id,
    section_code: code,
    column: typeof value === 'number' ? 'value' : 'status',
    value,
    reason: 'read again',
    who: 'A. Reader',
    note_sha256: sha256(findRow(specimen, code).note),
    note_fingerprint: '',
    ...changes,
  }
  const [listed] = parseCorrections(
    stringify([[...CORRECTION_COLUMNS], CORRECTION_COLUMNS.map((name) => row[name])]),
  )
  return listed ?? assert.fail('no line')
}

const apply = (rows: DocumentRows, ...listed: readonly ListedCorrection[]): DocumentRows => {
  const corrected = correctRows(rows, listed)
  refuseOutdated(corrected.outdated)
  return corrected.rows
}

const withIssue = (issue: Issue): DocumentRows => ({
  ...specimen,
  document: { ...specimen.document, warnings: specimen.document.warnings + 1 },
  issues: [...specimen.issues, issue],
})

describe('a correction', () => {
  test('settles a row of the review list: new status, evidence and notice, one row less to review', () => {
    const [open] = specimen.review
    assert.ok(open)
    assert.equal(open.note_sha256, sha256(findRow(specimen, open.section_code).note))
    const rows = apply(specimen, list(open.section_code, 'absent'))
    const row = findRow(rows, open.section_code)
    assert.deepEqual(
      [row.status, row.status_rule, row.derivation, row.evidence],
      ['absent', 'correction', 'corrected', row.note],
    )
    assert.deepEqual(rows.review, specimen.review.slice(1))
    const [notice] = rows.issues.filter((issue) => issue.code === 'correction_applied')
    assert.deepEqual(
      [notice?.section_code, notice?.document_id],
      [open.section_code, specimen.document.document_id],
    )
    assert.match(notice?.message ?? '', /status \w+ became absent by A\. Reader \(read again\)/)
  })

  test('that confirms a status takes it off the review list, as reviewed', () => {
    const open = specimen.review.find(({ status }) => status !== 'unclassified')
    assert.ok(open)
    const rows = apply(specimen, list(open.section_code, open.status))
    const row = findRow(rows, open.section_code)
    assert.deepEqual([row.status, row.confidence], [open.status, 'reviewed'])
    assert.ok(rows.review.every(({ section_code }) => section_code !== open.section_code))
  })

  test('of a figure reports it, and settles its issue', () => {
    const place = { document: 'nuvale.pdf', section: '0.1', value: '9 42 1000' }
    const rows = apply(withIssue(makeIssue('figure_unreadable', place)), list('0.1', 9_421_000))
    const row = findRow(rows, '0.1')
    assert.deepEqual([row.value, row.status, row.derivation], [9_421_000, 'reported', 'corrected'])
    assert.ok(rows.issues.every((issue) => issue.code !== 'figure_unreadable'))
    assert.equal(rows.document.warnings, specimen.document.warnings)
  })

  test('settles the warning that no rule accounts for the words, in its own section alone', () => {
    for (const [section, rest] of [
      ['1.2.1', 0],
      ['1.2.2', 1],
    ] as const) {
      const issue = makeIssue('status_unclassified', { document: 'nuvale.pdf', section })
      const { document } = apply(withIssue(issue), list('1.2.1', 'planned'))
      assert.equal(document.warnings, specimen.document.warnings + rest)
    }
  })

  test('of a missing note is for its own document, not for another of its country and date', () => {
    const { document } = specimen
    const indicators = specimen.indicators.map((row) => ({
      ...row,
      note: row.section_code === '1.2.1' ? null : row.note,
    }))
    const own = { ...specimen, indicators }
    const correction = list('1.2.1', 'absent', { note_sha256: sha256(null) })
    assert.equal(findRow(apply(own, correction), '1.2.1').derivation, 'corrected')
    const document_id = document.document_id.replace(/.{8}$/, '00000000')
    const other = {
      ...own,
      document: { ...document, document_id },
      indicators: indicators.map((row) => ({ ...row, document_id })),
    }
    assert.deepEqual(apply(other, correction), other)
  })

  test('changes no other row, and the rows keep every rule', () => {
    assert.deepEqual(apply(specimen), specimen)
    const statuses = STATUSES.filter((status) => status !== 'reported' && status !== 'unclassified')
    const codes = specimen.indicators.filter((row) => row.unit === null).map((row) => row.section_code)
    fc.assert(
      fc.property(fc.subarray(codes), fc.constantFrom(...statuses), (chosen, status) => {
        const rows = apply(specimen, ...chosen.map((code) => list(code, status)))
        assert.deepEqual(validateRows(rows), [])
        const changed = rows.indicators.filter((row, index) => row !== specimen.indicators[index])
        assert.deepEqual(
          changed.map((row) => [row.section_code, row.status, row.derivation]),
          chosen.map((code) => [code, status, 'corrected']),
        )
      }),
    )
  })

  test('of a note that has changed stops everything and names place, line and the hash now', () => {
    const outdated = list('1.2.1', 'absent', { note_sha256: sha256('another note') })
    assert.throws(
      () => apply(specimen, list('1.1.1', 'absent'), outdated),
      (error: unknown) => {
        assert.ok(error instanceof CliError)
        assert.ok(error.message.includes(`${specimen.document.document_id} 1.2.1 (line 2;`), error.message)
        assert.ok(error.message.includes(sha256(findRow(specimen, '1.2.1').note)))
        assert.ok(!error.message.includes('1.1.1'))
        return true
      },
    )
  })

  test('is outdated if the hash differs in its last digit', () => {
    const hashes = { note_sha256: sha256(findRow(specimen, '1.2.1').note), note_fingerprint: '' }
    const fingerprint = {
      note_sha256: '',
      note_fingerprint: fingerprintNote(findRow(specimen, '1.2.1').note),
    }
    const flip = (text: string): string => text.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    for (const right of [hashes, fingerprint]) {
      assert.deepEqual(correctRows(specimen, [list('1.2.1', 'absent', right)]).applied, [2])
      const wrong = { note_sha256: flip(right.note_sha256), note_fingerprint: flip(right.note_fingerprint) }
      assert.equal(correctRows(specimen, [list('1.2.1', 'absent', wrong)]).outdated.length, 1)
    }
  })

  test('is only noticed if no document has its note', () => {
    for (const changes of [
      { document_id: 'xzz-undated-00000000' },
      { document_id: specimen.document.document_id.replace(/-[^-]+$/, ''), note_sha256: sha256('other') },
    ]) {
      const listed = [list('1.2.1', 'absent', changes)]
      assert.equal(apply(specimen, ...listed), specimen)
      const issues = reportUnusedCorrections(listed, new Set(correctRows(specimen, listed).applied))
      assert.deepEqual(
        issues.map((issue) => [issue.code, issue.severity, issue.document, issue.section_code]),
        [['correction_unused', 'notice', changes.document_id, '1.2.1']],
      )
    }
  })

  test('holds for every document of the country with the same note', () => {
    const country = specimen.document.country_code.toLowerCase()
    const note_fingerprint = fingerprintNote(findRow(specimen, '1.2.1').note)
    for (const changes of [
      { document_id: `${country}-1999-01-01-00000000` },
      { document_id: `${country}-undated`, note_sha256: '', note_fingerprint },
    ]) {
      const listed = list('1.2.1', 'planned', changes)
      assert.deepEqual(correctRows(specimen, [listed]).applied, [2])
      assert.equal(findRow(apply(specimen, listed), '1.2.1').status, 'planned')
    }
  })
})

describe('a corrections file', () => {
  test('keeps the order, the numbers and the words of its lines', () => {
    assert.deepEqual(parseCorrections(`${HEADER}\n`), [])
    const quoted = csvLine({ section_code: '2.1', reason: '"says ""none"", twice"' })
    const listed = parseCorrections(`\uFEFF${HEADER}\r\n${csvLine()}\r\n\r\n${quoted}\r\n`)
    assert.deepEqual(
      listed.map(({ line, row }) => [line, row.section_code, row.reason]),
      [
        [2, '1.2.1', 'read again'],
        [4, '2.1', 'says "none", twice'],
      ],
    )
  })

  test('from before fingerprints is read', () => {
    const old = HEADER.replace(',note_fingerprint', '')
    assert.equal(parseCorrections(`${old}\n${csvLine().slice(0, -1)}\n`).length, 1)
  })

  test('gives back whatever words a reason and a name hold', () => {
    const words = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(words, words, (reason, who) => {
        const lines = [[...CORRECTION_COLUMNS], Object.values({ ...GOOD_LINE, reason, who })]
        const [listed] = parseCorrections(stringify(lines, { quoted: true }))
        assert.deepEqual([listed?.row.reason, listed?.row.who], [reason.trim(), who.trim()])
      }),
    )
  })

  test.for([
    ['', /^line 1: the header must be document_id,section_code,/],
    ['\0', /^line 1: the header must be/],
    [HEADER.replaceAll(',', ';'), /^line 1: the header must be/],
    [`${HEADER},more`, /^line 1: the header must be/],
    [`__proto__,${HEADER}`, /^line 1: the header must be/],
    [`${HEADER}\n${csvLine()},more`, /^line 2: 9 cells where the header has 8/],
    [`${HEADER}\n${','.repeat(1_000_000)}`, /^line 2: 1000001 cells where the header has 8/],
    [`${HEADER}\n${csvLine()}\n${csvLine({ value: 'no' })}`, /^line 3: value “no” is not one of present, /],
    [`${HEADER}\n${csvLine({ section_code: '1.1.2001' })}`, /^line 2: section_code “1\.1\.2001” is not a/],
    [`${HEADER}\n${csvLine({ section_code: '9'.repeat(400) })}`, /^line 2: section_code “9+” is not a/],
    [`${HEADER}\n${csvLine({ column: 'note' })}`, /^line 2: column “note” must be one of status, value/],
    [`${HEADER}\n${csvLine({ column: 'constructor' })}`, /^line 2: column “constructor” /],
    [`${HEADER}\n${csvLine({ section_code: '0.1' })}`, /^line 2: column “status” is “status”, but/],
    [`${HEADER}\n${csvLine({ section_code: '7.1', column: 'value', value: '1e999' })}`, /^line 2: /],
    [`${HEADER}\n${csvLine({ who: '' })}`, /^line 2: who “” must not be empty/],
    [`${HEADER}\n${csvLine({ document_id: '../../etc/passwd' })}`, /^line 2: document_id “\.\.\/\.\./],
    [`${HEADER}\n${csvLine({ document_id: '__proto__' })}`, /^line 2: document_id “__proto__” /],
    [`${HEADER}\n"${csvLine()}`, /^line 2: .*quot/i],
    [`${HEADER}\n${'"'.repeat(1001)}`, /^line 2: /],
    [
      [HEADER, csvLine(), csvLine({ section_code: '2.1' }), csvLine({ value: 'present' })].join('\n'),
      /^line 4: xaa-2014-08-12-1f0c9a7b 1\.2\.1 status is corrected already on line 2$/,
    ],
  ] as const)(
    'with a line that is no correction is refused by line, column and value (%#)',
    ([text, sentence]) => {
      assert.throws(
        () => parseCorrections(text),
        (error) => error instanceof Error && sentence.test(error.message),
      )
    },
  )

  test('that is missing, a folder or not in UTF-8 is refused in one sentence', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-'))
    try {
      const latin = join(folder, 'latin.csv')
      await writeFile(latin, Buffer.from(`${HEADER}\n${csvLine({ who: 'José' })}\n`, 'latin1'))
      for (const [path, sentence] of [
        [join(folder, 'nowhere.csv'), /nowhere\.csv cannot be used: there is no such file\.$/],
        [folder, /cannot be used: it is not a regular file\.$/],
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

  test('of the project can be read', async () => {
    await readCorrections(fileURLToPath(new URL('../../raw/corrections.csv', import.meta.url)))
  })
})
