import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { mergeSources, parseSourceList } from '../../pipeline/fetch/add-sources.ts'
import type { Source } from '../../schemas/index.ts'
import { readTexts } from '../read-cases.ts'
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

  it('is refused by the line at fault', () => {
    for (const [text, says] of readTexts('fetch/refused-source-lists.yaml')) {
      assert.throws(() => parseSourceList(text, 'profile'), new RegExp(says))
    }
  })
})

const document = (name: string, more: Partial<Source> = {}): Source =>
  profile(name, [`https://a.example/${name}.pdf`], more)

describe('merging finds into a lock', () => {
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
