import assert from 'node:assert/strict'
import { test } from 'vitest'
import { withStructuredData } from '../../../pipeline/explorer/data/structured-data.ts'
import { releaseInfo } from '../../../schemas/index.ts'

const page = '<html>\n  <head>\n  </head>\n  <body></body>\n</html>'
const files = [{ name: 'indicators.csv' }, { name: 'a b.csv' }]

const blockOf = (text: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? '')

test('a page tells search engines what it is, under which licence, and where the files are', () => {
  const info = releaseInfo('itu-cyberwellness')
  const block = blockOf(withStructuredData(page, { info, collection: 'itu-cyberwellness', files }))
  assert.equal(block['@type'], 'Dataset')
  assert.equal(block.name, info.title)
  assert.equal(block.license, 'https://creativecommons.org/licenses/by/4.0/')
  assert.deepEqual(
    block.distribution.map(({ contentUrl }: { contentUrl: string }) => contentUrl),
    ['../indicators.csv', '../a%20b.csv'],
  )
})

test('no text of a release can end the block or begin another', () => {
  const info = { ...releaseInfo('specimen'), title: '</script><script>alert(1)</script>$&' }
  const text = withStructuredData(page, { info, collection: 'specimen', files })
  assert.equal(text.match(/<script/g)?.length, 1)
  assert.equal(blockOf(text).name, info.title)
})
