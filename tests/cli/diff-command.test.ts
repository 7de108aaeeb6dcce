import assert from 'node:assert/strict'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'vitest'
import { makeDataset, writeRelease } from '../release/written-release.ts'
import { makeTestFolder } from '../test-folder.ts'
import { checkRun } from './run.ts'

const folder = makeTestFolder()
const TWO = makeDataset({ file: 'a.pdf' }, { file: 'b.pdf', code: 'XAB' })
for (const name of ['one', 'same', 'other-issues', 'other-tables'])
  await writeRelease(join(folder, name), makeDataset({ file: 'a.pdf' }))
await writeRelease(join(folder, 'two'), TWO)
await appendFile(join(folder, 'other-issues/issues.json'), 'x')
await appendFile(join(folder, 'other-tables/cyberwellness.sqlite'), 'x')

test.each([
  ['one same', 0, /Both hold the same files, byte for byte\./],
  ['one two', 1, /## Documents added: 1\n\n- Land of XAB/],
  ['one nowhere', 2, /^There is no folder .*nowhere\.\n$/],
  ['one .', 3, /is not a release/],
  ['one other-issues', 3, /issues\.json was changed after its release was made/],
  ['other-tables one', 3, /cyberwellness\.sqlite was changed after its release was made/],
] as const)('diff %s ends with %i and says why', async (words, expected, says) => {
  const paths = words.split(' ').map((word) => join(folder, word))
  await checkRun(expected, ['diff', ...paths], says)
})

test('diff --json prints the whole comparison', async () => {
  const { out } = await checkRun(1, ['diff', join(folder, 'two'), join(folder, 'one'), '--json'])
  assert.equal(JSON.parse(out).documents.lost.count, 1)
})
