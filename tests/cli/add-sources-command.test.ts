import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'vitest'
import { temporaryFolder } from '../fetch/temporary-folder.ts'
import { run } from './run.ts'

test('add-sources adds what a list names, once', async (context: TestContext) => {
  const folder = await temporaryFolder(context)
  const list = join(folder, 'list.csv')
  const lock = join(folder, 'sources.json')
  await writeFile(list, 'name,url\nQelvara,https://a.example/q.pdf\n')
  const first = await run('add-sources', list, '--lock', lock)
  assert.equal(first.code, 0, first.err)
  assert.match(first.err, /names 1 documents: 1 new/)
  const text = await readFile(lock, 'utf8')
  assert.match(text, /"id": "profile\/qelvara"/)
  assert.match((await run('add-sources', list, '--lock', lock)).err, /0 new/)
  assert.equal(await readFile(lock, 'utf8'), text)
})

test('a list that cannot be used is wrong usage, and leaves the lock alone', async (context: TestContext) => {
  const folder = await temporaryFolder(context)
  const list = join(folder, 'list.csv')
  await writeFile(list, 'name,url\nQelvara,nowhere\n')
  const { code, err } = await run('add-sources', list, '--lock', join(folder, 'sources.json'))
  assert.equal(code, 2)
  assert.match(err, /list\.csv cannot be used: line 2: url/)
})
