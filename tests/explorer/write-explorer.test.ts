import assert from 'node:assert/strict'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { test } from 'vitest'
import { dataScript } from '../../pipeline/explorer/data/data-script.ts'
import type {
  DocumentRecord,
  PageRecord,
  SectionRecord,
  Summary,
} from '../../pipeline/explorer/data/explorer-data.ts'
import { SECTION_CODES } from '../../schemas/index.ts'
import { cloneSamples, qelvara, samples, withoutWords } from './profiles.ts'
import { emitSite } from './write-site.ts'

/** Runs a data file as a page does; returns what it hands over. */
const readScript = (script: string): { name: string; value: unknown } => {
  const handOver = (name: string, value: unknown) => ({ name, value: JSON.stringify(value) })
  const { name, value } = runInNewContext(script, { cyberwellnessData: handOver })
  return { name, value: JSON.parse(value) }
}

const write = async (profiles: typeof samples, homepage?: string): Promise<Map<string, string>> => {
  const files = new Map<string, string>()
  await emitSite(
    profiles,
    async (name, content) => {
      assert.ok(!files.has(name), `${name} is written twice`)
      files.set(name.replace(/^explorer\//, ''), String(content))
    },
    homepage,
  )
  return files
}

const readData = <Value>(files: ReadonlyMap<string, string>, name: string): Value =>
  readScript(files.get(`data/${name}.js`) ?? assert.fail(`${name} is missing`)).value as Value

test('whatever a value holds, the page is handed the same', () => {
  const hostile = JSON.parse('{"__proto__":{"a":1},"text":"</script>\\u2028\\u2029"}')
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.deepEqual(readScript(dataScript('x', value)), {
        name: 'x',
        value: JSON.parse(JSON.stringify(value)),
      })
    }),
    { examples: [[hostile]] },
  )
})

test('the same profiles give the same bytes', async () => {
  assert.deepEqual(await write(samples), await write(samples))
})

test('records are cut into files of 50 documents in published order, and each document has its pages', async () => {
  const profiles = cloneSamples(120)
  const files = await write(profiles)
  const records = [0, 1, 2].flatMap((chunk) => readData<DocumentRecord[]>(files, `records/${chunk}`))
  assert.deepEqual(
    records.map(({ document }) => document.document_id),
    profiles.map(({ rows }) => rows.document.document_id),
  )
  assert.equal(readData<DocumentRecord[]>(files, 'records/2').length, 20)
  for (const { rows } of profiles) assert.ok(files.has(`data/pages/${rows.document.document_id}.js`))
})

test('a record holds every row of its document', async () => {
  const [record] = readData<DocumentRecord[]>(await write([qelvara]), 'records/0')
  const sections: readonly SectionRecord[] = record?.sections ?? []
  const { indicators, boxes, items } = qelvara.rows
  assert.deepEqual(
    sections.map(({ code, row }) => [code, row.note]),
    SECTION_CODES.map((code) => [code, indicators.find((row) => row.section_code === code)?.note ?? null]),
  )
  assert.equal(sections.flatMap((section) => section.boxes).length, boxes.length)
  assert.deepEqual(
    sections.flatMap((section) => section.items),
    items,
  )
})

test('of a file with several profiles each has its own pages', async () => {
  const document = { ...qelvara.rows.document, first_page: 2, last_page: 2 }
  const files = await write([{ ...qelvara, rows: { ...qelvara.rows, document } }])
  assert.deepEqual(
    readData<PageRecord[]>(files, `pages/${document.document_id}`).map(({ number }) => number),
    [2],
  )
})

test('a document without a row for each section is refused', async () => {
  const rows = { ...qelvara.rows, indicators: qelvara.rows.indicators.slice(1) }
  await assert.rejects(write([{ ...qelvara, rows }]), /has no row for section 0\.1/)
})

test('a release without the words of the profiles has no pages, and says so', async () => {
  const files = await write(samples.map(withoutWords))
  assert.ok(![...files.keys()].some((name) => name.includes('pages/')))
  assert.equal(readData<Summary>(files, 'summary').hasNotes, false)
})

test('the page says what it is, under which licence, and where the files are', async () => {
  const page = (await write([qelvara], 'https://data.example/')).get('index.html') ?? ''
  const block = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '')
  assert.equal(block['@type'], 'Dataset')
  assert.match(block.license, /^https:/)
  assert.deepEqual(
    block.distribution.map(({ contentUrl }: { contentUrl: string }) => contentUrl),
    ['../indicators.csv', '../a%20b.csv'],
  )
  assert.match(page, /<meta property="og:title" content="[^"]*SPECIMENS/)
  assert.match(page, /<meta property="og:url" content="https:\/\/data\.example\/">/)
})

test('each country and indicator has a page with tags that leads to its view', async () => {
  const files = await write(samples, 'https://data.example')
  const present = qelvara.rows.indicators.filter(({ status }) => status === 'present').length
  const country = files.get('country/XAA.html') ?? ''
  assert.match(country, new RegExp(`og:description" content="Qelvara has ${present} of 21 measures: `))
  assert.match(country, /og:url" content="https:\/\/data\.example\/explorer\/country\/XAA\.html"/)
  assert.match(country, /http-equiv="refresh" content="0; url=\.\.\/index\.html#\/country\/XAA"/)
  assert.match(files.get('indicator/cirt.html') ?? '', /Present in \d+ of 10 countries\./)
  const pages = [...files.keys()].filter((name) => /^(country|indicator)\//.test(name))
  assert.equal(pages.length, samples.length + 21)
})

test('no text of a release can end a tag or begin another', async () => {
  const document = { ...qelvara.rows.document, country: '"></title><script>alert(1)</script>$&' }
  const files = await write([{ ...qelvara, rows: { ...qelvara.rows, document } }])
  for (const name of ['index.html', 'country/XAA.html']) {
    assert.doesNotMatch(files.get(name) ?? '', /alert\(1\)<|"><\/title>/, name)
  }
})
