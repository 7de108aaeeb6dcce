import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { type Extracted, extract } from '../../pipeline/extract/index.ts'
import type { SourceDocument } from '../../pipeline/fetch/index.ts'
import { drawLine, makePdf } from './make-pdf.ts'

const source = (mediaType: SourceDocument['mediaType'], bytes: Uint8Array): SourceDocument => ({
  name: 'given/name',
  bytes,
  sha256: '0'.repeat(64),
  mediaType,
  sourceUrl: null,
  mirrorUrl: null,
  retrieved: null,
  captured: null,
})

const getIssue = (read: Extracted) => ('issue' in read ? read.issue : assert.fail('the document was read'))

const text = (words: string): SourceDocument => source('text/plain', new TextEncoder().encode(words))

describe('extraction', () => {
  it('reads text as text and PDF by its text layer', async () => {
    const pdf = source('application/pdf', await makePdf((page) => drawLine(page, 'words', 72, 700)))
    for (const [document, derivation] of [
      [text('words'), 'text'],
      [pdf, 'text_layer'],
    ] as const) {
      const read = await extract(document)
      assert.ok('extracted' in read)
      assert.equal(read.extracted.derivation, derivation)
      assert.equal(read.extracted.pages[0]?.runs[0]?.text, 'words')
    }
  })

  it('sets a document without a single word aside as empty', async () => {
    for (const document of [text(' \n\f\t\n'), source('application/pdf', await makePdf(() => {}))]) {
      const issue = getIssue(await extract(document))
      assert.equal(issue.code, 'empty_document')
      assert.equal(issue.document, 'given/name')
    }
  })

  it('sets a damaged PDF aside, with what PDFium says of it', async () => {
    const issue = getIssue(await extract(source('application/pdf', new TextEncoder().encode('%PDF-1.4'))))
    assert.equal(issue.code, 'broken_pdf')
    assert.notEqual(issue.value, null)
  })

  it('sets a PDF aside that asks for a password', async () => {
    const bytes = await makePdf((page) => drawLine(page, 'words', 72, 700), { userPassword: 'x' })
    assert.equal(getIssue(await extract(source('application/pdf', bytes))).code, 'encrypted_pdf')
  })
})
