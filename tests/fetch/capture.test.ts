import assert from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { captureAddress, captureOf, captureTime } from '../../pipeline/fetch/capture.ts'

test('the address of a capture tells the capture again', () => {
  const capture = fc.record(
    { timestamp: fc.stringMatching(/^\d{14}$/), original: fc.webUrl({ withQueryParameters: true }) },
    { noNullPrototype: true },
  )
  fc.assert(
    fc.property(capture, fc.constantFrom('https://a.example', 'https://a.example/'), (taken, archive) => {
      assert.deepEqual(captureOf(archive, captureAddress(archive, taken)), taken)
    }),
  )
})

test('an address elsewhere is no capture', () => {
  for (const address of ['https://b.example/web/2014/https://a.example/', 'https://a.example/web/latest/x']) {
    assert.equal(captureOf('https://a.example', address), null)
  }
})

test('a timestamp is a time in UTC, unless it names no time', () => {
  assert.equal(captureTime('20140506070809'), '2014-05-06T07:08:09Z')
  for (const timestamp of ['2014', '20149906070809', 'x']) assert.equal(captureTime(timestamp), null)
})
