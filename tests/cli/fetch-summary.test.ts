import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { fetchSummary, missingNotice, offlineNotice } from '../../pipeline/cli/fetch-summary.ts'
import { type FetchedDocument, type FetchReport, makeReason } from '../../schemas/index.ts'

const document = (id: string, more: Partial<FetchedDocument> = {}): FetchedDocument => ({
  id,
  kind: 'profile',
  country_code: null,
  outcome: 'fetched',
  address: `https://wistrel.example/${id}.pdf`,
  file: null,
  bytes: null,
  sha256: null,
  attempts: 1,
  failures: [],
  notes: [],
  ...more,
})

const gone = (id: string): FetchedDocument =>
  document(id, {
    outcome: 'failed',
    address: null,
    failures: [
      makeReason('not_found', `https://wistrel.example/${id}.pdf`, '404'),
      makeReason('too_slow', `https://archive.example/${id}.pdf`, '30 s'),
    ],
  })

const report = (documents: readonly FetchedDocument[], more: Partial<FetchReport> = {}): FetchReport => {
  const outcomes = ['fetched', 'from_archive', 'new_edition', 'unchanged', 'present', 'unavailable', 'failed']
  const counts = outcomes.map((outcome) => [
    outcome,
    documents.filter((one) => one.outcome === outcome).length,
  ])
  return {
    version: 1,
    started: '2026-01-02T03:04:05.000Z',
    seconds: 12.34,
    lock: 'raw/sources.json',
    offline: false,
    counts: Object.fromEntries(counts) as FetchReport['counts'],
    bytes: 4_560_000,
    unreachable: {},
    unusable: {},
    documents: [...documents],
    ...more,
  }
}

describe('the closing table of a fetch', () => {
  it('counts what became of the documents, leaves out what became of none, and says why each failed', () => {
    const documents = [
      document('a'),
      document('b', { outcome: 'from_archive', notes: ['It is another capture than was asked for.'] }),
      document('c', { outcome: 'unchanged' }),
      gone('d'),
    ]
    assert.equal(
      fetchSummary(report(documents), 'raw/fetch-report.json'),
      [
        '      1  fetched',
        '      1  fetched from the web archive',
        '      1  unchanged, as its server says',
        '      1  failed',
        '  d: it is not there (status 404): https://wistrel.example/d.pdf; the response took too long (30 s): https://archive.example/d.pdf',
        'Received 4.6 MB in 12.3 s; 1 with a note; the report is raw/fetch-report.json.',
        '',
      ].join('\n'),
    )
  })

  it('names twenty that failed, and counts the rest', () => {
    const documents = Array.from({ length: 194 }, (_, index) => gone(`land-${index}`))
    const lines = fetchSummary(report(documents), 'report').split('\n')
    assert.equal(lines[0], '    194  failed')
    assert.equal(lines.filter((line) => line.includes('status 404')).length, 20)
    assert.ok(lines.includes('  and 174 more'))
  })

  it('says so where a document has no address', () => {
    const said = fetchSummary(report([document('a', { outcome: 'failed', address: null })]), 'report')
    assert.match(said, /^ {2}a: it has no address$/m)
  })
})

describe('the notice of a fetch without a network', () => {
  const offline = report([gone('a'), gone('b'), document('c', { outcome: 'present' })], {
    offline: true,
    unreachable: { 'wistrel.example': 'ENOTFOUND' },
  })

  it('is one paragraph that names the hosts, counts what is missing and says what happens', () => {
    const said = offlineNotice(offline)
    assert.doesNotMatch(said.trimEnd(), /\n\n/)
    assert.match(
      said.replace(/\s+/g, ' '),
      /^Offline: wistrel\.example \(ENOTFOUND\) cannot be reached\. 2 of the 3 documents in the lock file are not on this machine\. This is not an error: a build reads the profiles that are here, or else the sample profiles\./,
    )
    for (const line of said.split('\n')) assert.ok(line.length <= 100, line)
  })

  it('names every document that --strict misses', () => {
    assert.equal(missingNotice(offline), 'Missing, which --strict does not allow: a, b.\n')
  })
})
