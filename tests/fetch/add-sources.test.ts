import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { mergeSources, parseSourceList } from '../../pipeline/fetch/add-sources.ts'
import type { Source } from '../../schemas/index.ts'
import { profile } from './fetching.ts'

describe('a list of sources', () => {
  it('returns a source for each line, with the known facts', () => {
    const text = [
      'country_code,name,url,sha256,bytes,remark',
      `XAA,Âme d’Or,https://a.example/x.txt,${'a'.repeat(64)},12,as it was`,
      ',Plain,https://a.example/y.txt,,,',
    ].join('\r\n')
    assert.deepEqual(parseSourceList(text, 'text copy'), [
      {
        id: 'text-copy/ame-d-or',
        kind: 'text copy',
        country_code: 'XAA',
        addresses: ['https://a.example/x.txt'],
        sha256: 'a'.repeat(64),
        bytes: 12,
      },
      { id: 'text-copy/plain', kind: 'text copy', addresses: ['https://a.example/y.txt'] },
    ])
  })

  const refused: readonly (readonly [string, RegExp])[] = [
    ['name,url\na,ftp://a.example/a.pdf', /line 2: url: is not an address of http or https/],
    ['name,url\nb,https://a.example/b\n…,https://a.example/a.pdf', /line 3: name: holds no letter or digit/],
    ['name,url,sha256\na,https://a.example/a.pdf,abc', /line 2: sha256/],
    ['name,url\na', /line 2/],
    ['name,url\na,https://a.example/a.pdf,1f', /line 2: 3 cells where the header has 2/],
    ['url\nhttps://a.example/a.pdf', /line 2: name/],
    ['name,url\na,https://reader:pass@a.example/a.pdf', /line 2: url: holds a user name, a password or/],
    ['name,url\na,https://a.example/a.pdf?access_token=1f', /line 2: url: holds a user name, a password or/],
  ]
  it('is refused by the line at fault', () => {
    for (const [text, says] of refused) assert.throws(() => parseSourceList(text, 'profile'), says)
  })
})

const document = (name: string, more: Partial<Source> = {}): Source =>
  profile(name, [`https://a.example/${name}.pdf`], more)

describe('merging finds into a lock', () => {
  it('adds what is new, and keeps what was not found again', () => {
    const merged = mergeSources([document('old')], [document('new')])
    assert.deepEqual(merged.documents, [document('old'), document('new')])
    assert.deepEqual(merged.added, [document('new')])
  })

  it('adds further addresses and missing facts to what is known', () => {
    const found = document('a', { addresses: ['https://b.example/a.pdf'], country_code: 'XAA' })
    const { documents, completed } = mergeSources([document('a', { bytes: 5 })], [found])
    const addresses = ['https://a.example/a.pdf', 'https://b.example/a.pdf']
    assert.deepEqual(documents, [document('a', { addresses, bytes: 5, country_code: 'XAA' })])
    assert.equal(completed.length, 1)
    assert.deepEqual(mergeSources(documents, [found]).completed, [])
  })

  it('keeps the known hash where a find has another, and reports the find', () => {
    const known = document('a', { sha256: '0'.repeat(64) })
    const found = document('a', { sha256: '1'.repeat(64) })
    const merged = mergeSources([known], [found])
    assert.deepEqual([merged.documents, merged.conflicting], [[known], [found]])
  })
})
