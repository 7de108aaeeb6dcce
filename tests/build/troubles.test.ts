import assert from 'node:assert/strict'
import { appendFile, copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { run } from '../cli/run.ts'

const specimen = (name: string): string =>
  fileURLToPath(new URL(`../../raw/specimen/${name}.pdf`, import.meta.url))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-troubles-'))
  for (const [input, name] of [
    ['one', 'nuvale'],
    ['two', 'qelvara'],
  ] as const) {
    await mkdir(join(folder, input))
    await copyFile(specimen(name), join(folder, input, 'x.pdf'))
  }
  await mkdir(join(folder, 'junk'))
  await writeFile(join(folder, 'junk', 'a.txt'), 'Minutes of a meeting.')
  await writeFile(join(folder, 'junk', 'b.pdf'), 'no PDF')
  await writeFile(join(folder, 'junk', 'c.txt'), '')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const build = (inputs: readonly string[], out: string, ...more: string[]) => {
  const input = inputs.flatMap((name) => ['--input', join(folder, name)])
  return run('build', ...input, '--out', join(folder, out), '-j', '1', '--no-cache', '--no-explorer', ...more)
}
const readOut = (out: string, name: string): Promise<string> => readFile(join(folder, out, name), 'utf8')

describe('a build', () => {
  it('of two files of one name publishes each under a name of its own', async () => {
    assert.equal((await build(['one', 'two'], 'both')).code, 0)
    const documents = await readOut('both', 'documents.csv')
    assert.match(documents, /^xaf-.*,one\/x\.pdf,/m)
    assert.match(documents, /^xaa-.*,two\/x\.pdf,/m)
  })

  it('of which every document fails writes the issues and counts the reasons', async () => {
    const { code, err } = await build(['junk'], 'failed')
    assert.equal(code, 3)
    assert.match(
      err,
      /none of the 3 files in .*junk is a readable profile \(not_a_profile 2, empty_document 1; see issues\.json/,
    )
    assert.deepEqual((await readdir(join(folder, 'failed'))).sort(), ['SHA256SUMS', 'issues.json'])
    assert.match(await readOut('failed', 'issues.json'), /"empty_document"/)
    assert.equal((await build(['one'], 'failed')).code, 0)
    const sums = await readOut('failed', 'SHA256SUMS')
    assert.equal((await build(['junk'], 'failed')).code, 3)
    assert.equal(await readOut('failed', 'SHA256SUMS'), sums)
    assert.match(await readOut('failed.rejected', 'issues.json'), /"empty_document"/)
  })

  it('does not replace a file that was edited by hand, unless it is told to', async () => {
    assert.equal((await build(['one'], 'edited')).code, 0)
    await appendFile(join(folder, 'edited', 'review.csv'), 'my remark\n')
    const { code, err } = await build(['one'], 'edited')
    assert.equal(code, 2)
    assert.match(
      err,
      /edited holds files that were changed since they were written \(review\.csv\); move them/,
    )
    assert.match(await readOut('edited', 'review.csv'), /my remark/)
    assert.equal((await build(['one'], 'edited', '--accept')).code, 0)
    assert.doesNotMatch(await readOut('edited', 'review.csv'), /my remark/)
  })

  for (const [what, out, more, expected, sentence] of [
    ['into the folder one is in', process.cwd(), [], 2, /is or holds the folder you are in/],
    ['into a folder that cannot be', '/proc/nowhere/out', [], 3, /cannot be written: .*\(ENOENT\)/],
    ['of more time than a timer has', '/tmp/unused', ['--max-time', '9999999'], 2, /from 1 to 2147483/],
    ['by a queue without an address', '/tmp/unused', ['--queue', 'redis://:100%#a@'], 2, /Name the queue as/],
  ] as const) {
    it(`${what} fails with one sentence`, async () => {
      const { code, err } = await run(
        ...['build', '--input', join(folder, 'one'), '--out', out, '--no-cache', '--no-explorer'],
        ...more,
      )
      assert.equal(code, expected)
      assert.match(err, sentence)
      assert.doesNotMatch(err, /\n {4}at /)
    })
  }
})
