import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { loadPdfJs, PACKAGED_DATA } from '../../pipeline/extract/pdfjs.ts'

describe('pdf.js', () => {
  it('is loaded once, however often it is asked for', async () => {
    assert.equal(await loadPdfJs(), await loadPdfJs())
  })

  it('finds the standard fonts and character maps in its own package', async () => {
    const fonts = await readdir(PACKAGED_DATA.standardFontDataUrl)
    assert.ok(fonts.includes('LiberationSans-Regular.ttf'), fonts.join(' '))
    const maps = await readdir(PACKAGED_DATA.cMapUrl)
    assert.ok(maps.includes('UniGB-UTF16-H.bcmap'))
    assert.ok((await readdir(PACKAGED_DATA.wasmUrl)).length > 0)
  })
})
