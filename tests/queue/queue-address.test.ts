import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { CliError } from '../../pipeline/io/cli-error.ts'
import { parseQueueAddress } from '../../pipeline/queue/index.ts'
import { isRefusal, mayPass, warnOfEviction } from '../../pipeline/queue/redis.ts'

describe('the address of a queue', () => {
  for (const [text, shown, connection] of [
    ['redis://127.0.0.1:6380', 'redis://127.0.0.1:6380', { host: '127.0.0.1', port: 6380, db: 0 }],
    ['redis://[::1]/2', 'redis://[::1]/2', { host: '::1', port: 6379, db: 2 }],
    [
      'redis://:pass%20word@queue.example',
      'redis://queue.example',
      { host: 'queue.example', port: 6379, db: 0, password: 'pass word' },
    ],
    [
      'rediss://user:secret@queue.example:6380/2',
      'rediss://queue.example:6380/2',
      { host: 'queue.example', port: 6380, db: 2, username: 'user', password: 'secret', tls: {} },
    ],
    [
      'redis://:100%#?/a@b:c@queue.example',
      'redis://queue.example',
      { host: 'queue.example', port: 6379, db: 0, password: '100%#?/a@b:c' },
    ],
  ] as const) {
    it(`may be ${text}`, () => {
      assert.deepEqual(parseQueueAddress(text), { shown, connection })
    })
  }

  it('names a Redis server and nothing else, and is never repeated, since it may hold a password', () => {
    for (const text of [
      '',
      'queue.example:6379',
      'http://:secret@queue.example',
      'redis://',
      'redis:6379',
      'redis://queue.example/a',
      'redis://queue.example?password=secret',
      'redis://:secret@',
      'redis://:secret@queue.example:port',
    ]) {
      assert.throws(
        () => parseQueueAddress(text),
        (error) => error instanceof CliError && !/secret/.test(error.message),
        text,
      )
    }
  })
})

describe('a fault of Redis', () => {
  it('may pass where the server is full, not ready or out of reach', () => {
    for (const message of [
      "OOM command not allowed when used memory > 'maxmemory'.",
      'ERR Error running script (call to f_0a1b): @user_script:9: @user_script: 9: -OOM command not allowed',
      'MISCONF Redis is configured to save RDB snapshots, but it is currently not able to persist on disk.',
      "READONLY You can't write against a read only replica.",
      'LOADING Redis is loading the dataset in memory',
      'Connection is closed.',
      'Command timed out',
    ]) {
      assert.equal(mayPass(new Error(message)), true, message)
    }
    assert.equal(mayPass(Object.assign(new Error('no'), { code: 'ECONNREFUSED' })), true)
  })

  it('lasts where it is of another kind', () => {
    for (const message of [
      'WRONGTYPE Operation against a key holding the wrong kind of value',
      "ERR unknown command 'EVALSHA'",
      'WRONGPASS invalid username-password pair or user is disabled.',
    ]) {
      assert.equal(mayPass(new Error(message)), false, message)
    }
  })

  it('is a refusal where the client may not ask', () => {
    for (const message of ['WRONGPASS no', 'NOAUTH no', 'NOPERM no', 'self-signed certificate']) {
      assert.equal(isRefusal(new Error(message)), true, message)
    }
    assert.equal(isRefusal(new Error('OOM no')), false)
  })

  it('is foretold by every eviction policy but noeviction', () => {
    assert.equal(warnOfEviction('# Memory\r\nmaxmemory_policy:noeviction\r\n'), null)
    assert.match(
      warnOfEviction('# Memory\r\nmaxmemory_policy:volatile-lru\r\n') ?? '',
      /policy volatile-lru\)/,
    )
    assert.equal(warnOfEviction('# Server\r\n'), null)
  })
})
