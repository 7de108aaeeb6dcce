import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'vitest'
import { decodeText } from '../../pipeline/extract/extract-text.ts'
import { missingReference, referenceFolder } from './reference-folder.ts'

const read = (...parts: string[]): Promise<Buffer> => readFile(join(referenceFolder, ...parts))

/** The two sets break and indent lines differently, and that is all. */
const withoutSpace = (text: string): string => text.replace(/\s+/g, '')

test('the text copies as they were published hold the letters that careful readers see in them', {
  skip: Boolean(missingReference('original') || missingReference('text')),
}, async () => {
  const names = await readdir(join(referenceFolder, 'original'))
  assert.ok(names.length > 100)
  for (const name of names) {
    const decoded = decodeText(await read('original', name))
    assert.equal(withoutSpace(decoded), withoutSpace((await read('text', name)).toString('utf8')), name)
    assert.doesNotMatch(decoded, /\u{feff}|\u{fffd}/u, name)
  }
})
