import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import type { DocumentResult } from '../../pipeline/build/index.ts'
import { type Dataset, makeIssue, SECTION_CODES, type Source } from '../../schemas/index.ts'
import { documentResult, type Traits } from './document-rows.ts'
import { plannedDataset } from './planned-dataset.ts'

const read = (...documents: Traits[]): Promise<Dataset> => plannedDataset(documents.map(documentResult))

const setAside = (file: string): DocumentResult => ({
  file,
  rows: null,
  issues: [makeIssue('broken_pdf', { document: file, value: 'no end' })],
})

const files = (dataset: Dataset): string[] => dataset.documents.map((row) => row.file_name)

const issues = (dataset: Dataset): string[] =>
  dataset.issues
    .filter(({ code }) => code !== 'date_missing')
    .map(({ code, document, value }) => [code, document, value].filter((part) => part !== null).join(' '))

const traits: fc.Arbitrary<Traits> = fc.record({
  file: fc.constantFrom('a.pdf', 'b.pdf', 'c.pdf', 'd/a.pdf', 'd/e.txt', 'f.pdf', 'g.pdf'),
  code: fc.constantFrom('NOR', 'SWE', 'XAA'),
  date: fc.constantFrom('2013-05-01', '2014-08-12', null),
  collection: fc.constantFrom('itu-cyberwellness', 'specimen'),
  bytes: fc.integer({ min: 0, max: 5 }),
})

const distinctFiles = fc.uniqueArray(traits, { selector: ({ file }) => file })

describe('a release', () => {
  it('holds one indicator for each document and each of the 23 entries of the catalogue, in its order', async () => {
    const { documents, indicators } = await read({ file: 'a.pdf' }, { file: 'b.pdf', code: 'SWE' })
    assert.equal(SECTION_CODES.length, 23)
    assert.deepEqual(
      indicators.map((row) => [row.document_id, row.section_code]),
      documents.flatMap((row) => SECTION_CODES.map((code) => [row.document_id, code])),
    )
  })

  it('has no issue that leads to a document which is not in it', async () => {
    const left = {
      ...makeIssue('row_invalid', { document: 'b.pdf' }),
      document_id: 'swe-2014-08-12-00000000',
    }
    const result: DocumentResult = { file: 'b.pdf', rows: null, issues: [left] }
    const dataset = await plannedDataset([documentResult({ file: 'a.pdf', date: null }), result])
    assert.deepEqual(
      dataset.issues.map(({ document, document_id }) => [document, document_id]),
      [
        ['a.pdf', dataset.documents[0]?.document_id],
        ['b.pdf', null],
      ],
    )
  })

  it('replaces a text copy by another document of its date, and keeps both where none is printed', async () => {
    for (const [date, kept] of [
      ['2014-08-12', ['a.pdf']],
      [null, ['a.pdf', 'b.txt']],
    ] as const) {
      const results = ['a.pdf', 'b.txt'].map((file) =>
        documentResult({ file, date, mediaType: 'text/plain' }),
      )
      const sha256 = results[1]?.rows?.document.sha256 ?? ''
      const copy: Source = {
        id: 'text-copy/b',
        kind: 'text copy',
        addresses: ['https://b.example/b'],
        sha256,
      }
      assert.deepEqual(files(await plannedDataset(results, [copy])).toSorted(), kept)
    }
  })

  it('is sorted by country, date (undated first) and document', async () => {
    const dataset = await read(
      { file: 'd.pdf', code: 'SWE', date: '2013-05-01' },
      { file: 'a.pdf', code: 'SWE', date: null },
      { file: 'c.pdf', code: 'NOR', date: '2015-01-22' },
      { file: 'b.pdf', code: 'NOR', date: '2014-08-12' },
    )
    assert.deepEqual(files(dataset), ['b.pdf', 'c.pdf', 'a.pdf', 'd.pdf'])
    for (const table of [dataset.items, dataset.boxes, dataset.review]) {
      assert.deepEqual(
        table.map((row) => row.document_id),
        dataset.documents.map((row) => row.document_id),
      )
    }
  })

  it('marks the latest document of each country, and shows it alone in the matrix', async () => {
    const dataset = await read(
      { file: 'new.pdf', date: '2015-01-22', status: 'present' },
      { file: 'old.pdf', date: '2014-08-12', status: 'absent' },
      { file: 'undated.pdf', date: null, status: 'absent' },
      { file: 'other.pdf', code: 'SWE', date: null, status: 'planned' },
    )
    const latest = new Set(dataset.indicators.filter((row) => row.is_latest).map((row) => row.document_id))
    assert.deepEqual(
      dataset.documents.filter((row) => latest.has(row.document_id)).map((row) => row.file_name),
      ['new.pdf', 'other.pdf'],
    )
    assert.deepEqual(
      dataset.matrix.map((row) => {
        const cells = new Map<string, unknown>(Object.entries(row))
        return ['country_code', 'population', 'child_protection_reporting'].map((column) => cells.get(column))
      }),
      [
        ['NOR', 8, 'present'],
        ['SWE', 8, 'planned'],
      ],
    )
  })

  it('has one latest document where two of a country bear the same date', async () => {
    const { matrix, indicators } = await read({ file: 'a.pdf' }, { file: 'b.pdf' })
    assert.equal(matrix.length, 1)
    assert.equal(indicators.filter((row) => row.is_latest).length, 23)
  })

  it('reads the same bytes once, and names the file that came first', async () => {
    const dataset = await read(
      { file: 'b.pdf', bytes: 1 },
      { file: 'c.pdf', bytes: 2 },
      { file: 'a.pdf', bytes: 1 },
    )
    assert.deepEqual(files(dataset).toSorted(), ['a.pdf', 'c.pdf'])
    assert.deepEqual(issues(dataset), ['duplicate_document b.pdf a.pdf'])
  })

  it('leaves specimens out beside a real profile, and says so', async () => {
    const specimen = { file: 'a.pdf', code: 'XAA', collection: 'specimen' } as const
    for (const [documents, published, collection, expected] of [
      [[specimen, { file: 'b.pdf' }], ['b.pdf'], 'itu-cyberwellness', ['specimen_left_out a.pdf']],
      [[specimen], ['a.pdf'], 'specimen', []],
    ] as const) {
      const dataset = await read(...documents)
      assert.deepEqual(
        [files(dataset), dataset.collection, issues(dataset)],
        [published, collection, expected],
      )
    }
  })

  it('keeps specimens where the one real profile could not be read, and its issues, sorted by file', async () => {
    const specimen = (file: string): DocumentResult =>
      documentResult({ file, code: 'XAA', collection: 'specimen' })
    const dataset = await plannedDataset([specimen('c.pdf'), setAside('b.pdf'), specimen('a.pdf')])
    assert.deepEqual(files(dataset), ['a.pdf', 'c.pdf'])
    assert.deepEqual(
      dataset.issues.map(({ document, code }) => [document, code]),
      [
        ['a.pdf', 'date_missing'],
        ['b.pdf', 'broken_pdf'],
        ['c.pdf', 'date_missing'],
      ],
    )
  })

  it('of nothing has the codebook and no other row', async () => {
    const { sections, entities, countries, ...rest } = await plannedDataset([])
    assert.ok(entities.length > 0)
    assert.ok(countries.every(({ has_profile }) => !has_profile))
    assert.equal(sections.length, 23)
    assert.ok(Object.values(rest).every((table) => typeof table === 'string' || table.length === 0))
    assert.equal(rest.collection, 'itu-cyberwellness')
  })

  it('does not depend on the order in which documents were read', async () => {
    const results = distinctFiles.map((some) => [...some.map(documentResult), setAside('z.pdf')])
    const shuffled = results.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
    )
    await fc.assert(
      fc.asyncProperty(shuffled, async ([some, other]) => {
        assert.deepEqual(await plannedDataset(other), await plannedDataset(some))
      }),
    )
  })

  it('keeps or reports every file, and has one latest document for each country', async () => {
    await fc.assert(
      fc.asyncProperty(distinctFiles, async (some) => {
        const dataset = await read(...some)
        const reported = dataset.issues
          .filter(({ code }) => code === 'duplicate_document' || code === 'specimen_left_out')
          .map(({ document }) => document)
        assert.deepEqual([...files(dataset), ...reported].sort(), some.map(({ file }) => file).sort())
        const latest = new Set(
          dataset.indicators.filter((row) => row.is_latest).map((row) => row.document_id),
        )
        const countries = new Set(dataset.documents.map((row) => row.country_code))
        assert.equal(latest.size, countries.size)
        assert.deepEqual(
          dataset.matrix.map((row) => row.country_code),
          [...countries],
        )
      }),
    )
  })
})

const published = async (...documents: Traits[]): Promise<string[]> =>
  files(await read(...documents)).toSorted()

const words = 'The response team keeps a register of 12 incidents.'

describe('two profiles of one country and date', () => {
  it('with the same text are one, and an issue names the copy that was kept', async () => {
    const dataset = await read({ file: 'one.pdf', words }, { file: 'two.pdf', words })
    assert.deepEqual(files(dataset), ['one.pdf'])
    assert.deepEqual(issues(dataset), ['same_profile two.pdf one.pdf'])
  })

  it('are the same where copies break words and lines otherwise', async () => {
    const other = 'The response\nteam keeps a reg ister of 12 inci-\ndents.'
    assert.deepEqual(await published({ file: 'one.pdf', words }, { file: 'two.pdf', words: other }), [
      'one.pdf',
    ])
  })

  for (const [what, other] of [
    ['a word', words.replace('keeps', 'lost')],
    ['a number', words.replace('12', '13')],
    ['the order of digits', words.replace('12', '21')],
    ['the order of words', 'A register of 12 incidents keeps the response team.'],
  ] as const) {
    it(`stay two where ${what} differs`, async () => {
      const both = await published({ file: 'one.pdf', words }, { file: 'two.pdf', words: other })
      assert.deepEqual(both, ['one.pdf', 'two.pdf'])
    })
  }

  it('stay two where figures that cannot be read differ in print', async () => {
    const both = await published(
      { file: 'one.pdf', words, figure: null, printedFigure: '33.4 million' },
      { file: 'two.pdf', words, figure: null, printedFigure: '35.9 million' },
    )
    assert.deepEqual(both, ['one.pdf', 'two.pdf'])
  })

  it('stay two where dates that cannot be read differ in print', async () => {
    const both = await published(
      { file: 'one.pdf', words, date: null, printedDate: '30 February 2014' },
      { file: 'two.pdf', words, date: null, printedDate: 'August 2014' },
    )
    assert.deepEqual(both, ['one.pdf', 'two.pdf'])
  })

  it('are kept as PDF before text, then by characters, then by name', async () => {
    const text = { file: 'a.txt', words, mediaType: 'text/plain', characters: 90 } as const
    assert.deepEqual(await published(text, { file: 'z.pdf', words, characters: 5 }), ['z.pdf'])
    assert.deepEqual(await published({ file: 'a.pdf', words }, { file: 'b.pdf', words, characters: 6 }), [
      'b.pdf',
    ])
    assert.deepEqual(await published({ file: 'b.pdf', words }, { file: 'a.pdf', words }), ['a.pdf'])
  })

  it('in one volume count once, and the issue names the page of the other', async () => {
    const dataset = await read(
      { file: 'volume.pdf', words, firstPage: 9 },
      { file: 'volume.pdf', words, firstPage: 4 },
    )
    assert.deepEqual(
      dataset.documents.map(({ first_page }) => first_page),
      [4],
    )
    assert.deepEqual(
      dataset.issues.filter(({ code }) => code === 'same_profile').map(({ page }) => page),
      [9],
    )
  })
})
