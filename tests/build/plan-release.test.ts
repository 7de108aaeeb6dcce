import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import type { DocumentResult } from '../../pipeline/build/index.ts'
import { makeIssue, SECTION_CODES, type Source } from '../../schemas/index.ts'
import { makeTestFolder } from '../test-folder.ts'
import { documentResult, type Traits } from './document-rows.ts'
import { buildMadeUp } from './made-up-release.ts'

const folder = makeTestFolder()

/** A document with what the lock file says of its bytes, or a file that is rejected. */
type Given = Traits & { readonly source?: Partial<Source>; readonly isRejected?: true }

const words = 'The response team keeps a register of 12 incidents.'
const brokenWords = 'The response\nteam keeps a reg ister of 12 inci-\ndents.'
const swappedWords = 'A register of 12 incidents keeps the response team.'

/** Two documents with the same words, but for what is given of the second and the first. */
const pair = (second: Partial<Given>, first: Partial<Given> = {}): readonly Given[] => [
  { file: 'a.pdf', words, ...first },
  { file: 'b.pdf', words, ...second },
]
const bound = (file: string): Given[] =>
  [1, 4].map((firstPage) => ({ file, bytes: 5, firstPage, words: words + firstPage }))
const figure = (printedFigure: string) => ({ figure: null, printedFigure })
const date = (printedDate: string) => ({ date: null, printedDate })
const asText = { file: 'a.txt', mediaType: 'text/plain', characters: 90 } as const
const textCopy: Given = { file: 'c.txt', words: 'A text copy.', source: { kind: 'text copy' } }
const known = {
  published: 'https://a.example/known.pdf',
  captured: '2014-05-06T07:08:09Z',
  fetched: { address: 'https://archive.example/known.pdf', retrieved: '2026-01-02' },
}
const otherBytes = { sha256: 'f'.repeat(64) }
const BOTH = 'a.pdf b.pdf'

/** Documents of one country, those that are published, and the issues of the others; pages follow a colon. */
type Case = readonly [what: string, given: readonly Given[], published: string, issue?: string]

const CASES: readonly Case[] = [
  ['of two dates', pair({ date: '2015-01-22' }), BOTH],
  ['with the same words', pair({}), 'a.pdf', 'same_profile b.pdf a.pdf'],
  ['with words broken otherwise', pair({ words: brokenWords }), 'a.pdf', 'same_profile b.pdf a.pdf'],
  ['with another word', pair({ words: words.replace('keeps', 'lost') }), BOTH],
  ['with another number', pair({ words: words.replace('12', '13') }), BOTH],
  ['with digits in another order', pair({ words: words.replace('12', '21') }), BOTH],
  ['with words in another order', pair({ words: swappedWords }), BOTH],
  ['with other unreadable figures', pair(figure('33.4 million'), figure('35.9 million')), BOTH],
  ['with other unreadable dates', pair(date('30 February 2014'), date('August 2014')), BOTH],
  ['with the same bytes', pair({ bytes: 1 }, { bytes: 1 }), 'a.pdf', 'duplicate_document b.pdf a.pdf'],
  ['as PDF and as text', pair({}, asText), 'b.pdf', 'same_profile a.txt b.pdf'],
  ['with more characters', pair({ characters: 6 }), 'b.pdf', 'same_profile a.pdf b.pdf'],
  [
    'twice in one volume',
    pair({ file: 'a.pdf', bytes: 5, firstPage: 4 }, { bytes: 5, firstPage: 9 }),
    'a.pdf:4',
    'same_profile a.pdf:9 a.pdf',
  ],
  [
    'in two copies of a volume',
    [...bound('a.pdf'), ...bound('b.pdf')],
    'a.pdf a.pdf:4',
    'duplicate_document b.pdf a.pdf',
  ],
  ['as a text copy', pair(textCopy), 'a.pdf', 'text_copy_replaced c.txt a.pdf'],
  ['as a text copy without a date', pair({ ...textCopy, date: null }, { date: null }), 'a.pdf c.txt'],
  ['as a text copy alone', [textCopy], 'c.txt'],
  ['in a known file', [{ file: 'a.pdf', source: known }], 'a.pdf'],
  ['in a changed file', [{ file: 'a.pdf', source: otherBytes }], 'a.pdf', 'source_changed a.pdf'],
  ['beside a file that is rejected', pair({ isRejected: true }), 'a.pdf', 'row_invalid b.pdf'],
]

/** The country of a case, and the beginning of its file names. */
const findCode = (index: number): string => `A${String.fromCharCode(65 + index, 65 + index)}`
const findPrefix = (index: number): string => `files/profile/${index}-`

const rejectDocument = (file: string): DocumentResult => {
  const issue = { ...makeIssue('row_invalid', { document: file }), set_aside: true }
  return { file, rows: null, issues: [{ ...issue, document_id: 'swe-2014-08-12-00000000' }] }
}

const sources: Source[] = []
const results = CASES.flatMap(([, given], index) =>
  given.map(({ source, isRejected, ...own }): DocumentResult => {
    const file = findPrefix(index) + own.file
    if (isRejected) return rejectDocument(file)
    const result = documentResult({ ...own, file, code: findCode(index) })
    if (source) {
      const id = `${source.kind === undefined ? 'profile' : 'text-copy'}/${index}`
      const place = { addresses: ['https://b.example/'], ...(source.sha256 && { file: file.slice(6) }) }
      sources.push({ id, kind: 'profile', sha256: result.rows?.document.sha256 ?? '', ...place, ...source })
    }
    return result
  }),
)
/** Documents of three countries, dates and bytes in all combinations. */
const mixed = ['NOR', 'PER', 'SWE'].flatMap((code) =>
  ['2014-08-12', '2013-05-01', null].flatMap((date) =>
    [2, 1, 2].map((bytes, index) => {
      const status = date === '2014-08-12' ? 'planned' : 'absent'
      return documentResult({ file: `${code}/${date}/${index}.pdf`, code, date, bytes, status })
    }),
  ),
)
const release = await buildMadeUp(folder, [...results, ...mixed], { sources })
const { documents, indicators, items, boxes, issues, matrix, review } = release

describe('documents of one country', () => {
  it.for(CASES)('%s are published once, or reported', (one) => {
    const [, , published, issue = ''] = one
    const index = CASES.indexOf(one)
    const own = findPrefix(index)
    const addPage = (page: number | null) => (page === null || page === 1 ? '' : `:${page}`)
    const files = documents
      .filter(({ country_code }) => country_code === findCode(index))
      .map(({ file_name, first_page }) => file_name.replace(own, '') + addPage(first_page))
    const told = issues
      .filter(({ code, document }) => code !== 'date_missing' && document.startsWith(own))
      .map(({ code, document, page, value }) => `${code} ${document}${addPage(page)} ${value}`)
    assert.equal(files.sort().join(' '), published)
    assert.equal(told.length, issue === '' ? 0 : 1)
    assert.equal(told.join().replaceAll(own, '').slice(0, issue.length), issue)
  })
})

describe('a release', () => {
  it('publishes or reports every file, in order of country, date and document', () => {
    const names = new Set(issues.filter(({ set_aside }) => set_aside).map(({ document }) => document))
    for (const { file_name } of documents) names.add(file_name)
    assert.deepEqual([...names].sort(), [...new Set([...results, ...mixed].map(({ file }) => file))].sort())
    const keys = documents.map((row) => `${row.country_code} ${row.source_date ?? ''} ${row.document_id}`)
    assert.deepEqual(keys, keys.toSorted())
  })

  it('has 23 indicators of each document in the order of the catalogue, and all tables in one order', () => {
    assert.equal(SECTION_CODES.length, 23)
    const ids = documents.map(({ document_id }) => document_id)
    const keys = indicators.map((row) => `${row.document_id} ${row.section_code}`)
    const expected = ids.flatMap((id) => SECTION_CODES.map((code) => `${id} ${code}`))
    assert.deepEqual(keys, expected)
    const tables = [items, boxes, review].map((table) => table.map((row) => row['document_id']))
    assert.deepEqual(tables, [ids, ids, ids])
  })

  it('marks the last document of each country as its latest, and shows its statuses in the matrix', () => {
    const last = new Map(documents.map((row) => [row.country_code, row.document_id]))
    const latest = new Set(indicators.filter((row) => row.is_latest).map((row) => row.document_id))
    assert.deepEqual([...latest], [...last.values()])
    const countries = matrix.map((row) => row['country_code'])
    assert.deepEqual(countries, [...last.keys()])
    const { NOR, PER, SWE } = Object.fromEntries(matrix.map((row) => [row['country_code'], row['cirt']]))
    assert.deepEqual([NOR, PER, SWE], ['planned', 'planned', 'planned'])
  })

  it('has no issue that leads to a document which is not in it', () => {
    const ids = new Set<string | null>([null, ...documents.map(({ document_id }) => document_id)])
    const known = issues.map(({ document_id }) => document_id)
    assert.deepEqual(new Set(known).difference(ids), new Set())
    assert.ok(known.filter(Boolean).length > CASES.length)
  })

  it('says where bytes come from, whatever their file is called', () => {
    const findOrigin = (what: string) => {
      const code = findCode(CASES.findIndex(([name]) => name === what))
      const { source_url, mirror_url, retrieved, captured } =
        documents.find(({ country_code }) => country_code === code) ?? assert.fail(what)
      const rows = indicators.filter(({ country_code }) => country_code === code)
      assert.ok(rows.every((row) => row.source_url === source_url))
      return [source_url, mirror_url, retrieved, captured]
    }
    const { published, fetched } = known
    const origin = [published, fetched.address, fetched.retrieved, '2014-05-06']
    assert.deepEqual(findOrigin('in a known file'), origin)
    assert.deepEqual(findOrigin('as a text copy alone'), ['https://b.example/', null, null, null])
    assert.deepEqual(findOrigin('in a changed file'), [null, null, null, null])
  })
})

describe('samples', () => {
  const sample = (file: string) => documentResult({ file, code: 'XAA', collection: 'specimen' })
  const real = documentResult({ file: 'b.pdf' })
  it.for<[what: string, given: DocumentResult[], collection: string, published: string, issues: string]>([
    [
      'are left out beside a real profile',
      [sample('a.pdf'), real],
      'itu-cyberwellness',
      'b.pdf',
      'a.pdf specimen_left_out, b.pdf date_missing',
    ],
    [
      'are kept where no real profile could be read',
      [sample('c.pdf'), rejectDocument('b.pdf'), sample('a.pdf')],
      'specimen',
      'a.pdf c.pdf',
      'a.pdf date_missing, b.pdf row_invalid, c.pdf date_missing',
    ],
  ])('%s, and issues are sorted by file', async ([what, given, ...expected]) => {
    const found = await buildMadeUp(join(folder, what), given)
    const files = found.documents.map((row) => row.file_name).sort()
    const told = found.issues.map(({ code, document }) => `${document} ${code}`)
    assert.deepEqual([found.result.summary.collection, files.join(' '), told.join(', ')], expected)
  })
})
