import assert from 'node:assert/strict'
import { it } from 'vitest'
import { checksumList, checksumsInList } from '../../pipeline/publish/checksums.ts'

const HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

it('a list of checksums holds one line per file, sorted by name', () => {
  const files = ['b.csv', 'a.json', 'B.csv'].map((name) => ({ name, sha256: HASH }))
  assert.equal(checksumList(files), `${HASH}  B.csv\n${HASH}  a.json\n${HASH}  b.csv\n`)
})

it.each([
  [
    'files below folders, and lists made in binary mode',
    `${HASH}  a.csv\n${HASH} *site/b c.html\n`,
    ['a.csv', 'site/b c.html'],
  ],
  [
    'no name that leads out of its folder',
    ['../a.csv', '/etc/hosts', 'a/../../b', './a', 'a//b', 'a/', '..', 'a\\b', 'a\0', 'a..b/c..']
      .map((name) => `${HASH}  ${name}\n`)
      .join(''),
    ['a..b/c..'],
  ],
  ['no line of another shape', `a.csv\n\n${HASH}\n${HASH.slice(1)}  a.csv\n`, []],
])('a list of checksums is read back: %s', (_, text, names) =>
  assert.deepEqual([...checksumsInList(text).keys()], names),
)
