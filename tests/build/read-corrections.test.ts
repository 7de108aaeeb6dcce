import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, test } from 'vitest'
import { CorrectionsMalformed } from '../../pipeline/build/parse-corrections.ts'
import { readCorrections } from '../../pipeline/build/read-corrections.ts'
import { csvLine, HEADER } from './correction-lines.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const refusal = async (path: string): Promise<string> => {
  const error = await readCorrections(path).then(
    () => assert.fail('it was read'),
    (reason: unknown) => reason,
  )
  assert.ok(error instanceof CorrectionsMalformed, String(error))
  return error.message
}

test('the corrections file of the project can be read', async () => {
  await readCorrections(fileURLToPath(new URL('../../raw/corrections.csv', import.meta.url)))
})

test('a file gives its corrections', async () => {
  const path = join(folder, 'good.csv')
  await writeFile(path, `${HEADER}\n${csvLine()}\n`)
  assert.equal((await readCorrections(path)).length, 1)
})

test('a file that is missing, a folder, not in UTF-8 or malformed is named in one sentence', async () => {
  assert.match(
    await refusal(join(folder, 'nowhere.csv')),
    /nowhere\.csv cannot be used: there is no such file\.$/,
  )
  assert.match(await refusal(folder), /cannot be used: it is no regular file\.$/)
  const latin = join(folder, 'latin.csv')
  await writeFile(latin, Buffer.from(`${HEADER}\n${csvLine({ who: 'José' })}\n`, 'latin1'))
  assert.match(await refusal(latin), /latin\.csv cannot be used: it is not text in UTF-8\.$/)
  const malformed = join(folder, 'malformed.csv')
  await writeFile(malformed, `${HEADER}\n${csvLine({ value: 'no' })}\n`)
  assert.match(await refusal(malformed), /malformed\.csv cannot be used: line 2: value “no” .*\.$/)
})
