import assert from 'node:assert/strict'
import { it } from 'vitest'
import { evictionWarning } from '../../pipeline/queue/eviction.ts'

it('warns of every policy but noeviction', () => {
  assert.equal(evictionWarning('# Memory\r\nmaxmemory_policy:noeviction\r\n'), null)
  assert.match(
    evictionWarning('# Memory\r\nmaxmemory_policy:volatile-lru\r\n') ?? '',
    /policy volatile-lru\)/,
  )
  assert.equal(evictionWarning('# Server\r\n'), null)
})
