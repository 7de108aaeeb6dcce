import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { readdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { test } from 'vitest'
import { z } from 'zod'
import { formatLock, readLock, writeLock } from '../../pipeline/fetch/lock-file.ts'
import { parseJson } from '../../pipeline/io/unambiguous-json.ts'
import { type Source, sourcesLock } from '../../schemas/index.ts'
import { readCases } from '../read-cases.ts'
import { temporaryFolder, writeTemporary } from '../test-folder.ts'
import { hashBytes, profile } from './fetching.ts'

const parseLock = (text: string) => parseJson(text, sourcesLock).documents

/** Documents of a lock, some with all that a fetch may add. */
const sources: fc.Arbitrary<Source[]> = fc.uniqueArray(
  fc
    .tuple(
      fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})?$/),
      fc.array(fc.webUrl(), { minLength: 1, maxLength: 3 }),
      fc.option(fc.tuple(fc.string(), fc.integer({ min: 1 }))),
    )
    .map(([name, addresses, got]) => {
      if (got === null) return profile(name, addresses)
      const fetched = { address: addresses[0] ?? '', retrieved: '2026-01-02', etag: got[0] }
      const facts = { country_code: 'XAA', sha256: hashBytes(Buffer.from(name)), bytes: got[1] }
      return profile(name, addresses, { ...facts, captured: '2014-05-06T07:08:09Z', fetched })
    }),
  { selector: ({ id }) => id },
)

test('any lock file that was written can be read back, in the order of ids', () => {
  fc.assert(
    fc.property(sources, (documents) => {
      const text = formatLock(documents)
      const byId = documents.toSorted((left, right) => (left.id < right.id ? -1 : 1))
      assert.deepEqual(parseLock(text), byId)
      assert.equal(formatLock(documents.toReversed()), text)
    }),
  )
})

test('the lock file of the project is written as the project writes it', () => {
  const text = readFileSync(new URL('../../raw/sources.json', import.meta.url), 'utf8')
  assert.equal(formatLock(parseLock(text)), text)
})

const valid = { id: 'profile/a', kind: 'profile', addresses: ['https://a.example/a.pdf'] }
test('a lock that is not as it should be is refused, and the place is named', () => {
  const known = { ...valid, file: 'profile/a.pdf', sha256: '0'.repeat(64) }
  const row = z.tuple([z.string(), z.looseObject({}).nullable(), z.string()])
  for (const [what, document, says] of readCases('fetch/refused-locks.yaml', row)) {
    const second = document && { ...valid, id: 'profile/b', ...document }
    const text = JSON.stringify({ version: 1, documents: [known, second] })
    assert.throws(() => parseLock(text), { message: new RegExp(says) }, what)
  }
})

test('any text that is no lock file is rejected with one kind of error', () => {
  const deep = '['.repeat(200_000)
  for (const text of [
    ...['', '[]', '{"version": 2, "documents": []}', deep, '{\n<<<<<<< HEAD\n  "version": 1,\n'],
    `{"version": 1, "documents": ${deep}${']'.repeat(200_000)}}`,
    '{"version": 1, "documents": {"0": {}}}',
    '{"version": 1, "documents": [], "__proto__": {}}',
    '{"version": 1, "documents": []}\0',
    '{"version": 1, "documents": [], "documents": []}',
  ]) {
    assert.throws(() => parseLock(text), Error, text.slice(0, 50))
  }
})

test('a lock of many documents is read, however many of them are in the journal, of which the last line may be cut', async () => {
  const path = join(temporaryFolder(), 'sources.json')
  const documents = Array.from({ length: 130_000 }, (_, index) => profile(`a-${index}`, valid.addresses))
  await writeLock(path, documents.slice(0, 5_000))
  const lines = documents.map((document) => JSON.stringify(document))
  await writeFile(`${path}.journal`, `${lines.join('\n')}\n{"id": "profile/b`)
  assert.equal((await readLock(path)).length, documents.length)
})

test('a lock that was edited wrongly is refused with its name, the place, and what to do', async () => {
  const path = await writeTemporary(JSON.stringify({ version: 1, documents: [{ ...valid, sha256: 'x' }] }))
  await assert.rejects(readLock(path), {
    message: `The lock file ${path} cannot be used: documents.0.sha256: is not a SHA-256 in lower-case hexadecimal. Correct it, or restore it from where you had it; nothing was changed.`,
  })
  await truncate(path, 300_000_000)
  await assert.rejects(readLock(path), { name: 'CliError', message: /it has 300000000 bytes/ })
})

test('a lock that does not exist names nothing, and writing leaves only the lock', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'sources.json')
  assert.deepEqual(await readLock(path), [])
  await writeLock(path, [])
  assert.deepEqual(await readdir(folder), ['sources.json'])
})
