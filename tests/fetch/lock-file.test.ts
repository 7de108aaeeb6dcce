import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import fc from 'fast-check'
import { formatLock, LockMalformed, parseLock, readLock, writeLock } from '../../pipeline/fetch/lock-file.ts'
import type { Source } from '../../schemas/index.ts'
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

test('a lock that was written is read back, whatever it holds', () => {
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
  ['an id twice', [valid, valid], /profile\/a stands twice/],
  ['an id that leaves its folder', [{ ...valid, id: 'profile/../a' }], /documents\.0\.id/],
  ['a file that leaves its folder', [{ ...valid, file: 'profile/../../a.pdf' }], /documents\.0\.file/],
  ['a scheme that is not of the web', [{ ...valid, addresses: ['file:///etc/hosts'] }], /http or https/],
  ['no address', [{ ...valid, addresses: [] }], /documents\.0\.addresses/],
  ['a key that it does not know', [{ ...valid, colour: 'red' }], /colour/],
]
for (const [what, documents, says] of refused) {
  test(`a lock with ${what} is refused, and the place is named`, () => {
    assert.throws(() => parseLock(JSON.stringify({ version: 1, documents })), says)
  })
}

test('what is no lock is refused with the name of the file', async (context: TestContext) => {
  const path = join(await temporaryFolder(context), 'sources.json')
  await writeFile(path, '{')
  await assert.rejects(
    readLock(path),
    (error: Error) => error instanceof LockMalformed && error.message.includes(path),
  )
})

test('a lock that does not exist names nothing, and writing leaves only the lock', async (context: TestContext) => {
  const folder = await temporaryFolder(context)
  const path = join(folder, 'sources.json')
  assert.deepEqual(await readLock(path), [])
  await writeLock(path, [])
  assert.deepEqual(await readdir(folder), ['sources.json'])
})
