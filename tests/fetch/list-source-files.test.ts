import assert from 'node:assert/strict'
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, it } from 'vitest'
import { listSourceFiles } from '../../pipeline/fetch/list-source-files.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

const put = async (folder: string, ...names: string[]): Promise<void> => {
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), 'x')
  }
}

const namesIn = async (...inputs: string[]): Promise<string[]> =>
  (await listSourceFiles(inputs)).map(({ name }) => name)

describe('the files of an input', () => {
  it('are the PDF and text files of a folder and of those below it, sorted by their path', () =>
    inTemporaryFolder(async (folder) => {
      await put(folder, 'b.pdf', 'a/z.txt', 'a/deep/y.PDF', 'B.Txt', 'notes.docx', 'pdf', 'a.b/c.txt')
      const found = ['B.Txt', 'a.b/c.txt', 'a/deep/y.PDF', 'a/z.txt', 'b.pdf']
      assert.deepEqual(
        await listSourceFiles([folder]),
        found.map((name) => ({ name, path: join(folder, name) })),
      )
    }))

  it('leave hidden files and folders out, and folders that are named as a PDF is, but not what lies there', () =>
    inTemporaryFolder(async (folder) => {
      await mkdir(join(folder, 'empty.pdf'))
      await put(folder, '.a.pdf', '.git/b.pdf', 'c.pdf', 'x.pdf/y.pdf')
      assert.deepEqual(await namesIn(folder), ['c.pdf', 'x.pdf/y.pdf'])
      assert.deepEqual(await namesIn(join(folder, 'empty.pdf')), [])
    }))

  it('take a file given by itself whatever its ending, under its bare name', () =>
    inTemporaryFolder(async (folder) => {
      await put(folder, 'a/scan.bin')
      const path = join(folder, 'a/scan.bin')
      assert.deepEqual(await listSourceFiles([path]), [{ path, name: 'scan.bin' }])
    }))

  it('of several inputs are sorted as one list, however the inputs are ordered', () =>
    inTemporaryFolder(async (folder) => {
      await put(folder, 'one/b.pdf', 'one/d.pdf', 'two/c.pdf', 'a.txt')
      const inputs = ['two', 'a.txt', 'one'].map((name) => join(folder, name))
      assert.deepEqual(await namesIn(...inputs), ['a.txt', 'b.pdf', 'c.pdf', 'd.pdf'])
      assert.deepEqual(await namesIn(...inputs.toReversed()), ['a.txt', 'b.pdf', 'c.pdf', 'd.pdf'])
    }))

  it('hold a link to a file, and a broken link, so that reading it is reported', () =>
    inTemporaryFolder(async (folder) => {
      await put(folder, 'kept/real.pdf')
      await symlink(join(folder, 'kept/real.pdf'), join(folder, 'link.pdf'))
      await symlink(join(folder, 'gone'), join(folder, 'broken.pdf'))
      assert.deepEqual(await namesIn(folder), ['broken.pdf', 'kept/real.pdf', 'link.pdf'])
    }))

  it('hold those whose names are no UTF-8, each with its bytes, as files that cannot be read', () =>
    inTemporaryFolder(async (folder) => {
      const bytes = (name: string): Buffer => Buffer.from(`${folder}/${name}`, 'latin1')
      await put(folder, 'é.pdf')
      for (const name of ['a\xe8.pdf', 'a\xe9.pdf', 'b\xff.doc', '.c\xff.pdf'])
        await writeFile(bytes(name), 'x')
      await mkdir(bytes('d\xff'))
      await writeFile(bytes('d\xff/e.pdf'), 'x')
      const fault = 'its name is not UTF-8'
      assert.deepEqual(
        (await listSourceFiles([folder])).map((file) => [file.name, file.fault]),
        [
          ['a\\xe8.pdf', fault],
          ['a\\xe9.pdf', fault],
          ['d\\xff', fault],
          ['é.pdf', undefined],
        ],
      )
    }))

  it('hold those of a linked folder once, after those of real folders', () =>
    inTemporaryFolder(async (folder) => {
      await put(folder, 'in/b/x.pdf', 'out/y.pdf')
      await symlink(join(folder, 'in/b'), join(folder, 'in/a'))
      for (const name of ['c', 'd']) await symlink(join(folder, 'out'), join(folder, 'in', name))
      assert.deepEqual(await namesIn(join(folder, 'in')), ['b/x.pdf', 'c/y.pdf'])
    }))

  it('hold a folder that cannot be read, so that it is reported', { skip: process.getuid?.() === 0 }, () =>
    inTemporaryFolder(async (folder) => {
      await put(folder, 'shut/x.pdf', 'y.pdf')
      await chmod(join(folder, 'shut'), 0)
      const files = await listSourceFiles([folder])
      await chmod(join(folder, 'shut'), 0o700)
      assert.deepEqual(
        files.map(({ name, fault }) => [name, fault]),
        [
          ['shut', 'the folder cannot be read: EACCES'],
          ['y.pdf', undefined],
        ],
      )
    }),
  )

  it('of one name get the name of their input too, or their path, and each file is listed once', () =>
    inTemporaryFolder(async (folder) => {
      await put(folder, 'a/x.pdf', 'b/x.pdf', 'c/a/x.pdf')
      const [a, b, c] = ['a', 'b', 'c/a'].map((name) => join(folder, name))
      assert.ok(a && b && c)
      assert.deepEqual(await namesIn(a, b), ['a/x.pdf', 'b/x.pdf'])
      assert.deepEqual(await namesIn(a, join(a, 'x.pdf'), a), ['x.pdf'])
      assert.deepEqual(await namesIn(a, c), [`${a.slice(1)}/x.pdf`, `${c.slice(1)}/x.pdf`])
    }))

  it('end where links to folders and to themselves would lead round and round', () =>
    inTemporaryFolder(async (folder) => {
      await put(folder, 'a/x.pdf')
      await symlink(folder, join(folder, 'a/round'))
      await symlink(folder, join(folder, 'a/round.pdf'))
      await symlink(join(folder, 'self.pdf'), join(folder, 'self.pdf'))
      assert.deepEqual(await namesIn(folder), ['a/round.pdf', 'a/x.pdf', 'self.pdf'])
    }))

  it('cannot be listed where the input is missing or leads to itself: the error names it', () =>
    inTemporaryFolder(async (folder) => {
      const [missing, self] = ['missing', 'self'].map((name) => join(folder, name))
      assert.ok(missing && self)
      await symlink(self, self)
      const message = `Cannot read the input ${missing}: there is no such file or folder.`
      await assert.rejects(listSourceFiles([folder, missing]), { name: 'CliError', message })
      await assert.rejects(listSourceFiles([self]), { name: 'CliError' })
    }))

  it('may be many', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.pdf')
      await writeFile(path, 'x')
      const many = Array.from({ length: 130_000 }, () => path)
      assert.equal((await listSourceFiles(many)).length, 1)
    }))
})
