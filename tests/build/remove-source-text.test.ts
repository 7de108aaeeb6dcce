import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { test } from 'vitest'
import { build } from '../../pipeline/build/index.ts'
import { withFolder } from '../publish/read-back.ts'

const INPUT = fileURLToPath(new URL('../../raw/specimen', import.meta.url))
const RUN_LENGTH = 6

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Every run of six words of a text. */
const runsOf = (text: string): string[] => {
  const words = wordsOf(text)
  return words.slice(RUN_LENGTH - 1).map((_, index) => words.slice(index, index + RUN_LENGTH).join(' '))
}

/** The texts of a file one by one, so that no run spans two of them. */
const textsOf = (name: string, content: string): string[] =>
  name.endsWith('.csv') ? parse(content).flat() : content.split('"')

const readTable = async (folder: string, name: string): Promise<Record<string, string>[]> =>
  parse(await readFile(join(folder, `${name}.csv`)), { columns: true })

test('no run of six words of a note is left in a release without the source text, names aside', () =>
  withFolder(async (folder) => {
    const whole = join(folder, 'whole')
    const bare = join(folder, 'bare')
    const request = { inputs: [INPUT], jobs: 1, explorer: true }
    await build({ ...request, out: whole }, () => {})
    await build({ ...request, out: bare, withoutSourceText: true }, () => {})
    const items = await readTable(whole, 'items')
    const entities = await readFile(join(bare, 'entities.csv'), 'utf8')
    const known = new Set([...items.flatMap(({ text = '' }) => runsOf(text)), ...runsOf(entities)])
    const notes = await readTable(whole, 'indicators')
    const forbidden = new Set(notes.flatMap(({ note = '' }) => runsOf(note)).filter((run) => !known.has(run)))
    assert.ok(forbidden.size > 100)
    // what the project itself says of every release may share words with a note
    const own = new Set(runsOf(await readFile(join(bare, 'CODEBOOK.md'), 'utf8')))
    const tables = (await readdir(bare, { recursive: true })).filter((name) =>
      /\.(csv|json|md|cff|js)$/.test(name),
    )
    const data = tables.filter((name) => !name.startsWith('explorer/') || name.startsWith('explorer/data/'))
    assert.ok(data.some((name) => name.startsWith('explorer/data/records/')))
    for (const name of data) {
      const found = textsOf(name, await readFile(join(bare, name), 'utf8'))
        .flatMap(runsOf)
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
