import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { parseUnambiguousJson } from '../../pipeline/io/unambiguous-json.ts'

const refusal = (text: string): string => {
  try {
    parseUnambiguousJson(text)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return assert.fail(`${text.slice(0, 50)} was taken`)
}

describe('unambiguous JSON', () => {
  it('gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        assert.deepEqual(parseUnambiguousJson(text), JSON.parse(text))
      }),
    )
  })

  it('may have a key again in another object, as a value, and in the text of one', () => {
    const text = '{"a":{"a":["a","a",{"a":1}]},"b":[{"c":1},{"c":2}],"c":"\\"a\\":1,\\"a\\":{","d":"\\\\"}'
    assert.deepEqual(parseUnambiguousJson(text), JSON.parse(text))
  })

  for (const [what, text, says] of [
    ['at the top', '{"a":1,"a":1}', 'line 1: the key "a" occurs twice in one object'],
    ['on a later line', '{\n "a": 1,\n "a"\n : 2}', 'line 3: the key "a" occurs twice in one object'],
    ['written otherwise', '{"a":1,"\\u0061":2}', 'line 1: the key "a" occurs twice in one object'],
    ['after an object of its own', '{"a":{"b":1},"a":2}', 'line 1: the key "a" occurs twice in one object'],
    ['deep within', '[[{"x":[{"b":1,"c":{},"b":2}]}]]', 'line 1: the key "b" occurs twice in one object'],
    [
      'that is the prototype',
      '{"__proto__":1,"__proto__":2}',
      'line 1: the key "__proto__" occurs twice in one object',
    ],
    ['without letters', '{"":1,"":2}', 'line 1: the key "" occurs twice in one object'],
  ] as const) {
    it(`has no key twice: ${what}`, () => {
      assert.equal(refusal(text), says)
    })
  }

  it('finds a key that is given twice, wherever it is put', () => {
    const keys = fc.uniqueArray(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(keys, fc.jsonValue(), fc.nat(), fc.nat(), (names, value, which, where) => {
        const again = [...names]
        again.splice(where % (names.length + 1), 0, names[which % names.length] ?? '')
        const members = again.map((name) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
        assert.match(
          refusal(`[{"outer":{${members.join(',')}}}]`),
          /^line 1: the key .* occurs twice in one object$/,
        )
      }),
    )
  })

  it('is what JSON is: other text is refused as JSON.parse refuses it', () => {
    for (const text of [
      '',
      '{',
      '{"a":1,}',
      "{'a':1}",
      '{a:1}',
      '//',
      'NaN',
      '"\n"',
      '{"a":1}{"a":1}',
      '\0',
    ]) {
      assert.throws(() => parseUnambiguousJson(text), SyntaxError)
    }
  })

  it('may be deep, and hold strings of many signs', () => {
    const deep = 300_000
    assert.match(refusal(`${'{"a":'.repeat(deep)}{"b":1,"b":2}${'}'.repeat(deep)}`), /^line 1: the key "b"/)
    const long = '\\"{'.repeat(3_000_000)
    assert.deepEqual(parseUnambiguousJson(`{"a":"${long}"}`), { a: JSON.parse(`"${long}"`) })
  })
})
