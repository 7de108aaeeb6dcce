import assert from 'node:assert/strict'
import { test } from 'vitest'
import { fetchSummary, missingNotice, offlineNotice } from '../../pipeline/cli/fetch-summary.ts'
import { FETCH_OUTCOMES, type FetchedDocument, type FetchReport, makeReason } from '../../schemas/index.ts'

const document = (id: string, more: Partial<FetchedDocument> = {}): FetchedDocument => ({
  ...{ id, kind: 'profile', country_code: null, outcome: 'fetched', address: null, file: null, bytes: null },
  ...{ sha256: null, attempts: 1, failures: [], notes: [], ...more },
})

const gone = (id: string): FetchedDocument => {
  const failures = [
    makeReason('not_found', `https://wistrel.example/${id}.pdf`, '404'),
    makeReason('too_slow', `https://archive.example/${id}.pdf`, '30 s'),
  ]
  return document(id, { outcome: 'failed', failures })
}

const report = (...documents: readonly FetchedDocument[]): FetchReport => {
  const counts = Object.keys(FETCH_OUTCOMES).map((outcome) => [
    outcome,
    documents.filter((one) => one.outcome === outcome).length,
  ])
  return {
    ...{ version: 1, started: '2026-01-02T03:04:05.000Z', seconds: 12.34, lock: 'raw/sources.json' },
    ...{ offline: false, bytes: 4_560_000, unreachable: { 'wistrel.example': 'ENOTFOUND' }, unusable: {} },
    counts: Object.fromEntries(counts) as FetchReport['counts'],
    documents,
  }
}

const summarize = (...documents: readonly FetchedDocument[]): string[] =>
  fetchSummary(report(...documents), 'raw/fetch-report.json').split('\n')

test('a fetch counts the documents by outcome, without empty outcomes, and says why each failed', () => {
  const archived = document('b', { outcome: 'from_archive', notes: ['It is another capture.'] })
  const lines = summarize(document('a'), archived, document('c', { outcome: 'unchanged' }), gone('d'))
  assert.deepEqual(lines, [
    '      1  fetched',
    '      1  fetched from the web archive',
    '      1  unchanged, as its server says',
    '      1  failed',
    '  d: it is not there (status 404): https://wistrel.example/d.pdf; the response took too long (30 s): https://archive.example/d.pdf',
    'Received 4.6 MB in 12.3 s; 1 with a note; the report is raw/fetch-report.json.',
    '',
  ])
})

test('it names twenty that failed and counts the rest, and says so where one has no address', () => {
  const lines = summarize(...Array.from({ length: 194 }, (_, index) => gone(`land-${index}`)))
  assert.equal(lines[0], '    194  failed')
  assert.equal(lines.filter((line) => line.includes('status 404')).length, 20)
  assert.ok(lines.includes('  and 174 more'))
  assert.equal(summarize(document('a', { outcome: 'failed' }))[1], '  a: it has no address')
})

test('without a network one paragraph names the hosts and what is missing, and says what happens', () => {
  const offline = report(gone('a'), gone('b'), document('c', { outcome: 'present' }))
  const notice = offlineNotice(offline)
  assert.equal(
    notice.trimEnd().replace(/\n(?!\n)/g, ' '),
    'Offline: wistrel.example (ENOTFOUND) cannot be reached. 2 of the 3 documents in the lock file are not on this machine. This is not an error: a build reads the profiles that are here, or else the sample profiles. Run the same command again when you are online.',
  )
  for (const line of notice.split('\n')) assert.ok(line.length <= 100, line)
  assert.equal(missingNotice(offline), 'Missing, which --strict does not allow: a, b.\n')
})
