import assert from 'node:assert/strict'
import { it } from 'vitest'
import { releaseMetadata } from '../../pipeline/publish/release-metadata.ts'
import { releaseInfo, TABLES } from '../../schemas/index.ts'

it('names the release and the table, in a fixed order', () => {
  const info = releaseInfo('specimen')
  assert.deepEqual(releaseMetadata(info, TABLES.items), [
    ['title', info.title],
    ['version', info.version],
    ['licence', info.licence],
    ['description', info.description],
    ['table', 'items'],
    ['table_description', TABLES.items.description],
  ])
})
