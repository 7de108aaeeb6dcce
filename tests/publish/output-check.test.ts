import assert from 'node:assert/strict'
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { checkOutput, resolveOutput } from '../../pipeline/publish/output-check.ts'
import { OutputRefused, OutputUnwritable } from '../../pipeline/publish/output-error.ts'
import { withFolder } from './read-back.ts'

const HASH = '0'.repeat(64)

const fill = async (folder: string, names: readonly string[], listed: readonly string[]): Promise<void> => {
  for (const name of names) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), '')
  }
  await writeFile(join(folder, 'SHA256SUMS'), listed.map((name) => `${HASH}  ${name}\n`).join(''))
}

const refusal = (part: RegExp) => (error: unknown) => {
  assert.ok(error instanceof OutputRefused)
  assert.match(error.message, part)
  assert.match(error.message, /^[^;]+; [^;]+\.$/)
  return true
}

describe('checkOutput', () => {
  it('tells a missing, an empty and a former release’s folder', () =>
    withFolder(async (folder) => {
      assert.equal(await checkOutput(join(folder, 'out')), 'absent')
      assert.equal(await checkOutput(folder), 'empty')
      await fill(folder, ['issues.json', 'site/a.html'], ['issues.json', 'site/a.html', 'gone.csv'])
      assert.equal(await checkOutput(folder), 'release')
    }))

  it('refuses a folder of other files and names some of them', () =>
    withFolder(async (folder) => {
      for (const name of ['e', 'd', 'c', 'b', 'a']) await writeFile(join(folder, name), '')
      await assert.rejects(checkOutput(folder), refusal(/\(a, b, c and 2 more\)/))
      assert.deepEqual(await readdir(folder), ['a', 'b', 'c', 'd', 'e'])
    }))

  it('refuses a former release to which a file was added, however deep', () =>
    withFolder(async (folder) => {
      await fill(folder, ['issues.json', 'site/a.html', 'site/mine.txt'], ['issues.json', 'site/a.html'])
      await assert.rejects(checkOutput(folder), refusal(/\(site\/mine\.txt\)/))
    }))

  it('refuses a former release to which an empty folder was added', () =>
    withFolder(async (folder) => {
      await fill(folder, ['issues.json'], ['issues.json'])
      await mkdir(join(folder, 'mine'))
      await assert.rejects(checkOutput(folder), refusal(/\(mine\)/))
    }))

  it('does not take the checksums of another download for those of a release', () =>
    withFolder(async (folder) => {
      await fill(folder, ['disk.iso'], ['disk.iso'])
      await assert.rejects(checkOutput(folder), refusal(/\(SHA256SUMS, disk\.iso\)/))
    }))

  it('refuses a file', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'out'), '')
      await assert.rejects(checkOutput(join(folder, 'out')), refusal(/is a file/))
    }))

  it('says that a path through a file cannot be written', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'file'), '')
      await assert.rejects(checkOutput(join(folder, 'file', 'out')), OutputUnwritable)
    }))
})

describe('resolveOutput', () => {
  it('follows a link to a folder', () =>
    withFolder(async (folder) => {
      await mkdir(join(folder, 'real'))
      await symlink(join(folder, 'real'), join(folder, 'link'))
      assert.equal(await resolveOutput(join(folder, 'link')), await resolveOutput(join(folder, 'real')))
    }))

  it('makes the path of a folder that is not there absolute', async () => {
    assert.equal(await resolveOutput('no-such-folder'), join(process.cwd(), 'no-such-folder'))
  })
})
