import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { test } from 'vitest'
import { readDocuments } from '../../pipeline/build/index.ts'
import { listSourceFiles } from '../../pipeline/fetch/index.ts'
import { accuracy } from '../../pipeline/quality/accuracy/index.ts'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

test('every specimen is read as it was written', async () => {
  const files = await listSourceFiles([path('../../raw/specimen')])
  const results = await readDocuments(
    files.filter(({ name }) => name.endsWith('.pdf')),
    2,
    () => {},
  )
  const scores = await accuracy(results, path('../fixtures/specimen'))
  assert.equal(scores.documents, 10)
  assert.deepEqual(scores.wrong, [])
})
