import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { DocumentServerMalformed, parseDocumentServer } from '../../pipeline/queue/document-server.ts'
import { startCommand } from './command.ts'

describe('a server of documents', () => {
  for (const [text, base, user] of [
    ['http://host', 'http://host/', null],
    ['https://host:8443/raw/files', 'https://host:8443/raw/files/', null],
    ['HTTP://Host/raw/', 'http://host/raw/', null],
    ['http://me@host/', 'http://host/', 'me:'],
    ['http://m%40e:100%25%20p@host/a', 'http://host/a/', 'm@e:100% p'],
    ['http://me:100%@host', 'http://host/', 'me:100%'],
  ] as const) {
    it(`may be ${text}`, () => {
      assert.deepEqual(parseDocumentServer(text), {
        base,
        authorization: user === null ? null : `Basic ${Buffer.from(user).toString('base64')}`,
      })
    })
  }

  for (const text of [
    '',
    'host',
    '//host',
    'http://',
    'file:///etc',
    'ftp://host/',
    'http://host/?a=',
    'http://host/#a',
  ]) {
    it(`is not “${text}”`, () => {
      assert.throws(() => parseDocumentServer(text), DocumentServerMalformed)
    })
  }

  it('that is none ends a worker at once as wrong usage, without its words', async () => {
    const worker = startCommand(['worker', '--queue', 'redis://127.0.0.1:1'], {
      CYBERWELLNESS_FETCH_FROM: 'htp://me:secret@host',
    })
    assert.equal(await worker.ended, 2)
    assert.match(worker.said(), /^The server of documents must be named as/)
    assert.doesNotMatch(worker.said(), /secret/)
  })
})
