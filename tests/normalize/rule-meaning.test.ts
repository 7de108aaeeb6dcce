import assert from 'node:assert/strict'
import { test } from 'vitest'
import { ALL_RULES, ruleMeaning } from '../../pipeline/normalize/index.ts'
import { CORRECTION_RULE } from '../../schemas/index.ts'

test('every rule has a name of its own and a meaning, corrections too, and others have none', () => {
  const names = [...ALL_RULES.map(({ name }) => name), CORRECTION_RULE]
  assert.equal(new Set(names).size, names.length)
  for (const name of names) assert.match(ruleMeaning(name) ?? '', /^[A-Z].*\.$/, name)
  assert.equal(ruleMeaning('no_such_rule'), null)
})
