import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { BytesMissing, documentBytes } from '../../pipeline/queue/document-bytes.ts'
import { parseDocumentServer } from '../../pipeline/queue/document-server.ts'
import { freePort } from './redis-server.ts'
import { taskOf } from './task.ts'

describe('the bytes of a document', () => {
  const { source } = taskOf('a b/profile.txt', 'the words')
  const size = source.bytes.length
  const answers = new Map<string, string>()
  const asked: string[] = []
  const authorizations: (string | undefined)[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    authorizations.push(request.headers.authorization)
    const answer = answers.get(request.url ?? '')
    response.writeHead(answer === undefined ? 404 : 200).end(answer)
  })
  let folder: string
  let address: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cyberwellness-bytes-'))
    for (const name of ['empty', 'other', 'right'])
      await mkdir(join(folder, name, 'a b'), { recursive: true })
    await writeFile(join(folder, 'other', source.name), 'the sword')
    await writeFile(join(folder, 'right', source.name), source.bytes)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const bound = server.address()
    assert.ok(bound !== null && typeof bound === 'object')
    address = `http://127.0.0.1:${bound.port}/raw`
  })
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await rm(folder, { recursive: true, force: true })
  })

  const from = (folders: readonly string[], base: string | null) =>
    documentBytes(source, size, {
      folders: folders.map((name) => join(folder, name)),
      server: base === null ? null : parseDocumentServer(base),
    })

  it('come from the first folder that has them by name, with the right SHA-256', async () => {
    assert.deepEqual(await from(['empty', 'other', 'right'], null), source.bytes)
    await assert.rejects(from(['empty', 'other'], null), BytesMissing)
  })

  it('come from a server by name, else by SHA-256', async () => {
    answers.set(`/raw/${source.sha256}`, 'the words')
    assert.deepEqual(await from(['other'], address), source.bytes)
    assert.deepEqual(asked, ['/raw/a%20b/profile.txt', `/raw/${source.sha256}`])
    answers.set('/raw/a%20b/profile.txt', 'the words')
    assert.deepEqual(await from([], `${address}/`), source.bytes)
    assert.equal(asked.length, 3)
  })

  it('are not taken where they are others, or more', async () => {
    for (const wrong of ['the sword', `the words${' '.repeat(1_000_000)}`, '']) {
      answers.set('/raw/a%20b/profile.txt', wrong)
      answers.set(`/raw/${source.sha256}`, wrong)
      await assert.rejects(from([], address), BytesMissing)
    }
  })

  const missed = async (folders: readonly string[], base: string): Promise<string> => {
    const error = await from(folders, base).catch((thrown: unknown) => thrown)
    return error instanceof BytesMissing ? error.message : assert.fail('they are there')
  }

  it('are asked for in the name of a user, whom no message shows', async () => {
    answers.clear()
    authorizations.splice(0)
    const named = address.replace('//', '//me%40home:se%3Acret@')
    assert.doesNotMatch(await missed([], named), /me@|me%|cret/)
    const expected = `Basic ${Buffer.from('me@home:se:cret').toString('base64')}`
    assert.deepEqual(authorizations, [expected, expected])
  })

  it('are missed with what each place has instead', async () => {
    answers.clear()
    answers.set('/raw/a%20b/profile.txt', 'the sword')
    await mkdir(join(folder, 'folder', source.name), { recursive: true })
    const said = await missed(['empty', 'other', 'folder'], address)
    for (const [place, reason] of [
      ['empty/a b/profile.txt', 'there is no such file'],
      ['other/a b/profile.txt', 'its bytes have another SHA-256'],
      ['folder/a b/profile.txt', 'it is no regular file'],
      ['raw/a%20b/profile.txt', 'its bytes have another SHA-256'],
      [`raw/${source.sha256}`, 'the server answers 404'],
    ] as const) {
      assert.ok(said.includes(`${place}: ${reason}`), `${place}: ${reason} is not in ${said}`)
    }
    answers.set('/raw/a%20b/profile.txt', 'words')
    assert.match(await missed([], address), /profile\.txt: it has 5 bytes/)
    answers.set('/raw/a%20b/profile.txt', 'the words and more')
    assert.match(await missed([], address), /profile\.txt: it has more bytes/)
    const nobody = `http://127.0.0.1:${await freePort()}`
    assert.match(await missed([], nobody), /profile\.txt: ECONNREFUSED/)
  })

  it('are looked for below the folders alone', async () => {
    for (const name of ['../right/a b/profile.txt', '/etc/hosts', 'a b/../a b/profile.txt', 'a\\b', '']) {
      const places = { folders: [join(folder, 'right')], server: null }
      await assert.rejects(documentBytes({ ...source, name }, size, places), BytesMissing)
    }
  })
})
