import assert from 'node:assert/strict'
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, it } from 'vitest'
import { z } from 'zod'
import { listSourceFiles } from '../../pipeline/fetch/list-source-files.ts'
import { readCases } from '../read-cases.ts'
import { temporaryFolder } from '../test-folder.ts'

/** Makes a folder with files, and with links to their targets. */
const makeFolder = async (
  files: readonly string[],
  links: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const folder = temporaryFolder()
  for (const name of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), 'x')
  }
  for (const [name, target] of Object.entries(links)) await symlink(join(folder, target), join(folder, name))
  return folder
}

const cases = readCases(
  'fetch/input-files.yaml',
  z.object({
    what: z.string(),
    files: z.array(z.string()),
    found: z.array(z.string()),
    links: z.record(z.string(), z.string()).optional(),
    inputs: z.array(z.string()).default(['.']),
  }),
)

describe('the files of an input', () => {
  for (const { what, files, found, links, inputs } of cases) {
    it(what, async () => {
      const folder = await makeFolder(files, links)
      const paths = inputs.map((input) => join(folder, input))
      const listed = await listSourceFiles(paths)
      const names = listed.map(({ name }) => name)
      assert.deepEqual(names, found)
      assert.deepEqual(await listSourceFiles(paths.toReversed()), listed)
    })
  }

  it('of one name in inputs of one name get their whole path', async () => {
    const folder = await makeFolder(['a/x.pdf', 'c/a/x.pdf'])
    const inputs = ['a', 'c/a'].map((name) => join(folder, name))
    const names = (await listSourceFiles(inputs)).map(({ name }) => name)
    assert.deepEqual(
      names,
      inputs.map((input) => `${input.slice(1)}/x.pdf`),
    )
  })

  it('hold those whose names are not UTF-8, as files that cannot be read', async () => {
    const folder = await makeFolder(['é.pdf'])
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

  it('hold a folder that cannot be read', { skip: process.getuid?.() === 0 }, async () => {
    const folder = await makeFolder(['shut/x.pdf', 'y.pdf'])
    await chmod(join(folder, 'shut'), 0)
    const [shut] = await listSourceFiles([folder])
    await chmod(join(folder, 'shut'), 0o700)
    assert.deepEqual([shut?.name, shut?.fault], ['shut', 'the folder cannot be read: EACCES'])
  })

  it('cannot be listed where the input is missing or leads to itself: the error names it', async () => {
    const folder = await makeFolder([], { self: 'self' })
    const [missing, self] = ['missing', 'self'].map((name) => join(folder, name))
    assert.ok(missing && self)
    const message = `Cannot read the input ${missing}: there is no such file or folder.`
    await assert.rejects(listSourceFiles([folder, missing]), { name: 'CliError', message })
    await assert.rejects(listSourceFiles([self]), { name: 'CliError' })
  })
})
