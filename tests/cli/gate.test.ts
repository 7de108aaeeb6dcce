import assert from 'node:assert/strict'
import { cp, mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'vitest'
import { withFolder } from '../publish/read-back.ts'
import { datasetOf, writeRelease } from '../release/written-release.ts'
import { run } from './run.ts'

const specimens = fileURLToPath(new URL('../../raw/specimen', import.meta.url))

const build = (input: string, out: string, ...more: readonly string[]) =>
  run('build', '-i', input, '-o', out, '-j', '1', '--no-explorer', '--no-cache', ...more)

const sumsOf = (out: string): Promise<string> => readFile(join(out, 'SHA256SUMS'), 'utf8')

test('a build that loses a document ends with 1, leaves the release in place and says how to accept it', () =>
  withFolder(async (folder) => {
    const [input, out] = [join(folder, 'input'), join(folder, 'out')]
    await mkdir(input)
    for (const name of ['nuvale.pdf', 'qelvara.pdf']) await cp(join(specimens, name), join(input, name))
    const first = await build(input, out)
    assert.equal(first.code, 0, first.err)
    const sums = await sumsOf(out)

    await rm(join(input, 'nuvale.pdf'))
    const rejected = await build(input, out)
    assert.equal(rejected.code, 1)
    assert.match(rejected.err, /^Wrote \d+ files, .*, to .*out\.rejected\.$/m)
    assert.match(
      rejected.err,
      /Not published; .* is unchanged\. Reasons:\n {2}Documents of the previous .* missing: xaf-/,
    )
    assert.match(rejected.err, /run it again with --accept \(make all ACCEPT=1\)/)
    assert.equal(await sumsOf(out), sums)

    const told = await run('diff', out, `${out}.rejected`)
    assert.equal(told.code, 1)
    assert.match(told.out, /## Documents lost: 1\n\n- Ñuvalé/)

    const accepted = await build(input, out, '--accept')
    assert.equal(accepted.code, 0, accepted.err)
    assert.match(accepted.err, /Accepted although:\n {2}Documents of the previous release are missing/)
    assert.notEqual(await sumsOf(out), sums)
    await assert.rejects(sumsOf(`${out}.rejected`))
  }))

test('specimens do not replace real profiles, accepted or not', () =>
  withFolder(async (folder) => {
    const out = await writeRelease(join(folder, 'out'), await datasetOf({ file: 'a.pdf' }))
    const sums = await sumsOf(out)
    const { code, err } = await build(join(specimens, 'nuvale.pdf'), out, '--accept')
    assert.equal(code, 1)
    assert.match(err, /This release holds samples about invented places, the previous one real profiles;/)
    assert.doesNotMatch(err, /ACCEPT=1/)
    assert.equal(await sumsOf(out), sums)
  }))
