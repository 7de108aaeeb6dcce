import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'vitest'

const folder = new URL('../../.github/workflows/', import.meta.url)
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}))

test('every action of a workflow is pinned by the hash of a commit, with its version beside it', () => {
  const uses = workflows.flatMap(({ text }) => text.match(/uses:.*/g) ?? [])
  assert.ok(uses.length > 0)
  for (const line of uses) assert.match(line, /^uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
})

test('a workflow may only read the repository', () => {
  for (const { name, text } of workflows) {
    assert.match(text, /^permissions:\n {2}contents: read$/m, name)
    assert.doesNotMatch(text, /: write|secrets\./, name)
  }
})

test('packages are installed without running their scripts', () => {
  const install = readFileSync(new URL('../../.ci/install', import.meta.url), 'utf8')
  const calls = install.match(/npm ci .*/g) ?? []
  assert.ok(calls.length > 0)
  for (const call of calls) assert.match(call, /--ignore-scripts/)
})
