import assert from 'node:assert/strict'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { test } from 'vitest'
import { dataScript } from '../../pipeline/explorer/data/data-script.ts'
import type { DataFiles } from '../../pipeline/explorer/data/explorer-data.ts'
import type { ExploredProfile } from '../../pipeline/explorer/index.ts'
import { cloneSamples, emitSite, qelvara, samples, withoutWords } from './profiles.ts'

/** Runs a data file as a page does; returns what it hands over. */
const readScript = (script: string): { name: string; value: unknown } => {
  const handOver = (name: string, value: unknown) => ({ name, value: JSON.stringify(value) })
  const { name, value } = runInNewContext(script, { cyberwellnessData: handOver })
  return { name, value: JSON.parse(value) }
}

const write = async (profiles: readonly ExploredProfile[], homepage?: string) => {
  const files = new Map<string, string>()
  const keep = async (name: string, content: string | Uint8Array): Promise<void> => {
    assert.ok(!files.has(name), `${name} is written twice`)
    files.set(name.replace(/^explorer\//, ''), String(content))
  }
  await emitSite(profiles, keep, homepage)
  const read = (name: string): string => files.get(name) ?? assert.fail(`${name} is missing`)
  return {
    files,
    read,
    readData: <Name extends keyof DataFiles & string>(name: Name) =>
      readScript(read(`data/${name}.js`)).value as DataFiles[Name],
  }
}

/** The first sample with other rows. */
const change = (rows: Partial<ExploredProfile['rows']>): ExploredProfile => ({
  ...qelvara,
  rows: { ...qelvara.rows, ...rows },
})

test('whatever a value holds, the page is handed the same', () => {
  const hostile = JSON.parse('{"__proto__":{"a":1},"text":"</script>\\u2028\\u2029"}')
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const expected = { name: 'x', value: JSON.parse(JSON.stringify(value)) }
      assert.deepEqual(readScript(dataScript('x', value)), expected)
    }),
    { examples: [[hostile]] },
  )
})

test('the same profiles give the same bytes', async () => {
  assert.deepEqual((await write(samples)).files, (await write(samples)).files)
})

test('records are cut into files of 50 documents in published order, and each document has its pages', async () => {
  const profiles = cloneSamples(120)
  const { readData, read } = await write(profiles)
  const chunks = ([0, 1, 2] as const).map((chunk) => readData(`records/${chunk}`))
  const ids = profiles.map(({ rows }) => rows.document.document_id)
  const written = chunks.flat().map(({ document }) => document.document_id)
  assert.deepEqual(written, ids)
  assert.equal(chunks[2]?.length, 20)
  for (const id of ids) assert.ok(read(`data/pages/${id}.js`))
})

test('a record holds every row of its document', async () => {
  const { indicators, boxes, items } = qelvara.rows
  const { readData } = await write([qelvara])
  const sections = readData('records/0').flatMap((record) => record.sections)
  const notes = indicators.map(({ section_code, note }) => [section_code, note])
  const recorded = sections.map(({ code, row }) => [code, row.note])
  const found = sections.flatMap((section) => section.items)
  assert.deepEqual([recorded, found], [notes, items])
  assert.equal(sections.flatMap((section) => section.boxes).length, boxes.length)
})

test('of a file with several profiles each has its own pages, and one without a row for each section is refused', async () => {
  const document = { ...qelvara.rows.document, first_page: 2, last_page: 2 }
  const { readData } = await write([change({ document })])
  const pages = readData(`pages/${document.document_id}`)
  assert.equal(pages.map(({ number }) => number).join(), '2')
  const indicators = qelvara.rows.indicators.slice(1)
  await assert.rejects(write([change({ indicators })]), /has no row for section 0\.1/)
})

test('a release without the words of the profiles has no pages, and says so', async () => {
  const { files, readData } = await write(samples.map(withoutWords))
  assert.doesNotMatch([...files.keys()].join(), /pages\//)
  assert.equal(readData('summary').hasNotes, false)
})

test('the page says what it is, under which licence, and where the files are', async () => {
  const page = (await write([qelvara], 'https://data.example/')).read('index.html')
  const block = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '')
  assert.equal(block['@type'], 'Dataset')
  assert.match(block.license, /^https:/)
  const addresses = block.distribution.map(({ contentUrl }: { contentUrl: string }) => contentUrl)
  assert.deepEqual(addresses, ['../indicators.csv', '../a%20b.csv'])
  assert.match(page, /<meta property="og:title" content="[^"]*SPECIMENS/)
  assert.match(page, /<meta property="og:url" content="https:\/\/data\.example\/">/)
})

test('each country and indicator has a page with tags that leads to its view', async () => {
  const { files, read } = await write(samples, 'https://data.example')
  const present = qelvara.rows.indicators.filter(({ status }) => status === 'present').length
  const country = read('country/XAA.html')
  assert.match(country, new RegExp(`og:description" content="Qelvara has ${present} of 21 measures: `))
  assert.match(country, /og:url" content="https:\/\/data\.example\/explorer\/country\/XAA\.html"/)
  assert.match(country, /http-equiv="refresh" content="0; url=\.\.\/index\.html#\/country\/XAA"/)
  assert.match(read('indicator/cirt.html'), /Present in \d+ of 10 countries\./)
  const pages = [...files.keys()].filter((name) => /^(country|indicator)\//.test(name))
  assert.equal(pages.length, samples.length + 21)
})

test('no text of a release can end a tag or begin another', async () => {
  const document = { ...qelvara.rows.document, country: '"></title><script>alert(1)</script>$&' }
  const { read } = await write([change({ document })])
  for (const name of ['index.html', 'country/XAA.html']) {
    assert.doesNotMatch(read(name), /alert\(1\)<|"><\/title>/, name)
  }
})
