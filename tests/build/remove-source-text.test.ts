import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { test } from 'vitest'
import { build } from '../../pipeline/build/index.ts'
import { withFolder } from '../publish/read-back.ts'
import { missingReference, referenceFolder } from '../reference/reference-folder.ts'

const RUN_LENGTH = 6

const listWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether a run is a long country name and one word more. */
const isNamed = (run: string, country: string): boolean =>
  listWords(country).length === RUN_LENGTH - 1 && run.includes(listWords(country).join(' '))

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

/** The notes of a release, and the whole text of profiles that are text files. */
const readProfiles = async (input: string, release: string): Promise<string[]> => {
  const files = (await readdir(input)).filter((name) => name.endsWith('.txt'))
  const texts = await Promise.all(files.map((name) => readFile(join(input, name), 'utf8')))
  return [...texts, ...(await readTable(release, 'indicators')).map(({ note = '' }) => note)]
}

const INPUTS = [
  { name: 'the samples', input: fileURLToPath(new URL('../../raw/specimen', import.meta.url)) },
  ...(missingReference('text') ? [] : [{ name: 'real profiles', input: join(referenceFolder, 'text') }]),
]

test.each(INPUTS)(
  'a release of $name that may be published repeats no six words of a profile, names aside',
  ({ input }) =>
    withFolder(async (folder) => {
      const [whole, bare] = [join(folder, 'whole'), join(folder, 'bare')]
      const corrections = fileURLToPath(new URL('../../raw/corrections.csv', import.meta.url))
      const request = { inputs: [input], jobs: 2, corrections }
      await build({ ...request, out: whole })
      await build({ ...request, out: bare, explorer: true, withoutSourceText: true })
      // what the project itself says of every release may share words with a profile
      const own = await readFile(join(bare, 'CODEBOOK.md'), 'utf8')
      const names = (await readTable(bare, 'items')).map(({ text = '' }) => text)
      const countries = (await readTable(bare, 'countries')).map(({ country = '' }) => country)
      const entities = await readFile(join(bare, 'entities.csv'), 'utf8')
      const allowed = new Set([own, entities, ...names].flatMap(listRuns))
      const runs = (await readProfiles(input, whole)).flatMap(listRuns)
      const forbidden = new Set(runs.filter((run) => !allowed.has(run)))
      assert.ok(forbidden.size > 100)
      const written = (await readdir(bare, { recursive: true })).filter((name) =>
        /^[^/]+\.(csv|json|md|cff)$|^explorer\/data\/.*\.js$|\.html$/.test(name),
      )
      assert.ok(written.some((name) => name.startsWith('explorer/data/records/')))
      for (const name of written) {
        const texts = splitTexts(name, await readFile(join(bare, name), 'utf8'))
        const found = texts
          .flatMap(listRuns)
          .filter((run) => !countries.some((country) => isNamed(run, country)))
        assert.deepEqual(
          found.filter((run) => forbidden.has(run)),
          [],
          name,
        )
      }
      const readStatuses = async (release: string) =>
        (await readTable(release, 'indicators')).map(({ status, status_rule }) => [status, status_rule])
      assert.deepEqual(await readStatuses(bare), await readStatuses(whole))
      assert.match(await readFile(join(bare, 'README.md'), 'utf8'), /may be published/)
    }),
)
