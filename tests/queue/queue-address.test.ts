import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { CliError } from '../../pipeline/io/cli-error.ts'
import { parseQueueAddress } from '../../pipeline/queue/index.ts'

describe('the address of a queue', () => {
  it('names a server, a database, a user and a password of any characters', () => {
    for (const [text, shown, connection] of [
      ['redis://127.0.0.1:6380', 'redis://127.0.0.1:6380', { host: '127.0.0.1', port: 6380, db: 0 }],
      ['redis://[::1]/2', 'redis://[::1]/2', { host: '::1', port: 6379, db: 2 }],
      [
        'redis://:100%#?/a@b:c%20d@queue.example',
        'redis://queue.example',
        { host: 'queue.example', port: 6379, db: 0, password: '100%#?/a@b:c d' },
      ],
      [
        'rediss://user:secret@queue.example:6380/2',
        'rediss://queue.example:6380/2',
        { host: 'queue.example', port: 6380, db: 2, username: 'user', password: 'secret', tls: {} },
      ],
    ] as const) {
      assert.deepEqual(parseQueueAddress(text), { shown, connection })
    }
  })

  it('names a Redis server and nothing else, and is never repeated, since it may hold a password', () => {
    for (const text of [
      ...['', 'queue.example:6379', 'redis://', 'redis:6379', 'redis://queue.example/a'],
      ...['http://:secret@queue.example', 'redis://queue.example?password=secret'],
      ...['redis://:secret@', 'redis://:secret@queue.example:port'],
    ]) {
      assert.throws(
        () => parseQueueAddress(text),
        (error) => error instanceof CliError && !/secret/.test(error.message),
        text,
      )
    }
  })
})
