import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { type ReadSource, readSource } from '../../pipeline/fetch/read-source.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

const issueOf = (read: ReadSource) => ('issue' in read ? read.issue : assert.fail('the file was read'))

const readBytes = (bytes: string | Uint8Array, check: (read: ReadSource) => void): Promise<void> =>
  inTemporaryFolder(async (folder) => {
    const path = join(folder, 'file')
    await writeFile(path, bytes)
    check(await readSource({ path, name: 'given/name.pdf' }))
  })

describe('a source file', () => {
  it('comes back with its bytes and their hash, under the name that tables use', () =>
    readBytes('some words', (read) => {
      assert.ok('source' in read)
      const { bytes, ...rest } = read.source
      assert.equal(new TextDecoder().decode(bytes), 'some words')
      assert.deepEqual(rest, {
        name: 'given/name.pdf',
        sha256: createHash('sha256').update('some words').digest('hex'),
        mediaType: 'text/plain',
        sourceUrl: null,
        mirrorUrl: null,
        retrieved: null,
        captured: null,
      })
    }))

  it('is a PDF by its bytes, not by its name', () =>
    readBytes('%PDF-1.7\n', (read) => {
      assert.ok('source' in read)
      assert.equal(read.source.mediaType, 'application/pdf')
    }))

  it('that is empty is set aside as an empty document', () =>
    readBytes('', (read) => {
      const issue = issueOf(read)
      assert.equal(issue.code, 'empty_document')
      assert.equal(issue.document, 'given/name.pdf')
      assert.ok(issue.set_aside)
    }))

  it('that is neither PDF nor text is set aside, with what it looks like', () =>
    readBytes(Uint8Array.of(0xff, 0xd8, 0xff, 0xe1), (read) => {
      const issue = issueOf(read)
      assert.equal(issue.code, 'unsupported_file')
      assert.equal(issue.value, 'a JPEG picture')
    }))

  it('that cannot be read for its path is not looked for', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'a.pdf')
      await writeFile(path, 'words')
      const issue = issueOf(await readSource({ path, name: 'a.pdf', fault: 'its name is not UTF-8' }))
      assert.equal(issue.code, 'file_unreadable')
      assert.equal(issue.value, 'its name is not UTF-8')
    }))

  it('that is not there is set aside, with the reason', () =>
    inTemporaryFolder(async (folder) => {
      const issue = issueOf(await readSource({ path: join(folder, 'gone.pdf'), name: 'gone.pdf' }))
      assert.equal(issue.code, 'file_unreadable')
      assert.equal(issue.value, 'ENOENT')
    }))

  it('that is a folder is set aside as unreadable', () =>
    inTemporaryFolder(async (folder) => {
      await mkdir(join(folder, 'x.pdf'))
      const issue = issueOf(await readSource({ path: join(folder, 'x.pdf'), name: 'x.pdf' }))
      assert.equal(issue.code, 'file_unreadable')
    }))
})
