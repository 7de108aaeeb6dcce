import assert from 'node:assert/strict'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { findPdftotext, PdftotextFailed } from '../../../pipeline/quality/crosscheck/pdftotext.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const program = async (name: string, lines: readonly string[]): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, `#!/bin/sh\n${lines.join('\n')}\n`)
  await chmod(path, 0o755)
  return path
}

const HELP =
  'if [ "$1" = -h ]; then echo "pdftotext version 9.8.7" >&2; echo "  -bbox-layout : words" >&2; exit 99; fi'

const installed = await findPdftotext()
const reason = installed ? false : 'pdftotext is not installed'

describe('findPdftotext', () => {
  test('finds none where the program is missing, or does not know -bbox-layout', async () => {
    assert.equal(await findPdftotext(join(folder, 'nowhere')), null)
    assert.equal(await findPdftotext(await program('other', ['echo "pdftotext version 4.04"'])), null)
  })

  test('tells the version and gives what the program prints for a file', async () => {
    const found = await findPdftotext(await program('good', [HELP, 'echo "$@"']))
    assert.equal(found?.version, '9.8.7')
    assert.match(
      (await found?.bboxLayout('/a folder/-a.pdf')) ?? '',
      / -bbox-layout \/a folder\/-a\.pdf -\n$/,
    )
  })

  test('fails with the first line of the program’s own words', async () => {
    const found = await findPdftotext(
      await program('bad', [HELP, 'echo "Syntax Error: no" >&2', 'echo more >&2', 'exit 1']),
    )
    assert.ok(found)
    await assert.rejects(found.bboxLayout('a.pdf'), new PdftotextFailed('Syntax Error: no'))
    const silent = await findPdftotext(await program('silent', [HELP, 'exit 3']))
    assert.ok(silent)
    await assert.rejects(silent.bboxLayout('a.pdf'), new PdftotextFailed('it ended with 3'))
  })

  test('the installed one fails on a file that is no PDF', { skip: Boolean(reason) }, async () => {
    assert.ok(installed)
    const path = join(folder, 'no.pdf')
    await writeFile(path, 'no PDF')
    await assert.rejects(installed.bboxLayout(path), PdftotextFailed)
  })
})
