import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { at } from '../../pipeline/io/at.ts'
import { fingerprintNote } from '../../pipeline/io/note-fingerprint.ts'
import type { DocumentRows } from '../../pipeline/normalize/index.ts'
import { CORRECTION_COLUMNS, type IssueCode, makeIssue } from '../../schemas/index.ts'
import { makeTestFolder } from '../test-folder.ts'
import { csvLine, GOOD_LINE, HEADER } from './correction-lines.ts'
import { documentRows } from './document-rows.ts'
import { buildMadeUp } from './made-up-release.ts'

const folder = makeTestFolder()

type Line = Readonly<Record<string, string>>

const findNote = ({ indicators }: DocumentRows, section: string): string =>
  indicators.find(({ section_code }) => section_code === section)?.note ?? ''

/** A line that corrects a section of a document. */
const correct = (rows: DocumentRows, section_code: string, value: string, changes: Line = {}): Line => ({
  ...GOOD_LINE,
  document_id: rows.document.document_id,
  section_code,
  column: section_code.startsWith('0') ? 'value' : 'status',
  value,
  note_sha256: hash('sha256', findNote(rows, section_code), 'hex'),
  ...changes,
})

const CSV = { header: true, quoted: true, bom: true, record_delimiter: '\r\n' }
const toCsv = (lines: readonly Line[]): string =>
  stringify([...lines], { ...CSV, columns: [...CORRECTION_COLUMNS] })

/** Builds a release of documents with a corrections file of the given text. */
const buildCorrected = async (name: string, documents: readonly DocumentRows[], text: string) => {
  const corrections = join(folder, `${name}.csv`)
  await writeFile(corrections, text)
  const results = documents.map((rows) => ({ file: rows.document.file_name, rows }))
  return buildMadeUp(join(folder, name), results, { corrections })
}

/** What distinguishes the document of a case, and its line, from others. */
interface Special {
  readonly issue?: IssueCode
  /** The section of the issue, where that is another one, so that the issue stays. */
  readonly elsewhere?: string
  /** The line names a document with this id, which follows the country. */
  readonly id?: string
  /** The line names the letters of the note, by its fingerprint. */
  readonly byLetters?: true
  /** The document has no notes. */
  readonly isEmpty?: true
}

const NO_RULE = 'status_unclassified'
const CASES: readonly (readonly [what: string, section: string, value: string, special?: Special])[] = [
  ['of a row of the review list', '2.4', 'absent'],
  ['that confirms a status', '2.4', 'present'],
  ...['partial', 'planned', 'unknown', 'not_reported'].map(
    (value) => [`to ${value}`, '1.1.1', value] as const,
  ),
  ['of a figure', '0.1', '9421000', { issue: 'figure_unreadable' }],
  ['of words without a rule', '1.2.1', 'planned', { issue: NO_RULE }],
  ['beside words without a rule', '1.2.2', 'planned', { issue: NO_RULE, elsewhere: '1.2.1' }],
  ['of the same note in another document', '2.1', 'absent', { id: '-1999-01-01-00000000' }],
  ['of the same letters in any document', '2.1', 'absent', { id: '-undated', byLetters: true }],
  ['of a missing note', '2.1', 'absent', { isEmpty: true }],
]

/** Any words that a person may write, of which only space and byte order marks around them are dropped. */
const words = fc.string({ unit: 'binary' }).map((text) => `${text.replaceAll('\ufeff', '')}.`)
const REASONS = fc.sample(words, { seed: 3, numRuns: CASES.length })

const corrected = CASES.map(([, section, value, special = {}], index) => {
  const { issue, elsewhere = section, id, byLetters, isEmpty } = special
  const code = `B${String.fromCharCode(65 + index)}X`
  const made = documentRows({ file: `${code}.pdf`, code })
  const more = issue ? [makeIssue(issue, { document: made.document.file_name, section: elsewhere })] : []
  const document = { ...made.document, warnings: 1 + more.length }
  const indicators = made.indicators.map((row) => (isEmpty ? { ...row, note: null, evidence: null } : row))
  const rows = { ...made, document, indicators, issues: [...made.issues, ...more] }
  const loud = `- ${findNote(rows, section).toUpperCase().replaceAll(' ', '\n')}`
  const line = correct(rows, section, value, {
    reason: at(REASONS, index),
    ...(id && { document_id: code.toLowerCase() + id }),
    ...(byLetters && { note_sha256: '', note_fingerprint: fingerprintNote(loud) }),
  })
  return { rows, line, remaining: elsewhere === section ? [] : more }
})

describe('a correction', async () => {
  const all = corrected.map(({ rows }) => rows)
  const [first, empty] = [at(all, 0), at(all, CASES.length - 1)]
  const nameOther = (rows: DocumentRows): string => rows.document.document_id.replace(/.{8}$/, '00000000')
  const unused = [
    correct(first, '1.1.1', 'absent', { document_id: 'xzz-undated-00000000' }),
    correct(first, '1.1.1', 'absent', { document_id: nameOther(first), note_sha256: '0'.repeat(64) }),
    correct(empty, '1.1.1', 'absent', { document_id: nameOther(empty) }),
  ]
  const text = toCsv([...corrected.map(({ line }) => line), ...unused]).replace('\r\n', '\r\n\r\n')
  const release = await buildCorrected('good', all, text)

  it.for(CASES)('%s is taken, and settles the review and the issues of its row', (one) => {
    const [, section, value, { isEmpty = false } = {}] = one
    const { rows, line, remaining } = at(corrected, CASES.indexOf(one))
    const { document_id, file_name } = rows.document
    const own = release.indicators.filter((row) => row.document_id === document_id)
    const row = own.find(({ section_code }) => section_code === section) ?? assert.fail(section)
    const [column, former] = section === '0.1' ? (['value', '8'] as const) : (['status', 'present'] as const)
    assert.deepEqual([String(row[column]), row.status], [value, column === 'value' ? 'reported' : value])
    const { status_rule, confidence, derivation, evidence_is_note } = row
    const reviewed = ['correction', 'reviewed', 'corrected', !isEmpty]
    assert.deepEqual([status_rule, confidence, derivation, evidence_is_note], reviewed)
    const issues = release.issues.filter(({ document }) => document === file_name)
    const codes = ['correction_applied', 'date_missing', ...remaining.map(({ code }) => code)]
    assert.deepEqual(issues.map(({ code }) => code).sort(), codes)
    const notice = issues.find(({ code }) => code === 'correction_applied')
    const said = `${column} ${former} became ${value} by A. Reader (${line['reason']?.trim()})`
    assert.deepEqual([notice?.section_code, notice?.document_id, notice?.value], [section, document_id, said])
    const document = release.documents.find((found) => found.document_id === document_id)
    const open = release.review.filter((found) => found['document_id'] === document_id)
    assert.deepEqual([document?.warnings, open.length], [1 + remaining.length, section === '2.4' ? 0 : 1])
  })

  it('changes no other row', () => {
    const others = all.flatMap(({ indicators }, index) =>
      indicators.filter(({ section_code }) => section_code !== at(CASES, index)[1]),
    )
    assert.deepEqual(
      release.indicators.filter(({ derivation }) => derivation !== 'corrected'),
      others.map((row) => ({ ...row, is_latest: true })),
    )
  })

  it('is noticed if no document has its note', () => {
    const notices = release.issues.filter(({ code }) => code === 'correction_unused')
    assert.deepEqual(
      notices.map(({ severity, document, section_code }) => [severity, document, section_code]),
      unused.map((line) => ['notice', line['document_id'], '1.1.1']).sort(),
    )
  })
})

describe('a correction of a note that has changed', () => {
  const rows = documentRows({ file: 'a.pdf', code: 'XAA' })
  const note = findNote(rows, '1.2.1')
  const [sha256, fingerprint] = [hash('sha256', note, 'hex'), fingerprintNote(note)]
  const flip = (digits: string): string => digits.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  const byHash = { note_sha256: flip(sha256) }
  const byFingerprint = { note_sha256: '', note_fingerprint: flip(fingerprint) }
  const dropLastColumn = (text: string): string => text.replaceAll(/,[^,\r\n]*(?=\r\n|$)/g, '')
  it.for<[what: string, changes: Line, said: string, change?: (text: string) => string]>([
    ['for another one', { note_sha256: 'f'.repeat(64) }, `SHA-256 is now ${sha256}`],
    ['by the last digit of its hash', byHash, `SHA-256 is now ${sha256}`],
    ['by the last digit of its fingerprint', byFingerprint, `fingerprint is now ${fingerprint}`],
    ['in a file from before fingerprints', byHash, `SHA-256 is now ${sha256}`, dropLastColumn],
  ])('%s stops the build, with its place and line alone', async ([what, changes, said, change = String]) => {
    const text = toCsv([correct(rows, '1.1.1', 'absent'), correct(rows, '1.2.1', 'absent', changes)])
    const place = `${rows.document.document_id} 1\\.2\\.1 \\(line 3; the note’s ${said}\\)`
    const message = new RegExp(`^Notes have changed since they were corrected: ${place}; read each again`)
    await assert.rejects(buildCorrected(what, [rows], change(text)), { exitCode: 3, message })
  })
})

describe('a corrections file is refused by line, column and value', () => {
  const header = 'line 1: the header must be document_id,section_code,'
  const twice = [csvLine(), csvLine({ section_code: '2.1' }), csvLine({ value: 'present' })]
  const table = { section_code: '7.1', column: 'value', value: '1e999' }
  it.for<[what: string, text: string, sentence: string]>([
    ['nothing', '', header],
    ['a null', '\0', header],
    ['semicolons', `${HEADER.replaceAll(',', ';')}\n${csvLine()}`, header],
    ['a column too many', `${HEADER},more`, header],
    ['a hostile column', `__proto__,${HEADER}`, header],
    ['a cell too many', `${csvLine()},more`, 'line 2: 9 cells where the header has 8'],
    ['a million cells', ','.repeat(1_000_000), 'line 2: 1000001 cells where the header has 8'],
    ['an open quote', `"${csvLine()}`, 'line 2: Quote'],
    ['many quotes', '"'.repeat(1001), 'line 2: '],
    [
      'the same cell',
      twice.join('\n'),
      'line 4: xaa-2014-08-12-1f0c9a7b 1.2.1 status is corrected already on line 2.',
    ],
    [
      'another value',
      `${csvLine()}\n${csvLine({ value: 'no' })}`,
      'line 3: value “no” is not one of present, ',
    ],
    ['a number with more', csvLine({ section_code: '1.1.2001' }), 'line 2: section_code “1.1.2001” is not a'],
    ['a long section', csvLine({ section_code: '9'.repeat(400) }), 'line 2: section_code “9999'],
    ['no such section', csvLine(table), 'line 2: section_code “7.1” is not a'],
    ['another column', csvLine({ column: 'note' }), 'line 2: column “note” must be one of status, value'],
    ['a hostile name', csvLine({ column: 'constructor' }), 'line 2: column “constructor” must be'],
    ['the status of a figure', csvLine({ section_code: '0.1' }), 'line 2: column “status” is “status”, but'],
    ['nobody', csvLine({ who: '' }), 'line 2: who “” must not be empty'],
    [
      'a path',
      csvLine({ document_id: '../../etc/passwd' }),
      'line 2: document_id “../../etc/passwd” is not a',
    ],
    ['a prototype', csvLine({ document_id: '__proto__' }), 'line 2: document_id “__proto__” is not a'],
  ])('is refused by its line: %s', async ([, text, sentence]) => {
    const content = sentence === header ? text : `${HEADER}\n${text}`
    await assert.rejects(buildCorrected('refused', [documentRows({ file: 'a.pdf' })], content), (error) => {
      const said = error instanceof Error ? error.message.split(' cannot be used: ', 2)[1] : ''
      assert.equal(said?.slice(0, sentence.length), sentence)
      return true
    })
  })
})
