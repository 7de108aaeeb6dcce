import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, it } from 'vitest'
import { checksumList } from '../../pipeline/publish/checksums.ts'
import { checkOutput, explainOutputError } from '../../pipeline/publish/output-folder.ts'
import { withFolder } from './read-back.ts'

/** Writes files, and a list with the checksums of some of them. */
const fill = async (folder: string, names: readonly string[], listed: readonly string[]): Promise<void> => {
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), name)
  }
  const hash = (name: string): string => createHash('sha256').update(name).digest('hex')
  const files = listed.map((name) => ({ name, sha256: hash(name) }))
  await writeFile(join(folder, 'SHA256SUMS'), checksumList(files))
}

const RELEASE = ['issues.json', 'site/a.html'] as const

describe('the check of an output folder', () => {
  it('knows a folder that is absent, empty, of issues alone, or of a release', () =>
    withFolder(async (folder) => {
      assert.equal(await checkOutput(join(folder, 'out')), 'absent')
      assert.equal(await checkOutput(folder), 'empty')
      await fill(folder, ['issues.json'], ['issues.json'])
      assert.equal(await checkOutput(folder), 'issues')
      await fill(folder, RELEASE, [...RELEASE, 'gone.csv'])
      assert.equal(await checkOutput(folder), 'release')
    }))

  it.each([
    ['a file below a folder', [...RELEASE, 'site/mine.txt'], [...RELEASE], /\(site\/mine\.txt\); move/],
    ['another download with checksums', ['disk.iso'], ['disk.iso'], /\(SHA256SUMS, disk\.iso\)/],
    ['many files', ['e', 'd', 'c', 'b', 'a'], [], /\(SHA256SUMS, a, b and 3 more\)/],
  ])('refuses a folder that holds %s, and changes nothing', (_, names, listed, message) =>
    withFolder(async (folder) => {
      await fill(folder, names, listed)
      const before = await readdir(folder, { recursive: true })
      await assert.rejects(checkOutput(folder), { exitCode: 2, message })
      assert.deepEqual(await readdir(folder, { recursive: true }), before)
    }),
  )

  it('refuses an empty folder that was added to a release', () =>
    withFolder(async (folder) => {
      await fill(folder, RELEASE, RELEASE)
      await mkdir(join(folder, 'mine'))
      await assert.rejects(checkOutput(folder), { exitCode: 2, message: /\(mine\)/ })
    }))

  it('refuses a file, and a path through a file', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'file'), '')
      for (const path of [join(folder, 'file'), join(folder, 'file', 'out')])
        await assert.rejects(checkOutput(path), { message: /is a file, not a folder \(ENOTDIR\)/ })
    }))
})

describe('an error of an output folder', () => {
  const codes = ['ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EBUSY', 'EIO']
  it.each(codes)('is one sentence that says where, why and what to do: %s', (code) => {
    const cause = Object.assign(new Error(`${code}: refused`), { code, syscall: 'mkdir' })
    const error = explainOutputError('a/b', cause)
    assert.ok(error instanceof Error)
    assert.match(error.message, new RegExp(`^a/b cannot be written: [^.;]+ \\(${code}\\); [^.]+\\.$`))
    assert.equal(error.cause, cause)
  })

  it.each([
    [13, 'ENOSPC'],
    [10 | (3 << 8), 'EIO'],
  ])('is known by the number of SQLite: %d', (errcode, code) => {
    const error = Object.assign(new Error('refused'), { code: 'ERR_SQLITE_ERROR', errcode })
    assert.match(String(explainOutputError('a', error)), new RegExp(`\\(${code}\\)`))
  })

  it('stays as it is if it is not of the operating system', () => {
    const errors = [new TypeError('no'), Object.assign(new Error('no such table'), { errcode: 1 })]
    for (const error of errors) assert.equal(explainOutputError('a', error), error)
  })
})
