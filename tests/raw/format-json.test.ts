import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { formatJson } from '../../raw/specimen/format-json.ts'

describe('formatJson', () => {
  it('keeps a short list on the line of its key', () => {
    assert.equal(
      formatJson({ status: ['present'], items: [] }),
      '{\n  "status": ["present"],\n  "items": []\n}\n',
    )
  })

  it('gives each entry of a list that is too long for its line a line of its own', () => {
    const long = 'x'.repeat(60)
    assert.equal(
      formatJson({ items: [long, long] }),
      `{\n  "items": [\n    "${long}",\n    "${long}"\n  ]\n}\n`,
    )
  })

  it('leaves out members that are undefined', () => {
    assert.equal(formatJson({ note: null, items: undefined }), '{\n  "note": null\n}\n')
  })

  it('is read back as what was written', () => {
    const lists = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.array(fc.string())))
    fc.assert(
      fc.property(lists, (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value))
        assert.deepEqual(JSON.parse(formatJson(value)), plain)
      }),
    )
  })
})
