import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'vitest'
import { fetchFolder, profile } from '../fetch/fetching.ts'
import { type HazardServer, startServer, testSettings } from '../fetch/hazard-server.ts'
import { run } from './run.ts'

const PAGE = '/en/Country_Profiles.aspx'

/** A lock file that names documents, and settings that look at one page and at no archive. */
const scene = async (server: HazardServer, known: readonly string[]) => {
  const { lock } = await fetchFolder(
    known.map((name) => profile(name, [`${server.origin}/docs/${name}.pdf`])),
  )
  const settings = join(lock, '..', 'settings.json')
  await writeFile(
    settings,
    JSON.stringify(
      testSettings(server, { index_pages: [`${server.origin}${PAGE}`], archived: [], attempts: 1 }),
    ),
  )
  return { lock, discover: () => run('discover', '--lock', lock, '--settings', settings) }
}

test('discover names what is new, where it is, and how many documents the lock has now', async () => {
  const server = await startServer()
  server.on(PAGE, (_, response) =>
    response.end('<a href="/docs/wistrel.pdf">W</a> <a href="/docs/oxen.pdf">O</a>'),
  )
  const { lock, discover } = await scene(server, ['wistrel'])
  const { code, err } = await discover()
  assert.equal(code, 0, err)
  assert.match(err, /sources\.json names 2 documents: 1 new, 0 with new facts\./)
  assert.ok(err.includes(`  new: profile/oxen (${server.origin}/docs/oxen.pdf)\n`), err)
  assert.match(await readFile(lock, 'utf8'), /profile\/oxen/)
})

test('discover says of documents that are not found again that they stay, and keeps the lock as it was', async () => {
  const server = await startServer()
  server.on(PAGE, (_, response) => response.end('<p>Moved.</p>'))
  const { lock, discover } = await scene(server, ['wistrel'])
  const before = await readFile(lock, 'utf8')
  const { code, err } = await discover()
  assert.equal(code, 0, err)
  assert.match(err, /names 1 documents: 0 new/)
  assert.match(err, / {2}profile\/wistrel: not found again; it stays in the lock\n/)
  assert.equal(await readFile(lock, 'utf8'), before)
})

test('discover ends with 1 where a page cannot be read, and blames no document for it', async () => {
  const server = await startServer()
  const { lock, discover } = await scene(server, ['wistrel'])
  const before = await readFile(lock, 'utf8')
  const { code, err } = await discover()
  assert.equal(code, 1, err)
  assert.ok(err.includes(`Not read: `) && err.includes(PAGE), err)
  assert.doesNotMatch(err, /not found again/)
  assert.equal(await readFile(lock, 'utf8'), before)
})

test('add-sources adds what a list names, once', async () => {
  const { lock } = await fetchFolder([])
  const list = join(lock, '..', 'list.csv')
  await writeFile(list, 'name,url\nQelvara,https://a.example/q.pdf\n')
  const first = await run('add-sources', list, '--lock', lock)
  assert.equal(first.code, 0, first.err)
  assert.match(first.err, /names 1 documents: 1 new/)
  const text = await readFile(lock, 'utf8')
  assert.match(text, /"id": "profile\/qelvara"/)
  assert.match((await run('add-sources', list, '--lock', lock)).err, /0 new/)
  assert.equal(await readFile(lock, 'utf8'), text)
  await writeFile(list, 'name,url\nQelvara,nowhere\n')
  const { code, err } = await run('add-sources', list, '--lock', lock)
  assert.equal(code, 2)
  assert.match(err, /list\.csv cannot be used: line 2: url/)
})
