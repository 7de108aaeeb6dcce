import assert from 'node:assert/strict'
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, it, type TestContext } from 'vitest'
import { listSourceFiles } from '../../pipeline/fetch/list-source-files.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Makes a folder with files, and with links to their targets. */
const makeFolder = async (
  context: TestContext,
  files: readonly string[],
  links: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const folder = await temporaryFolder(context)
  for (const name of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), 'x')
  }
  for (const [name, target] of Object.entries(links)) await symlink(join(folder, target), join(folder, name))
  return folder
}

interface Case {
  readonly what: string
  readonly files: readonly string[]
  readonly links?: Readonly<Record<string, string>>
  /** Below the folder; the folder itself where none are given. */
  readonly inputs?: readonly string[]
  readonly found: readonly string[]
}

const cases: readonly Case[] = [
  {
    what: 'are the PDF and text files of a folder and of those below it, sorted by their path',
    files: ['b.pdf', 'a/z.txt', 'a/deep/y.PDF', 'B.Txt', 'notes.docx', 'pdf', 'a.b/c.txt'],
    found: ['B.Txt', 'a.b/c.txt', 'a/deep/y.PDF', 'a/z.txt', 'b.pdf'],
  },
  {
    what: 'leave hidden files and folders out, and folders that are named as a PDF is',
    files: ['.a.pdf', '.git/b.pdf', 'c.pdf', 'x.pdf/y.pdf'],
    found: ['c.pdf', 'x.pdf/y.pdf'],
  },
  {
    what: 'take a file given by itself whatever its ending, under its bare name',
    files: ['a/scan.bin'],
    inputs: ['a/scan.bin'],
    found: ['scan.bin'],
  },
  {
    what: 'of several inputs are sorted as one list',
    files: ['one/b.pdf', 'one/d.pdf', 'two/c.pdf', 'a.txt'],
    inputs: ['two', 'a.txt', 'one'],
    found: ['a.txt', 'b.pdf', 'c.pdf', 'd.pdf'],
  },
  {
    what: 'hold a link to a file, and a broken link, so that reading it is reported',
    files: ['kept/real.pdf'],
    links: { 'link.pdf': 'kept/real.pdf', 'broken.pdf': 'gone' },
    found: ['broken.pdf', 'kept/real.pdf', 'link.pdf'],
  },
  {
    what: 'hold those of a linked folder once, after those of real folders',
    files: ['in/b/x.pdf', 'out/y.pdf'],
    links: { 'in/a': 'in/b', 'in/c': 'out', 'in/d': 'out' },
    inputs: ['in'],
    found: ['b/x.pdf', 'c/y.pdf'],
  },
  {
    what: 'end where links to folders and to themselves would lead round and round',
    files: ['a/x.pdf'],
    links: { 'a/round': '.', 'a/round.pdf': '.', 'self.pdf': 'self.pdf' },
    found: ['a/round.pdf', 'a/x.pdf', 'self.pdf'],
  },
  {
    what: 'of one name get the name of their input too',
    files: ['a/x.pdf', 'b/x.pdf'],
    inputs: ['a', 'b'],
    found: ['a/x.pdf', 'b/x.pdf'],
  },
  {
    what: 'are listed once each',
    files: ['a/x.pdf'],
    inputs: ['a', 'a/x.pdf', 'a'],
    found: ['x.pdf'],
  },
]

describe('the files of an input', () => {
  for (const { what, files, links, inputs = ['.'], found } of cases) {
    it(what, async (context) => {
      const folder = await makeFolder(context, files, links)
      const paths = inputs.map((input) => join(folder, input))
      const listed = await listSourceFiles(paths)
      assert.deepEqual(
        listed.map(({ name }) => name),
        found,
      )
      assert.deepEqual(await listSourceFiles(paths.toReversed()), listed)
    })
  }

  it('of one name in inputs of one name get their whole path', async (context) => {
    const folder = await makeFolder(context, ['a/x.pdf', 'c/a/x.pdf'])
    const inputs = ['a', 'c/a'].map((name) => join(folder, name))
    const names = (await listSourceFiles(inputs)).map(({ name }) => name)
    assert.deepEqual(
      names,
      inputs.map((input) => `${input.slice(1)}/x.pdf`),
    )
  })

  it('hold those whose names are not UTF-8, as files that cannot be read', async (context) => {
    const folder = await makeFolder(context, ['é.pdf'])
    const bytes = (name: string): Buffer => Buffer.from(`${folder}/${name}`, 'latin1')
    for (const name of ['a\xe9.pdf', 'b\xff.doc', '.c\xff.pdf']) await writeFile(bytes(name), 'x')
    await mkdir(bytes('d\xff'))
    const fault = 'its name is not UTF-8'
    assert.deepEqual(
      (await listSourceFiles([folder])).map((file) => [file.name, file.fault]),
      [
        ['a\ufffd.pdf', fault],
        ['d\ufffd', 'the folder cannot be read: ENOENT'],
        ['é.pdf', undefined],
      ],
    )
  })

  it('hold a folder that cannot be read', { skip: process.getuid?.() === 0 }, async (context) => {
    const folder = await makeFolder(context, ['shut/x.pdf', 'y.pdf'])
    await chmod(join(folder, 'shut'), 0)
    const [shut] = await listSourceFiles([folder])
    await chmod(join(folder, 'shut'), 0o700)
    assert.deepEqual([shut?.name, shut?.fault], ['shut', 'the folder cannot be read: EACCES'])
  })

  it('cannot be listed where the input is missing or leads to itself: the error names it', async (context) => {
    const folder = await makeFolder(context, [], { self: 'self' })
    const [missing, self] = ['missing', 'self'].map((name) => join(folder, name))
    assert.ok(missing && self)
    const message = `Cannot read the input ${missing}: there is no such file or folder.`
    await assert.rejects(listSourceFiles([folder, missing]), { name: 'CliError', message })
    await assert.rejects(listSourceFiles([self]), { name: 'CliError' })
  })
})
