import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'vitest'

const folder = new URL('../../.github/workflows/', import.meta.url)
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}))

test('a workflow pins every action by commit and version, and may only read the repository', () => {
  for (const { name, text } of workflows) {
    const uses = text.match(/uses:.*/g) ?? assert.fail(`${name} uses no action`)
    for (const line of uses) assert.match(line, /^uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    assert.match(text, /^permissions:\n {2}contents: read$/m, name)
    assert.doesNotMatch(text, /: write|secrets\./, name)
  }
})

test('packages are installed without running their scripts', () => {
  const install = readFileSync(new URL('../../.ci/install', import.meta.url), 'utf8')
  const calls = install.match(/npm ci .*/g) ?? assert.fail('nothing is installed')
  for (const call of calls) assert.match(call, /--ignore-scripts/)
})
