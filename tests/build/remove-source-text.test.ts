import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { test } from 'vitest'
import { build } from '../../pipeline/build/index.ts'
import { missingReference, referenceFolder } from '../reference/reference-folder.ts'
import { temporaryFolder } from '../test-folder.ts'
import { SPECIMENS } from './in-process.ts'

const RUN_LENGTH = 6

const listWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Every run of six words of a text. */
const listRuns = (text: string): string[] => {
  const words = listWords(text)
  return words.slice(RUN_LENGTH - 1).map((_, index) => words.slice(index, index + RUN_LENGTH).join(' '))
}

const readTable = async (folder: string, name: string): Promise<Record<string, string>[]> =>
  parse(await readFile(join(folder, `${name}.csv`)), { columns: true })

/** The texts of a file one by one, so that no run spans two of them. */
const splitTexts = (name: string, content: string): string[] =>
  name.endsWith('.csv') ? parse(content).flat() : content.split('"')

const readTexts = (folder: string, names: readonly string[]): Promise<string[]> =>
  Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))

/** The notes of a release, and the whole text of profiles that are text files. */
const readProfiles = async (input: string, release: string): Promise<string[]> => {
  const files = (await readdir(input)).filter((name) => name.endsWith('.txt'))
  const notes = (await readTable(release, 'indicators')).map(({ note = '' }) => note)
  return [...(await readTexts(input, files)), ...notes]
}

test.each([
  ['the samples', SPECIMENS] as const,
  ...(missingReference('text') ? [] : [['real profiles', join(referenceFolder, 'text')] as const]),
])(
  'a release of %s that may be published repeats no six words of a profile, names aside',
  async (_, input) => {
    const folder = temporaryFolder()
    const [whole, bare] = [join(folder, 'whole'), join(folder, 'bare')]
    const corrections = fileURLToPath(new URL('../../raw/corrections.csv', import.meta.url))
    const request = { inputs: [input], jobs: 2, corrections, cache: join(folder, 'cache') }
    await build({ ...request, out: whole })
    await build({ ...request, out: bare, explorer: true, withoutSourceText: true })
    // what the project itself says of every release may share words with a profile, and names may be long
    const own = await readTexts(bare, ['CODEBOOK.md', 'entities.csv'])
    const names = (await readTable(bare, 'items')).map(({ text = '' }) => text)
    const countries = (await readTable(bare, 'countries')).map(({ country = '' }) => listWords(country))
    const longNames = countries
      .filter(({ length }) => length === RUN_LENGTH - 1)
      .map((words) => words.join(' '))
    const allowed = new Set([...own, ...names].flatMap(listRuns))
    const forbidden = new Set((await readProfiles(input, whole)).flatMap(listRuns)).difference(allowed)
    assert.ok(forbidden.size > 100)
    const written = (await readdir(bare, { recursive: true })).filter((name) =>
      /^[^/]+\.(csv|json|md|cff)$|^explorer\/data\/.*\.js$|\.html$/.test(name),
    )
    assert.ok(written.some((name) => name.startsWith('explorer/data/records/')))
    for (const name of written) {
      const runs = splitTexts(name, await readFile(join(bare, name), 'utf8')).flatMap(listRuns)
      const repeated = runs.filter(
        (run) => forbidden.has(run) && !longNames.some((long) => run.includes(long)),
      )
      assert.deepEqual(repeated, [], name)
    }
    const readStatuses = async (release: string) =>
      (await readTable(release, 'indicators')).map(({ status, status_rule }) => [status, status_rule])
    assert.deepEqual(await readStatuses(bare), await readStatuses(whole))
    assert.match(await readFile(join(bare, 'README.md'), 'utf8'), /may be published/)
  },
)
