import assert from 'node:assert/strict'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { test } from 'vitest'
import { dataScript } from '../../../pipeline/explorer/data/data-script.ts'

/** Runs a data file as a page does; gives what it hands over. */
const handedOver = (script: string): readonly string[] => {
  const calls: string[] = []
  runInNewContext(script, {
    cyberwellnessData: (name: string, value: unknown) => calls.push(name, JSON.stringify(value)),
  })
  return calls
}

test('whatever a value holds, the page is handed the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.deepEqual(handedOver(dataScript('summary', value)), ['summary', JSON.stringify(value)])
    }),
  )
})

test('line separators, closing tags and keys with a meaning of their own stay data', () => {
  const hostile = JSON.parse('{"__proto__":{"a":1},"text":"</script>\\u2028\\u2029"}')
  assert.deepEqual(handedOver(dataScript('x', hostile)), ['x', JSON.stringify(hostile)])
})
