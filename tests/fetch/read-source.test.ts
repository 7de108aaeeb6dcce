import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { type ReadSource, readSource } from '../../pipeline/fetch/read-source.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

const readBytes = (bytes: string | Uint8Array): Promise<ReadSource> =>
  new Promise((resolve, reject) => {
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'file')
      await writeFile(path, bytes)
      resolve(await readSource({ path, name: 'given/name.pdf' }))
    }).catch(reject)
  })

const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe1)

describe('a source file', () => {
  it('comes back with its bytes and their hash, under the name that tables use', async () => {
    const read = await readBytes('some words')
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
    const pdf = await readBytes('%PDF-1.7\n')
    assert.ok('source' in pdf && pdf.source.mediaType === 'application/pdf')
  })

  it('that is empty, or neither PDF nor text, is rejected, with what it looks like', async () => {
    for (const [bytes, code, value] of [
      ['', 'empty_document', null],
      [JPEG, 'unsupported_file', 'a JPEG picture'],
    ] as const) {
      const read = await readBytes(bytes)
      assert.ok('issue' in read)
      const { issue } = read
      assert.deepEqual([issue.code, issue.document, issue.value], [code, 'given/name.pdf', value])
    }
  })

  it('that cannot be read, or is a folder, is rejected, with the reason', () =>
    inTemporaryFolder(async (folder) => {
      await mkdir(join(folder, 'x.pdf'))
      for (const [name, fault, value] of [
        ['gone.pdf', undefined, 'ENOENT'],
        ['x.pdf', undefined, 'it is not a regular file'],
        ['x.pdf', 'its name is not UTF-8', 'its name is not UTF-8'],
      ] as const) {
        const read = await readSource({ path: join(folder, name), name, ...(fault && { fault }) })
        assert.ok('issue' in read)
        assert.deepEqual([read.issue.code, read.issue.value], ['file_unreadable', value])
      }
    }))
})
