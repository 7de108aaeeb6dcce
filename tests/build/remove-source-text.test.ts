import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { test } from 'vitest'
import { build } from '../../pipeline/build/index.ts'
import { withFolder } from '../publish/read-back.ts'
import { IN_PROCESS, SPECIMENS, TEST_CACHE } from './in-process.ts'

const RUN_LENGTH = 6

const splitWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Every run of six words of a text. */
const listRuns = (text: string): string[] => {
  const words = splitWords(text)
  return words.slice(RUN_LENGTH - 1).map((_, index) => words.slice(index, index + RUN_LENGTH).join(' '))
}

/** The texts of a file one by one, so that no run spans two of them. */
const splitTexts = (name: string, content: string): string[] =>
  name.endsWith('.csv') ? parse(content).flat() : content.split('"')

const readTable = async (folder: string, name: string): Promise<Record<string, string>[]> =>
  parse(await readFile(join(folder, `${name}.csv`)), { columns: true })

test('no run of six words of a note is left in a release without the source text, names aside', () =>
  withFolder(async (folder) => {
    const whole = join(folder, 'whole')
    const bare = join(folder, 'bare')
    const request = { inputs: [SPECIMENS], jobs: 1, reader: IN_PROCESS, cache: TEST_CACHE }
    await build({ ...request, out: whole })
    await build({ ...request, out: bare, explorer: true, withoutSourceText: true })
    const items = await readTable(whole, 'items')
    const entities = await readFile(join(bare, 'entities.csv'), 'utf8')
    const known = new Set([...items.flatMap(({ text = '' }) => listRuns(text)), ...listRuns(entities)])
    const notes = await readTable(whole, 'indicators')
    const forbidden = new Set(
      notes.flatMap(({ note = '' }) => listRuns(note)).filter((run) => !known.has(run)),
    )
    assert.ok(forbidden.size > 100)
    // what the project itself says of every release may share words with a note
    const own = new Set(listRuns(await readFile(join(bare, 'CODEBOOK.md'), 'utf8')))
    const tables = (await readdir(bare, { recursive: true })).filter((name) =>
      /\.(csv|json|md|cff|js)$/.test(name),
    )
    const data = tables.filter((name) => !name.startsWith('explorer/') || name.startsWith('explorer/data/'))
    assert.ok(data.some((name) => name.startsWith('explorer/data/records/')))
    for (const name of data) {
      const found = splitTexts(name, await readFile(join(bare, name), 'utf8'))
        .flatMap(listRuns)
        .filter((run) => forbidden.has(run) && !own.has(run))
      assert.deepEqual(found, [], name)
    }
    const rows = await readTable(bare, 'indicators')
    assert.deepEqual(
      rows.map(({ status, status_rule }) => [status, status_rule]),
      notes.map(({ status, status_rule }) => [status, status_rule]),
    )
    assert.match(await readFile(join(bare, 'README.md'), 'utf8'), /may be published/)
  }))
