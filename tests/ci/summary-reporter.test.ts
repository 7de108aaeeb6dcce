import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { closingLine } from '../../.ci/summary-reporter.ts'

const counts = { tests: 12, passed: 12, skipped: 0, todo: 0 }

test('the closing line counts what passed and what failed', () => {
  assert.equal(closingLine(counts, true), '12 passed, 0 failed')
  assert.equal(closingLine({ ...counts, passed: 9 }, false), '9 passed, 3 failed')
})

test('skipped and unfinished tests are named where there are any', () => {
  assert.equal(closingLine({ ...counts, passed: 10, skipped: 2 }, true), '10 passed, 0 failed, 2 skipped')
  assert.equal(closingLine({ ...counts, passed: 11, todo: 1 }, true), '11 passed, 0 failed, 1 to do')
})

test('a run that failed without a failing test does not read as a success', () => {
  assert.equal(closingLine(counts, false), '12 passed, 1 failed')
})

describe('a run', () => {
  const reporter = new URL('../../.ci/summary-reporter.ts', import.meta.url).href
  let folder = ''

  const run = async (...sources: readonly string[]) => {
    const names = sources.map((_, index) => `${index}.test.mjs`)
    for (const [index, name] of names.entries()) await writeFile(join(folder, name), sources[index] ?? '')
    const { NODE_TEST_CONTEXT: _, ...env } = process.env
    const parameters = ['--test', `--test-reporter=${reporter}`, ...names]
    const { stdout, status } = spawnSync(process.execPath, parameters, { cwd: folder, encoding: 'utf8', env })
    const lines = stdout.trimEnd().split('\n')
    return { stdout, lines, last: lines.at(-1), status }
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'summary-reporter-'))
  })
  after(() => rm(folder, { recursive: true }))

  test('without a failure prints the closing line and nothing else', async () => {
    const { lines, status } = await run(
      "import { test } from 'node:test'\ntest('good', () => process.stderr.write('noise\\n'))",
    )
    assert.deepEqual(lines, ['1 passed, 0 failed'])
    assert.equal(status, 0)
  })

  test('names a failing test with its place and reason, and what its file printed', async () => {
    const { stdout, last, status } = await run(
      "import { test } from 'node:test'\ntest('good', () => {})\ntest('bad', () => { process.stdout.write('a clue\\n'); throw new Error('the reason') })",
    )
    assert.match(stdout, /^FAILED bad \(0\.test\.mjs:3\)\nError: the reason\n/)
    assert.match(stdout, /^Printed by 0\.test\.mjs:\na clue\n/m)
    assert.equal(last, '1 passed, 1 failed')
    assert.equal(status, 1)
  })

  test('says why tests were skipped, each reason once', async () => {
    const { lines, status } = await run(
      "import { test } from 'node:test'\ntest('one', { skip: 'no tool' }, () => {})\ntest('two', (context) => context.skip('no tool'))\ntest('three', { skip: true }, () => {})",
    )
    assert.deepEqual(lines, [
      'Skipped 2 times: no tool',
      'Skipped once: no reason is given',
      '0 passed, 0 failed, 3 skipped',
    ])
    assert.equal(status, 0)
  })

  test('counts tests that never ran to their end as failed', async () => {
    const { last, status } = await run(
      "import { before, describe, test } from 'node:test'\ndescribe('suite', () => { before(() => { throw new Error('no ground') }); test('one', () => {}); test('two', () => {}) })",
    )
    assert.equal(last, '0 passed, 2 failed')
    assert.equal(status, 1)
  })

  test('counts a file that cannot be loaded as a failure and says why', async () => {
    const { stdout, last, status } = await run("import './missing.mjs'")
    assert.match(stdout, /ERR_MODULE_NOT_FOUND/)
    assert.equal(last, '0 passed, 1 failed')
    assert.equal(status, 1)
  })
})
