import assert from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { ListMalformed, listedSources } from '../../pipeline/fetch/listed-sources.ts'

test('a line of a list becomes a source, with what is known of it', () => {
  const text = [
    'country_code,name,url,sha256,bytes,remark',
    `XAA,Âme d’Or,https://a.example/x.txt,${'a'.repeat(64)},12,as it was`,
    ',Plain,https://a.example/y.txt,,,',
  ].join('\r\n')
  assert.deepEqual(listedSources(text, 'text copy'), [
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
  ['name,url\na,ftp://a.example/a.pdf', /line 2: url is not an address of http or https/],
  ['name,url\nb,https://a.example/b\n…,https://a.example/a.pdf', /line 3: name holds no letter or digit/],
  ['name,url,sha256\na,https://a.example/a.pdf,abc', /line 2: sha256/],
  ['name,url\na', /line 2/],
  ['url\nhttps://a.example/a.pdf', /line 2: name/],
]
for (const [text, says] of refused) {
  test(`a list with a fault is refused by its line: ${JSON.stringify(text)}`, () => {
    assert.throws(
      () => listedSources(text, 'profile'),
      (error: Error) => error instanceof ListMalformed && says.test(error.message),
    )
  })
}

test('whatever a list holds, it gives sources with addresses of the web, or is refused by its line', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'name,url\n',
      'name,url,sha256,bytes\n',
      'https://a.example/x.pdf',
      '../../x',
      '__proto__',
      'a'.repeat(64),
    ),
    fc.constantFrom(',', '"', '\n', '\r\n', '\0', '-1', '1e999'),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      try {
        for (const { id, addresses } of listedSources(pieces.join(''), 'profile')) {
          assert.match(id, /^profile\/[a-z0-9-]+$/)
          for (const address of addresses) assert.match(address, /^https?:/i)
        }
      } catch (error) {
        assert.ok(error instanceof ListMalformed, String(error))
      }
    }),
  )
})
