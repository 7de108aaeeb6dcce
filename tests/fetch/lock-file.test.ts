import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { readdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { type TestContext, test } from 'vitest'
import { formatLock, parseLock, readLock, writeLock } from '../../pipeline/fetch/lock-file.ts'
import type { Source } from '../../schemas/index.ts'
import { profile } from './fetching.ts'
import { temporaryFolder } from './temporary-folder.ts'

const name = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})?$/)
const hash = fc.stringMatching(/^[0-9a-f]{64}$/)

const sources: fc.Arbitrary<Source[]> = fc.uniqueArray(
  fc
    .record(
      {
        name,
        addresses: fc.array(fc.webUrl(), { minLength: 1, maxLength: 3 }),
        country_code: fc.stringMatching(/^[A-Z]{3}$/),
        sha256: hash,
        bytes: fc.integer({ min: 1 }),
        captured: fc.constant('2014-05-06T07:08:09Z'),
        fetched: fc.record(
          { address: fc.webUrl(), retrieved: fc.constant('2026-01-02'), etag: fc.string() },
          { requiredKeys: ['address', 'retrieved'], noNullPrototype: true },
        ),
      },
      { requiredKeys: ['name', 'addresses'], noNullPrototype: true },
    )
    .map(({ name: last, ...rest }): Source => ({ id: `profile/${last}`, kind: 'profile', ...rest })),
  { selector: ({ id }) => id },
)

test('any lock file that was written can be read back', () => {
  fc.assert(
    fc.property(sources, (documents) => {
      const read = parseLock(formatLock(documents))
      assert.deepEqual(
        new Map(read.map((document) => [document.id, document])),
        new Map(documents.map((document) => [document.id, { ...document }])),
      )
    }),
  )
})

test('the order in which documents are given does not show in the text', () => {
  fc.assert(
    fc.property(sources, (documents) => {
      assert.equal(formatLock(documents.toReversed()), formatLock(documents))
    }),
  )
})

test('the lock file of the project is written as the project writes it', () => {
  const text = readFileSync(new URL('../../raw/sources.json', import.meta.url), 'utf8')
  assert.equal(formatLock(parseLock(text)), text)
})

const valid = { id: 'profile/a', kind: 'profile', addresses: ['https://a.example/a.pdf'] }
const refused: readonly (readonly [what: string, documents: unknown, says: RegExp])[] = [
  ['an id twice', [valid, valid], /^documents\.1\.id: occurs twice$/],
  ['an id that leaves its folder', [{ ...valid, id: 'profile/../a' }], /^documents\.0\.id: /],
  ['an id that is a path', [{ ...valid, id: '/etc/passwd' }], /^documents\.0\.id: /],
  ['an id that is too long', [{ ...valid, id: `profile/${'a'.repeat(300)}` }], /id: is too long/],
  ['an id of another kind', [{ ...valid, id: 'text-copy/a' }], /kind: is another than that of its id/],
  ['a file that leaves its folder', [{ ...valid, file: 'profile/../../a.pdf' }], /^documents\.0\.file: /],
  ['a file on another machine', [{ ...valid, file: '\\\\host\\a.pdf' }], /file: is not a file like/],
  ['a scheme of no web address', [{ ...valid, addresses: ['file:///etc/hosts'] }], /http or https/],
  ['a password', [{ ...valid, addresses: ['https://a:b@a.example/'] }], /holds a user name, a password or/],
  ['no address', [{ ...valid, addresses: [] }], /^documents\.0\.addresses: /],
  ['a number for an address', [{ ...valid, addresses: [7] }], /addresses\.0: /],
  [
    'one file under two hashes',
    [
      { ...valid, file: 'profile/a.pdf', sha256: '0'.repeat(64) },
      { ...valid, id: 'profile/b', file: 'profile/a.pdf', sha256: '1'.repeat(64) },
    ],
    /^documents\.1\.file: belongs to another document, with another SHA-256$/,
  ],
  ['a size below one', [{ ...valid, bytes: 0 }], /bytes: /],
  ['a hash in capitals', [{ ...valid, sha256: 'A'.repeat(64) }], /sha256: is not a SHA-256 in lower-case/],
  [
    'a header that would be two',
    [{ ...valid, fetched: { address: valid.addresses[0], retrieved: '2026-01-02', etag: '"a"\r\nHost: b' } }],
    /etag: is no value of a header/,
  ],
  ['an impossible day', [{ ...valid, captured: '2014-13-45T00:00:00Z' }], /captured: /],
  ['an unknown key', [{ ...valid, colour: 'red' }], /colour/],
  ['null for a document', [valid, null], /^documents\.1: .*expected object/],
  ['more than one fault', [{ ...valid, bytes: -1, sha256: '' }], /\(and 1 more\)$/],
  ['documents in no list', { 0: valid }, /^documents: /],
]
test('a lock that is not as it should be is refused, and the place is named', () => {
  for (const [what, documents, says] of refused) {
    const text = JSON.stringify({ version: 1, documents })
    assert.throws(() => parseLock(text), { message: says }, what)
  }
})

test('any text that is no lock file is rejected with one kind of error', () => {
  const deep = '['.repeat(200_000)
  for (const text of [
    '',
    '[]',
    '{"version": 2, "documents": []}',
    deep,
    `{"version": 1, "documents": ${deep}${']'.repeat(200_000)}}`,
    '{"version": 1, "documents": [], "__proto__": {}}',
    '{"version": 1, "documents": []}\0',
    '{"version": 1, "documents": [], "documents": []}',
    '{\n<<<<<<< HEAD\n  "version": 1,\n',
  ]) {
    assert.throws(() => parseLock(text))
  }
  fc.assert(
    fc.property(fc.json(), (documents) => {
      try {
        parseLock(`{"version": 1, "documents": [${documents}]}`)
      } catch (error) {
        assert.ok(error instanceof Error)
      }
    }),
  )
})

test('a lock of many documents is read, however many of them are in the journal', async (context: TestContext) => {
  const path = join(await temporaryFolder(context), 'sources.json')
  const documents = Array.from(
    { length: 130_000 },
    (_, index): Source => ({
      ...profile(`a-${index}`, valid.addresses),
    }),
  )
  await writeLock(path, documents.slice(0, 5_000))
  await writeFile(`${path}.journal`, documents.map((document) => `${JSON.stringify(document)}\n`).join(''))
  assert.equal((await readLock(path)).length, documents.length)
})

test('a lock that was edited wrongly is refused with its name, the place, and what to do', async (context: TestContext) => {
  const folder = await temporaryFolder(context)
  const path = join(folder, 'sources.json')
  await writeFile(path, JSON.stringify({ version: 1, documents: [{ ...valid, sha256: 'x' }] }))
  await assert.rejects(readLock(path), {
    message: `The lock file ${path} cannot be used: documents.0.sha256: is not a SHA-256 in lower-case hexadecimal. Correct it, or restore it from where you had it; nothing was changed.`,
  })
  await assert.rejects(readLock(folder), { name: 'CliError', message: /it is not a regular file/ })
  await truncate(path, 300_000_000)
  await assert.rejects(readLock(path), { name: 'CliError', message: /it has 300000000 bytes/ })
})

test('a lock that does not exist names nothing, and writing leaves only the lock', async (context: TestContext) => {
  const folder = await temporaryFolder(context)
  const path = join(folder, 'sources.json')
  assert.deepEqual(await readLock(path), [])
  await writeLock(path, [])
  assert.deepEqual(await readdir(folder), ['sources.json'])
})
