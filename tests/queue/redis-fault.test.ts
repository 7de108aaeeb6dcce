import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { isRefusal, mayPass } from '../../pipeline/queue/redis-fault.ts'

const PASSING = [
  "OOM command not allowed when used memory > 'maxmemory'.",
  'ERR Error running script (call to f_0a1b): @user_script:9: @user_script: 9: -OOM command not allowed',
  'MISCONF Redis is configured to save RDB snapshots, but it is currently not able to persist on disk.',
  "READONLY You can't write against a read only replica.",
  'LOADING Redis is loading the dataset in memory',
  'Connection is closed.',
  'Command timed out',
]
const LASTING = [
  'WRONGTYPE Operation against a key holding the wrong kind of value',
  "ERR unknown command 'EVALSHA'",
  'WRONGPASS invalid username-password pair or user is disabled.',
]

describe('a fault of Redis', () => {
  it('may pass where the server is full, not ready or out of reach', () => {
    for (const message of PASSING) assert.equal(mayPass(new Error(message)), true, message)
    assert.equal(mayPass(Object.assign(new Error('no'), { code: 'ECONNREFUSED' })), true)
  })

  it('lasts where it is of another kind', () => {
    for (const message of LASTING) assert.equal(mayPass(new Error(message)), false, message)
    assert.equal(mayPass('something'), false)
  })

  it('is a refusal where who asks may not', () => {
    for (const message of ['WRONGPASS no', 'NOAUTH no', 'NOPERM no', 'self-signed certificate']) {
      assert.equal(isRefusal(message), true, message)
    }
    assert.equal(isRefusal('OOM no'), false)
  })
})
