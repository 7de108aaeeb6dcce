import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { z } from 'zod'
import { parseJson } from '../../pipeline/io/unambiguous-json.ts'

const parse = (text: string) => parseJson(text, z.unknown())

describe('unambiguous JSON', () => {
  it('gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        assert.deepEqual(parse(text), JSON.parse(text))
      }),
    )
    // a key again in another object, as a value, and in the text of one
    const text = '{"a":{"a":["a","a",{"a":1}]},"b":[{"c":1},{"c":2}],"c":"\\"a\\":1,\\"a\\":{","d":"\\\\"}'
    assert.deepEqual(parse(text), JSON.parse(text))
  })

  it('has no key twice, and the line and key are named', () => {
    for (const [text, line, key] of [
      ['{"a":1,"a":1}', 1, 'a'],
      ['{\n "a": 1,\n "a"\n : 2}', 3, 'a'],
      ['{"a":1,"\\u0061":2}', 1, 'a'],
      ['{"a":{"b":1},"a":2}', 1, 'a'],
      ['[[{"x":[{"b":1,"c":{},"b":2}]}]]', 1, 'b'],
      ['{"__proto__":1,"__proto__":2}', 1, '__proto__'],
      ['{"":1,"":2}', 1, ''],
      [`${'{"a":'.repeat(300_000)}{"b":1,"b":2}${'}'.repeat(300_000)}`, 1, 'b'],
    ] as const) {
      const message = `line ${line}: the key "${key}" occurs twice in one object`
      assert.throws(() => parse(text), { message }, text.slice(0, 50))
    }
  })

  it('finds a key that is given twice, wherever it is put', () => {
    const keys = fc.uniqueArray(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(keys, fc.jsonValue(), fc.nat(), fc.nat(), (names, value, which, where) => {
        const again = [...names]
        again.splice(where % (names.length + 1), 0, names[which % names.length] ?? '')
        const members = again.map((name) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
        const text = `[{"outer":{${members.join(',')}}}]`
        assert.throws(() => parse(text), /^Error: line 1: the key .* occurs twice in one object$/)
      }),
    )
  })

  it('is what JSON is: other text is refused as JSON.parse refuses it', () => {
    const others = ['', '{', '{"a":1,}', "{'a':1}", '{a:1}', '//', 'NaN', '"\n"', '{"a":1}{"a":1}', '\0']
    for (const text of others) {
      assert.throws(() => parse(text), SyntaxError)
    }
  })

  it('may hold strings of many signs', () => {
    const long = '\\"{'.repeat(3_000_000)
    assert.deepEqual(parse(`{"a":"${long}"}`), { a: JSON.parse(`"${long}"`) })
  })
})
