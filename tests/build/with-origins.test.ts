import assert from 'node:assert/strict'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type TestContext, test } from 'vitest'
import { z } from 'zod'
import { build } from '../../pipeline/build/index.ts'
import { writeLock } from '../../pipeline/fetch/lock-file.ts'
import { digestOfFile } from '../../pipeline/io/file-digest.ts'
import type { Source } from '../../schemas/index.ts'
import { temporaryFolder } from '../fetch/temporary-folder.ts'

const specimen = fileURLToPath(new URL('../../raw/specimen/qelvara.pdf', import.meta.url))
const address = 'https://a.example/qelvara.pdf'

const documentsOf = async (out: string) =>
  z
    .array(
      z.object({
        file_name: z.string(),
        source_url: z.string().nullable(),
        mirror_url: z.string().nullable(),
        retrieved: z.string().nullable(),
        captured: z.string().nullable(),
      }),
    )
    .parse(JSON.parse(await readFile(join(out, 'documents.json'), 'utf8')))

/** A folder with a lock file and the files that it names, built. */
const built = async (context: TestContext, sources: readonly Source[], files: Record<string, Uint8Array>) => {
  const folder = await temporaryFolder(context)
  const input = join(folder, 'raw')
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(input, name)), { recursive: true })
    await writeFile(join(input, name), bytes)
  }
  await writeLock(join(input, 'sources.json'), sources)
  const out = join(folder, 'out')
  const result = await build({ inputs: [input], out, jobs: 1 }, () => undefined)
  return { out, result }
}

const fetched = async (): Promise<Source> => ({
  id: 'profile/q',
  kind: 'profile',
  published: address,
  addresses: [`https://archive.example/web/20140506070809id_/${address}`],
  captured: '2014-05-06T07:08:09Z',
  sha256: (await digestOfFile(specimen)).sha256,
  file: 'profile/q.pdf',
  fetched: {
    address: `https://archive.example/web/20140506070809id_/${address}`,
    retrieved: '2026-01-02',
  },
})

test('a document whose bytes the lock knows says where they come from, under whatever name they lie', async (context: TestContext) => {
  const { out } = await built(context, [await fetched()], { 'mine/x.pdf': await readFile(specimen) })
  const [document] = await documentsOf(out)
  assert.deepEqual(document, {
    file_name: 'mine/x.pdf',
    source_url: address,
    mirror_url: `https://archive.example/web/20140506070809id_/${address}`,
    retrieved: '2026-01-02',
    captured: '2014-05-06',
  })
  const indicators = z
    .array(z.object({ source_url: z.string() }))
    .parse(JSON.parse(await readFile(join(out, 'indicators.json'), 'utf8')))
  assert.ok(indicators.every((row) => row.source_url === address))
})

test('a file that has other bytes than the lock says is read, told, and given no origin', async (context: TestContext) => {
  const other = Buffer.concat([await readFile(specimen), Buffer.from('\n% more\n%%EOF\n')])
  const { out } = await built(context, [await fetched()], { 'files/profile/q.pdf': other })
  const [document] = await documentsOf(out)
  assert.equal(document?.source_url, null)
  assert.match(await readFile(join(out, 'issues.json'), 'utf8'), /"source_changed"/)
})

test('a text copy is left out where there is any other document of its country and date', async (context: TestContext) => {
  // Two files of one specimen, of which the lock calls one a text copy: whether it is one is for the lock to say.
  const copy = Buffer.concat([await readFile(specimen), Buffer.from('\n% copy\n%%EOF\n')])
  const folder = await temporaryFolder(context)
  await writeFile(join(folder, 'copy'), copy)
  const source: Source = {
    id: 'text-copy/q',
    kind: 'text copy',
    addresses: ['https://b.example/q.txt'],
    sha256: (await digestOfFile(join(folder, 'copy'))).sha256,
  }
  const alone = await built(context, [source], { 'files/text-copy/q.pdf': copy })
  assert.deepEqual(
    (await documentsOf(alone.out)).map(({ source_url }) => source_url),
    ['https://b.example/q.txt'],
  )
  const both = await built(context, [source, await fetched()], {
    'files/text-copy/q.pdf': copy,
    'files/profile/q.pdf': await readFile(specimen),
  })
  assert.deepEqual(
    (await documentsOf(both.out)).map(({ file_name }) => file_name),
    ['files/profile/q.pdf'],
  )
  assert.deepEqual(
    both.result.setAside.map(({ code, document }) => [code, document]),
    [['text_copy_replaced', 'files/text-copy/q.pdf']],
  )
})
