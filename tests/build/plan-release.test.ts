import assert from 'node:assert/strict'
import { join } from 'node:path'
import fc from 'fast-check'
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
/** Two documents with the same words, but for what is given of the second and the first. */
const pair = (second: Partial<Given>, first: Partial<Given> = {}): readonly Given[] => [
  { file: 'one.pdf', words, ...first },
  { file: 'two.pdf', words, ...second },
]
const asText = { file: 'a.txt', mediaType: 'text/plain', characters: 90 } as const
const textCopy: Given = { file: 'copy.txt', source: { kind: 'text copy' } }
const known = {
  published: 'https://a.example/known.pdf',
  captured: '2014-05-06T07:08:09Z',
  fetched: { address: 'https://archive.example/known.pdf', retrieved: '2026-01-02' },
}
const bound = (file: string): Given[] =>
  [1, 4].map((firstPage) => ({ file, bytes: 5, firstPage, words: words + firstPage }))
const BOTH = 'one.pdf two.pdf'

/** Documents of one country, those that are published, and the issues of the others; pages follow a colon. */
type Case = readonly [what: string, given: readonly Given[], published: string, issue?: string]

const CASES: readonly Case[] = [
  ['of two dates', pair({ date: '2015-01-22' }), BOTH],
  ['with the same words', pair({}), 'one.pdf', 'same_profile two.pdf one.pdf'],
  [
    'with words broken otherwise',
    pair({ words: 'The response\nteam keeps a reg ister of 12 inci-\ndents.' }),
    'one.pdf',
    'same_profile two.pdf one.pdf',
  ],
  ['with another word', pair({ words: words.replace('keeps', 'lost') }), BOTH],
  ['with another number', pair({ words: words.replace('12', '13') }), BOTH],
  ['with digits in another order', pair({ words: words.replace('12', '21') }), BOTH],
  [
    'with words in another order',
    pair({ words: 'A register of 12 incidents keeps the response team.' }),
    BOTH,
  ],
  [
    'with unreadable figures that differ',
    pair({ figure: null, printedFigure: '33.4 million' }, { figure: null, printedFigure: '35.9 million' }),
    BOTH,
  ],
  [
    'with unreadable dates that differ',
    pair({ date: null, printedDate: '30 February 2014' }, { date: null, printedDate: 'August 2014' }),
    BOTH,
  ],
  ['with the same bytes', pair({ bytes: 1 }, { bytes: 1 }), 'one.pdf', 'duplicate_document two.pdf one.pdf'],
  ['as PDF and as text', pair({}, asText), 'two.pdf', 'same_profile a.txt two.pdf'],
  ['with more characters', pair({ characters: 6 }), 'two.pdf', 'same_profile one.pdf two.pdf'],
  [
    'twice in one volume',
    pair({ file: 'one.pdf', bytes: 5, firstPage: 4 }, { bytes: 5, firstPage: 9 }),
    'one.pdf:4',
    'same_profile one.pdf:9 one.pdf',
  ],
  [
    'in two copies of a volume',
    [...bound('one.pdf'), ...bound('two.pdf')],
    'one.pdf one.pdf:4',
    'duplicate_document two.pdf one.pdf',
  ],
  ['as a text copy', pair(textCopy), 'one.pdf', 'text_copy_replaced copy.txt one.pdf'],
  [
    'as a text copy without a date',
    pair({ ...textCopy, words: 'x', date: null }, { date: null }),
    'copy.txt one.pdf',
  ],
  ['as a text copy alone', [textCopy], 'copy.txt'],
  ['in a known file', [{ file: 'one.pdf', source: known }], 'one.pdf'],
  [
    'in a changed file',
    [{ file: 'one.pdf', source: { sha256: 'f'.repeat(64) } }],
    'one.pdf',
    'source_changed one.pdf',
  ],
  ['beside a file that is rejected', pair({ isRejected: true }), 'one.pdf', 'row_invalid two.pdf'],
]

/** The country of a case, and the beginning of its file names. */
const findCode = (index: number): string => `A${String.fromCharCode(65 + index, 65 + index)}`
const findPrefix = (index: number): string => `files/profile/${index}-`

const randomTraits: fc.Arbitrary<Traits> = fc.record({
  file: fc.integer({ min: 0, max: 99 }).map((number) => `random/${number}.pdf`),
  code: fc.constantFrom('NOR', 'SWE', 'PER'),
  date: fc.constantFrom('2013-05-01', '2014-08-12', null),
  bytes: fc.integer({ min: 0, max: 5 }),
})
const randomFiles = fc.uniqueArray(randomTraits, {
  selector: ({ file }) => file,
  minLength: 25,
  maxLength: 40,
})

const rejectDocument = (file: string): DocumentResult => {
  const issue = { ...makeIssue('row_invalid', { document: file }), set_aside: true }
  return { file, rows: null, issues: [{ ...issue, document_id: 'swe-2014-08-12-00000000' }] }
}

const sources: Source[] = []
const results = CASES.flatMap(([, given], index) =>
  given.map(({ source, isRejected, ...own }, number): DocumentResult => {
    const file = findPrefix(index) + own.file
    if (isRejected) return rejectDocument(file)
    const result = documentResult({ ...own, file, code: findCode(index) })
    if (source) {
      const id = `${source.kind === undefined ? 'profile' : 'text-copy'}/${index}-${number}`
      const place = {
        addresses: ['https://b.example/'],
        ...(source.sha256 && { file: file.replace('files/', '') }),
      }
      sources.push({ id, kind: 'profile', sha256: result.rows?.document.sha256 ?? '', ...place, ...source })
    }
    return result
  }),
)
const random = fc.sample(randomFiles, { seed: 5, numRuns: 1 }).flat().map(documentResult)
const release = await buildMadeUp(folder, [...results, ...random], { sources })
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
    assert.equal(
      told
        .join('; ')
        .replaceAll(own, '')
        .slice(0, issue.length || undefined),
      issue,
    )
  })
})

describe('a release', () => {
  it('publishes or reports every file, in order of country, date and document', () => {
    const names = new Set(issues.filter(({ set_aside }) => set_aside).map(({ document }) => document))
    for (const { file_name } of documents) names.add(file_name)
    assert.deepEqual([...names].sort(), [...new Set([...results, ...random].map(({ file }) => file))].sort())
    const keys = documents.map((row) => `${row.country_code} ${row.source_date ?? ''} ${row.document_id}`)
    assert.deepEqual(keys, keys.toSorted())
  })

  it('has 23 indicators of each document in the order of the catalogue, and all tables in one order', () => {
    assert.equal(SECTION_CODES.length, 23)
    const ids = documents.map(({ document_id }) => document_id)
    const keys = indicators.map((row) => `${row.document_id} ${row.section_code}`)
    assert.deepEqual(
      keys,
      ids.flatMap((id) => SECTION_CODES.map((code) => `${id} ${code}`)),
    )
    const tables = [items, boxes, review].map((table) => table.map((row) => row['document_id']))
    assert.deepEqual(tables, [ids, ids, ids])
  })

  it('marks the last document of each country as its latest, and shows it in the matrix', () => {
    const last = new Map(documents.map((row) => [row.country_code, row.document_id]))
    const latest = new Set(indicators.filter((row) => row.is_latest).map((row) => row.document_id))
    assert.deepEqual([...latest], [...last.values()])
    const countries = matrix.map((row) => row['country_code'])
    assert.deepEqual(countries, [...last.keys()])
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
    assert.deepEqual(findOrigin('in a known file'), [
      published,
      fetched.address,
      fetched.retrieved,
      '2014-05-06',
    ])
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
