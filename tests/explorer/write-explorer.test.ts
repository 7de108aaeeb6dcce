import assert from 'node:assert/strict'
import { runInNewContext } from 'node:vm'
import { test } from 'vitest'
import { writeExplorer } from '../../pipeline/explorer/index.ts'
import { releaseInfo, SECTION_CODES } from '../../schemas/index.ts'
import { clonedProfiles } from './cloned-profiles.ts'
import { specimenProfiles } from './specimen-profiles.ts'
import { withoutWords } from './without-words.ts'

const specimens = await specimenProfiles()

async function* eachOf<Value>(values: readonly Value[]): AsyncGenerator<Value> {
  yield* values
}

const written = async (profiles: typeof specimens): Promise<Map<string, string>> => {
  const files = new Map<string, string>()
  await writeExplorer(
    { info: releaseInfo('specimen'), collection: 'specimen', files: [] },
    [{ name: 'index.html', content: 'page' }],
    eachOf(profiles),
    async (name, content) => {
      assert.ok(!files.has(name), `${name} is written twice`)
      files.set(name, String(content))
    },
  )
  return files
}

const dataOf = (files: ReadonlyMap<string, string>, name: string): unknown => {
  let found = ''
  runInNewContext(files.get(`explorer/data/${name}.js`) ?? '', {
    cyberwellnessData: (_: string, value: unknown) => {
      found = JSON.stringify(value)
    },
  })
  return JSON.parse(found)
}

test('the same profiles give the same bytes', async () => {
  assert.deepEqual(await written(specimens), await written(specimens))
})

test('records are cut into files of 50 documents, in published order, and the pages of each document have their own', async () => {
  const profiles = clonedProfiles(specimens, 120)
  const files = await written(profiles)
  const records = [...files.keys()].filter((name) => name.includes('/records/'))
  assert.deepEqual(
    records,
    [0, 1, 2].map((chunk) => `explorer/data/records/${chunk}.js`),
  )
  const last = dataOf(files, 'records/2')
  assert.ok(Array.isArray(last))
  assert.deepEqual(
    last.map((record) => record.document.document_id),
    profiles.slice(100).map(({ rows }) => rows.document.document_id),
  )
  for (const { rows } of profiles) assert.ok(files.has(`explorer/data/pages/${rows.document.document_id}.js`))
})

test('a record holds every row of its document', async () => {
  const [profile] = specimens
  assert.ok(profile)
  const records = dataOf(await written([profile]), 'records/0')
  assert.ok(Array.isArray(records))
  const { sections } = records[0]
  assert.deepEqual(
    sections.map((section: { code: string; row: { note: string | null } }) => [
      section.code,
      section.row.note,
    ]),
    SECTION_CODES.map((code) => [
      code,
      profile.rows.indicators.find((row) => row.section_code === code)?.note ?? null,
    ]),
  )
  const count = (key: string): number =>
    sections.reduce((sum: number, section: Record<string, unknown[]>) => sum + (section[key]?.length ?? 0), 0)
  assert.deepEqual([count('boxes'), count('items')], [profile.rows.boxes.length, profile.rows.items.length])
})

test('of a file with several profiles each has the pages of its own alone', async () => {
  const [profile] = specimens
  assert.ok(profile)
  const { document } = profile.rows
  const bound = {
    ...profile,
    rows: { ...profile.rows, document: { ...document, first_page: 2, last_page: 2 } },
  }
  const pages = dataOf(await written([bound]), `pages/${document.document_id}`)
  assert.ok(Array.isArray(pages))
  assert.deepEqual(
    pages.map(({ number }) => number),
    [2],
  )
})

test('a document without a row for each section is refused', async () => {
  const [profile] = specimens
  assert.ok(profile)
  const rows = { ...profile.rows, indicators: profile.rows.indicators.slice(1) }
  await assert.rejects(written([{ ...profile, rows }]), /has no row for section 0\.1/)
})

test('a release without the words of the profiles has no pages, and says so', async () => {
  const files = await written(specimens.map(withoutWords))
  assert.ok(![...files.keys()].some((name) => name.includes('/pages/')))
  const summary = dataOf(files, 'summary')
  assert.ok(summary !== null && typeof summary === 'object' && 'hasNotes' in summary)
  assert.equal(summary.hasNotes, false)
})
