import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { readEntry, writeEntry } from '../../../pipeline/build/store/index.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cyberwellness-entry-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('an entry', () => {
  it('gives back any text, whatever stood there before', () => {
    const path = join(folder, 'ab', 'any')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        writeEntry(path, text)
        assert.equal(readEntry(path), text)
      }),
    )
    assert.deepEqual(readdirSync(join(folder, 'ab')), ['any'])
  })

  it('is none where there is no file, or a folder', () => {
    assert.equal(readEntry(join(folder, 'nothing')), null)
    assert.equal(readEntry(folder), null)
  })

  it('that is damaged anywhere, or cut off, counts as none and is removed', () => {
    const path = join(folder, 'damaged')
    writeEntry(path, 'The bell-founders keep a register.')
    const whole = readFileSync(path)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.boolean(), (place, cut) => {
        const bytes = Buffer.from(whole)
        bytes[place] = (bytes[place] ?? 0) ^ 1
        writeFileSync(path, cut ? whole.subarray(0, place) : bytes)
        assert.equal(readEntry(path), null)
        assert.ok(!readdirSync(folder).includes('damaged'))
      }),
    )
  })
})
