import assert from 'node:assert/strict'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { test } from 'vitest'
import { dataScript } from '../../pipeline/explorer/data/data-script.ts'
import { describePage } from '../../pipeline/explorer/data/page-metadata.ts'
import { releaseInfo } from '../../schemas/index.ts'

/** Runs a data file as a page does; gives what it hands over. */
const handedOver = (script: string): readonly string[] => {
  const calls: string[] = []
  runInNewContext(script, {
    cyberwellnessData: (name: string, value: unknown) => calls.push(name, JSON.stringify(value)),
  })
  return calls
}

test('whatever a value holds, the page is handed the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.deepEqual(handedOver(dataScript('summary', value)), ['summary', JSON.stringify(value)])
    }),
  )
})

test('line separators, closing tags and keys with a meaning of their own stay data', () => {
  const hostile = JSON.parse('{"__proto__":{"a":1},"text":"</script>\\u2028\\u2029"}')
  assert.deepEqual(handedOver(dataScript('x', hostile)), ['x', JSON.stringify(hostile)])
})

const page = '<html>\n  <head>\n  </head>\n  <body></body>\n</html>'
const files = ['indicators.csv', 'a b.csv'].map((name) => ({ name, bytes: 1, sha256: '' }))

const jsonBlock = (text: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? '')

test('the page says what it is, under which licence, and where the files are', () => {
  const info = releaseInfo('itu-cyberwellness', 'https://data.example/cyberwellness')
  const text = describePage(page, { info, collection: 'itu-cyberwellness', files })
  const block = jsonBlock(text)
  assert.equal(block['@type'], 'Dataset')
  assert.equal(block.license, 'https://creativecommons.org/licenses/by/4.0/')
  assert.deepEqual(
    block.distribution.map(({ contentUrl }: { contentUrl: string }) => contentUrl),
    ['../indicators.csv', '../a%20b.csv'],
  )
  for (const tag of [
    `<meta property="og:title" content="${info.title}">`,
    '<meta property="og:url" content="https://data.example/cyberwellness">',
  ]) {
    assert.ok(text.includes(tag), tag)
  }
})

test('no text of a release can end a tag or begin another', () => {
  const info = { ...releaseInfo('specimen'), title: '"></script><script>alert(1)</script>$&' }
  const text = describePage(page, { info, collection: 'specimen', files })
  assert.equal(text.match(/<script/g)?.length, 1)
  assert.equal(jsonBlock(text).name, info.title)
})
