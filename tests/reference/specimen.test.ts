import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { test } from 'vitest'
import { readDocuments } from '../../pipeline/build/index.ts'
import { listSourceFiles } from '../../pipeline/fetch/index.ts'
import { accuracy } from '../../pipeline/quality/accuracy.ts'
import { IN_PROCESS } from '../build/in-process.ts'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

test('every specimen is read as it was written', async () => {
  const files = await listSourceFiles([path('../../raw/specimen')])
  const pdfs = files.filter(({ name }) => name.endsWith('.pdf'))
  const results = await readDocuments(pdfs, { reader: IN_PROCESS })
  const scores = await accuracy(results, path('../fixtures/specimen'))
  assert.equal(scores.documents, 10)
  assert.deepEqual(scores.wrong, [])
})
