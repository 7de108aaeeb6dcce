import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, test } from 'vitest'
import { build } from '../../pipeline/build/index.ts'
import { exploreCommand } from '../../pipeline/cli/explore-command.ts'
import { EXIT } from '../../pipeline/io/cli-error.ts'

const specimen = fileURLToPath(new URL('../../raw/specimen/qelvara.pdf', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-explore-'))
  await build({ inputs: [specimen], out: join(folder, 'with'), jobs: 1, explorer: true }, () => {})
  await build({ inputs: [specimen], out: join(folder, 'without'), jobs: 1 }, () => {})
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const explore = async (
  release: string,
  input: readonly string[],
  stopped: (out: string) => Promise<void>,
) => {
  let [out, err] = ['', '']
  const terminal = {
    out: (text: string) => {
      out += text
    },
    err: (text: string) => {
      err += text
    },
    live: false,
    colour: false,
    width: 100,
  }
  const inputs = input.flatMap((path) => ['-i', path])
  await exploreCommand({ terminal, end: () => {} }, () => stopped(out)).parseAsync(
    ['-r', join(folder, release), '-p', '0', ...inputs],
    { from: 'user' },
  )
  return { out, err }
}

test('explore prints the address, serves until it is stopped, and ends well', async () => {
  let page = ''
  const { out, err } = await explore('with', [specimen], async (address) => {
    page = await (await fetch(address.trim())).text()
  })
  assert.match(out, /^http:\/\/127\.0\.0\.1:\d+\/explorer\/\n$/)
  assert.match(err, /1 source document is drawn from its file/)
  assert.match(page, /<title>Cyberwellness Open Data<\/title>/)
  await assert.rejects(fetch(out.trim()))
})

test('explore without source documents says that their pages are redrawn', async () => {
  const { err } = await explore('with', [], async () => {})
  assert.match(err, /redrawn from extracted text/)
})

test('explore ends with 3 and says what to do where the release has no explorer, or is none', async () => {
  for (const release of ['without', 'nowhere']) {
    await assert.rejects(
      explore(release, [], async () => {}),
      { exitCode: EXIT.nothing, message: /make all/ },
    )
  }
})

test('explore ends with 2 where an input does not exist', async () => {
  await assert.rejects(
    explore('with', [join(folder, 'none')], async () => {}),
    { exitCode: EXIT.usage },
  )
})
