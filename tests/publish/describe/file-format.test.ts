import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { cachedSite } from '../../../pipeline/explorer/index.ts'
import { fileFormat } from '../../../pipeline/publish/describe/file-format.ts'

describe('fileFormat', () => {
  it('goes by the end of the name, and says of text that it is UTF-8', () => {
    assert.deepEqual(fileFormat('indicators.csv'), {
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
    })
    assert.equal(fileFormat('sbom.cdx.json').mediatype, 'application/vnd.cyclonedx+json')
    assert.equal(fileFormat('explorer/pdfjs/LICENSE_FOXIT').mediatype, 'text/plain')
  })

  it('takes what it does not know for bytes', () => {
    for (const name of ['a.what', 'folder.csv/what']) {
      assert.equal(fileFormat(name).mediatype, 'application/octet-stream', name)
    }
  })

  it('knows every file of the explorer', async () => {
    for (const { name } of await cachedSite()) {
      assert.notEqual(fileFormat(`explorer/${name}`).mediatype, 'application/octet-stream', name)
    }
  })
})
