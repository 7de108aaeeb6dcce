import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, test } from 'vitest'

const script = fileURLToPath(new URL('../../../.ci/generate/main.ts', import.meta.url))

const generate = (...parameters: readonly string[]) =>
  spawnSync(process.execPath, [script, ...parameters], { encoding: 'utf8' })

test('the committed files are those that the schemas give', () => {
  const { status, stderr } = generate('--check')
  assert.equal(stderr, '')
  assert.equal(status, 0)
})

describe('in a folder of its own', () => {
  let root = ''
  const generateHere = (...parameters: readonly string[]) => generate('--root', root, ...parameters)
  const inRoot = (name: string) => join(root, name)

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'generated files '))
  })
  afterAll(() => rm(root, { recursive: true }))
  beforeEach(() => {
    assert.equal(generateHere().status, 0)
  })

  test('what was written is up to date, and writing again changes nothing', () => {
    assert.equal(generateHere('--check').status, 0)
    assert.equal(generateHere().stdout, '')
  })

  test('a changed file and a missing file are named, left alone by --check and written again', async () => {
    await writeFile(inRoot('docs/codebook.md'), 'changed')
    await rm(inRoot('schemas/json/items.schema.json'))
    const check = generateHere('--check')
    assert.equal(check.status, 1)
    assert.deepEqual(check.stderr.trimEnd().split('\n'), [
      'schemas/json/items.schema.json is stale; run make generate.',
      'docs/codebook.md is stale; run make generate.',
    ])
    assert.equal(await readFile(inRoot('docs/codebook.md'), 'utf8'), 'changed')
    generateHere()
    assert.equal(generateHere('--check').status, 0)
  })

  test('a schema of no table is named by --check and removed', async () => {
    await writeFile(inRoot('schemas/json/gone.schema.json'), '{}')
    const check = generateHere('--check')
    assert.equal(check.status, 1)
    assert.equal(check.stderr, 'schemas/json/gone.schema.json belongs to no table; run make generate.\n')
    assert.equal(generateHere().stdout, 'removed schemas/json/gone.schema.json\n')
    assert.equal(generateHere('--check').status, 0)
  })
})
