import assert from 'node:assert/strict'
import { join } from 'node:path'
import { beforeAll, test } from 'vitest'
import { build } from '../../pipeline/build/index.ts'
import { exploreCommand } from '../../pipeline/cli/explore-command.ts'
import { EXIT } from '../../pipeline/io/cli-error.ts'
import { findSpecimen, IN_PROCESS, TEST_CACHE } from '../build/in-process.ts'
import { makeTestFolder } from '../test-folder.ts'
import { keepOutput } from './run.ts'

const specimen = findSpecimen('qelvara')
const folder = makeTestFolder()

beforeAll(async () => {
  const request = { inputs: [specimen], jobs: 1, reader: IN_PROCESS, cache: TEST_CACHE }
  await build({ ...request, out: join(folder, 'with'), explorer: true })
  await build({ ...request, out: join(folder, 'without') })
})

const explore = async (release: string, input: readonly string[], look = async (_: string) => {}) => {
  const { written, terminal } = keepOutput()
  const command = exploreCommand({ terminal, end: () => {} }, () => look(written.out.trim()))
  const inputs = input.flatMap((path) => ['-i', path])
  await command.parseAsync(['-r', join(folder, release), '-p', '0', ...inputs], { from: 'user' })
  return written
}

test('explore prints the address, serves until it is stopped, and ends well', async () => {
  let page = ''
  const { out, err } = await explore('with', [specimen], async (address) => {
    page = await (await fetch(address)).text()
  })
  assert.match(out, /^http:\/\/127\.0\.0\.1:\d+\/explorer\/\n$/)
  assert.match(err, /the pages of 1 source document are drawn from files/)
  assert.match(page, /<title>Cyberwellness Open Data<\/title>/)
  await assert.rejects(fetch(out.trim()))
})

test('explore without source documents says that their pages are redrawn', async () => {
  assert.match((await explore('with', [])).err, /redrawn from extracted text/)
})

test('explore ends with 3 and says what to do without an explorer or a release, with 2 without an input', async () => {
  for (const release of ['without', 'nowhere']) {
    await assert.rejects(explore(release, []), { exitCode: EXIT.nothing, message: /make all/ })
  }
  await assert.rejects(explore('with', [join(folder, 'none')]), { exitCode: EXIT.usage })
})
