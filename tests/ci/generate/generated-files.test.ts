import assert from 'node:assert/strict'
import { test } from 'vitest'
import { generatedFiles } from '../../../.ci/generate/generated-files.ts'
import { TABLES, VIEWS } from '../../../schemas/index.ts'

test('there is a schema for every table, every view and the issues, the codebook in two editions, and a list of licences', () => {
  const names = [...Object.keys(TABLES), ...Object.keys(VIEWS), 'issues']
  assert.deepEqual(
    [...generatedFiles().keys()],
    [
      ...names.map((name) => `schemas/json/${name}.schema.json`),
      'docs/codebook.md',
      'pipeline/publish/describe/release-codebook.txt',
      'THIRD_PARTY.md',
    ],
  )
})

test('two calls give the same texts but for the status rules, which are in both editions of the codebook', () => {
  const rule = { name: 'some_rule', status: 'planned', weak: true, explanation: 'Always.' } as const
  const withRule = [...generatedFiles({ rules: [rule], patterns: [], measured: {}, items: {} })]
  const changed = withRule.filter(([name, text]) => generatedFiles().get(name) !== text)
  const names = changed.map(([name]) => name)
  assert.deepEqual(names, ['docs/codebook.md', 'pipeline/publish/describe/release-codebook.txt'])
})
