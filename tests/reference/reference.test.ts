import assert from 'node:assert/strict'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import { type DocumentResult, readDocuments } from '../../pipeline/build/index.ts'
import { scoresText } from '../../pipeline/cli/quality-commands.ts'
import { listSourceFiles } from '../../pipeline/fetch/index.ts'
import { accuracy, type Score, type Scores } from '../../pipeline/quality/accuracy.ts'
import { missingReference, referenceFolder } from './reference-folder.ts'

/**
 * What has been reached, as shares; it may only rise. Most notes that differ from gold do so behind a hyphen at a line
 * end, where gold has a space as often as none.
 */
const REACHED = {
  country: 1,
  section: 1,
  note: 0.995,
  status: 0.999,
  partners: 0.984,
  figure: 1,
  date: 1,
} as const
const REACHED_F1 = 0.995

const share = ({ right, of }: Score): number => right / of

const results = new Map<string, Promise<DocumentResult[]>>()

/** Reads a folder of the reference, once for all tests. */
const readFolder = (folder: string): Promise<DocumentResult[]> => {
  const read = async (): Promise<DocumentResult[]> =>
    readDocuments(await listSourceFiles([join(referenceFolder, folder)]), { jobs: availableParallelism() })
  const known = results.get(folder) ?? read()
  results.set(folder, known)
  return known
}

const scoreFolder = async (folder: string): Promise<Scores> =>
  accuracy(await readFolder(folder), join(referenceFolder, 'gold'))

for (const folder of ['text', 'facsimile', 'word', 'browser']) {
  const skip = missingReference(folder)
  test(`the profiles in ${folder} are read as careful readers read them`, {
    skip: Boolean(skip),
  }, async (context) => {
    const scores = await scoreFolder(folder)
    for (const line of scoresText(scores).trimEnd().split('\n')) context.annotate(`${folder}: ${line}`)
    assert.equal(scores.documents, 131)
    for (const [measure, reached] of Object.entries(REACHED)) {
      const found = share(scores.measures[measure as keyof typeof REACHED])
      assert.ok(found >= reached, `${measure}: ${found} is less than ${reached}, which had been reached`)
    }
    assert.ok(scores.meanF1 >= REACHED_F1, `mean F1 ${scores.meanF1} is less than ${REACHED_F1}`)
  })
}

test('the text copy without a title reads completely', {
  skip: Boolean(missingReference('seed')),
}, async () => {
  const [result] = await readFolder('seed')
  assert.ok(result?.rows)
  const { document, indicators } = result.rows
  assert.equal(document.country_code, 'AZE')
  assert.equal(document.country_source, 'file_name')
  assert.equal(document.source_date, '2014-08-12')
  assert.equal(document.characters_unexplained, 0)
  assert.deepEqual(
    indicators.filter((row) => row.status === 'not_reported' || row.status === 'unclassified'),
    [],
  )
  const scores = await accuracy([result], join(referenceFolder, 'gold'))
  assert.deepEqual(scores.measures.status, { right: 21, of: 21 })
})

for (const folder of ['text', 'facsimile', 'word', 'browser', 'original']) {
  const skip = missingReference(folder)
  test(`no character of the profiles in ${folder} is unexplained, and every item is a clean name`, {
    skip: Boolean(skip),
  }, async () => {
    const read = await readFolder(folder)
    const names = read.flatMap(({ rows }) => rows?.items.map(({ text }) => text) ?? [])
    const unclean = /^(?:the|an?)\s|[.;,]$|.{161}|^[“"][^”"]+[”"]$/iu
    assert.deepEqual(
      names.filter((name) => unclean.test(name)),
      [],
    )
    assert.deepEqual(
      read
        .filter((result) => result.rows?.document.characters_unexplained !== 0)
        .map((result) => result.file),
      [],
    )
  })
}
