import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { checksumList, checksumsInList } from '../../pipeline/publish/checksums.ts'

const EMPTY_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

describe('a list of checksums', () => {
  it('holds a line a file, sorted by name', () => {
    const files = ['b.csv', 'a.json', 'B.csv'].map((name) => ({ name, sha256: EMPTY_HASH }))
    assert.equal(checksumList(files), `${EMPTY_HASH}  B.csv\n${EMPTY_HASH}  a.json\n${EMPTY_HASH}  b.csv\n`)
  })

  it('gives its names back, of files below folders and of lists made in binary mode too', () => {
    const text = `${EMPTY_HASH}  a.csv\n${EMPTY_HASH} *site/b c.html\n`
    assert.deepEqual([...checksumsInList(text).keys()], ['a.csv', 'site/b c.html'])
  })

  it('takes no name that leads out of its folder', () => {
    const names = ['../a.csv', '/etc/hosts', 'a/../../b', './a', 'a//b', 'a/', '..', 'a\\b', 'a\0']
    const text = [...names, 'a..b/c..'].map((name) => `${EMPTY_HASH}  ${name}\n`).join('')
    assert.deepEqual([...checksumsInList(text).keys()], ['a..b/c..'])
  })

  it('takes no name from a line of another shape', () => {
    assert.deepEqual([...checksumsInList(`a.csv\n\n${EMPTY_HASH}\n${EMPTY_HASH.slice(1)}  a.csv\n`)], [])
  })
})
