import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { z } from 'zod'
import { CliError } from '../../pipeline/io/errors.ts'
import { parseQueueAddress } from '../../pipeline/queue/index.ts'
import { isTemporary } from '../../pipeline/queue/redis.ts'
import { readCases } from '../read-cases.ts'

describe('the address of a queue', () => {
  it('names a server, a database, a user and a password of any characters', () => {
    const row = z.object({ text: z.string(), shown: z.string(), connection: z.looseObject({}) })
    for (const { text, ...named } of readCases('queue/addresses.yaml', row)) {
      assert.deepEqual(parseQueueAddress(text), named)
    }
  })

  it('names a Redis server and nothing else, and is never repeated, since it may hold a password', () => {
    for (const text of [
      ...['', 'queue.example:6379', 'redis://', 'redis:6379', 'redis://queue.example/a'],
      ...['http://:secret@queue.example', 'redis://queue.example?password=secret'],
      ...['redis://:secret@', 'redis://:secret@queue.example:port'],
    ]) {
      const isDiscreet = (error: unknown) => error instanceof CliError && !/secret/.test(error.message)
      assert.throws(() => parseQueueAddress(text), isDiscreet, text)
    }
  })
})

describe('a fault of Redis', () => {
  it.for([
    ["OOM command not allowed when used memory > 'maxmemory'.", true],
    ['ERR Error running script: @user_script: 9: -OOM command not allowed', true],
    ['MISCONF Redis is configured to save RDB snapshots, but it is currently not able to', true],
    ["READONLY You can't write against a read only replica.", true],
    ['LOADING Redis is loading the dataset in memory', true],
    ['Connection is closed.', true],
    ['Command timed out', true],
    ['WRONGTYPE Operation against a key holding the wrong kind of value', false],
    ["ERR unknown command 'EVALSHA'", false],
    ['WRONGPASS invalid username-password pair or user is disabled.', false],
  ] as const)(
    'may pass only if the server is full, not ready or out of reach: %s',
    ([message, isPassing]) => {
      assert.equal(isTemporary(new Error(message)), isPassing)
    },
  )
})
