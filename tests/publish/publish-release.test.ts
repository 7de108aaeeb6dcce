import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { checkOutput, OutputRefused, publishRelease } from '../../pipeline/publish/index.ts'
import { withFolder } from './read-back.ts'
import { contentOf, EMPTY_DATASET, SAMPLE_DATASET } from './sample-dataset.ts'

describe('publishRelease', () => {
  it('writes what it reports, and reports every file', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      const published = await publishRelease(contentOf(SAMPLE_DATASET), out)
      assert.deepEqual((await readdir(out)).sort(), published.map((file) => file.name).sort())
      for (const { name, bytes, sha256 } of published) {
        assert.equal((await stat(join(out, name))).size, bytes)
        assert.equal(
          createHash('sha256')
            .update(await readFile(join(out, name)))
            .digest('hex'),
          sha256,
        )
      }
    }))

  it('makes a folder that the next release may replace', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      await publishRelease(contentOf(SAMPLE_DATASET), out)
      assert.equal(await checkOutput(out), 'release')
      await publishRelease(contentOf(EMPTY_DATASET), out)
      assert.equal(await readFile(join(out, 'indicators.json'), 'utf8'), '[]\n')
    }))

  it('does not replace a folder of other files', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'thesis.docx'), 'years of work')
      await assert.rejects(publishRelease(contentOf(SAMPLE_DATASET), folder), OutputRefused)
      assert.deepEqual(await readdir(folder), ['thesis.docx'])
    }))
})
