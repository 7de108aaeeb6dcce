import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'vitest'

const script = fileURLToPath(new URL('../../../.ci/generate/main.ts', import.meta.url))

test('changed, missing and needless files are named and left alone by --check, and written again or removed', async () => {
  const root = await mkdtemp(join(tmpdir(), 'generated files '))
  const generate = (...parameters: readonly string[]) =>
    spawnSync(process.execPath, [script, '--root', root, ...parameters], { encoding: 'utf8' })
  try {
    assert.equal(generate().status, 0)
    assert.equal(generate().stdout, '')
    await writeFile(join(root, 'docs/codebook.md'), 'changed')
    await rm(join(root, 'schemas/json/items.schema.json'))
    await writeFile(join(root, 'schemas/json/gone.schema.json'), '{}')
    const check = generate('--check')
    assert.equal(check.status, 1)
    assert.deepEqual(check.stderr.trimEnd().split('\n'), [
      'schemas/json/items.schema.json is stale; run make generate.',
      'docs/codebook.md is stale; run make generate.',
      'schemas/json/gone.schema.json belongs to no table; run make generate.',
    ])
    assert.equal(await readFile(join(root, 'docs/codebook.md'), 'utf8'), 'changed')
    assert.match(generate().stdout, /^removed schemas\/json\/gone\.schema\.json$/m)
    assert.equal(generate('--check').status, 0)
  } finally {
    await rm(root, { recursive: true })
  }
})
