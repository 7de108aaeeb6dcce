import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { parseQueueAddress, QueueAddressMalformed } from '../../pipeline/queue/queue-address.ts'

describe('the address of a queue', () => {
  it('is shown without user, password and parameters', () => {
    for (const [text, shown] of [
      ['redis://127.0.0.1:6379', 'redis://127.0.0.1:6379'],
      ['redis://:pass%20word@queue.example', 'redis://queue.example'],
      ['rediss://user:secret@queue.example:6380/2?password=secret', 'rediss://queue.example:6380/2'],
    ] as const) {
      assert.deepEqual(parseQueueAddress(text), { url: text, shown })
    }
  })

  it('names a Redis server, and nothing else', () => {
    for (const text of ['', 'queue.example:6379', 'http://queue.example', 'redis://', 'redis:6379']) {
      assert.throws(() => parseQueueAddress(text), QueueAddressMalformed, text)
    }
  })

  it('is not repeated where it is malformed, since it may hold a password', () => {
    assert.throws(
      () => parseQueueAddress('http://:secret@queue.example'),
      (error: Error) => !error.message.includes('secret'),
    )
  })
})
