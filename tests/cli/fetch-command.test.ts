import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'vitest'
import { fetchFolder, profile } from '../fetch/fetching.ts'
import { pdfBytes, serveBytes, startServer, testSettings } from '../fetch/hazard-server.ts'
import { run, runProcess } from './run.ts'

/** Port 9 of this machine, where nobody listens: as good as no network. */
const NOBODY = 'http://127.0.0.1:9'

const settingsFile = async (lock: string, settings: object): Promise<string> => {
  const path = join(lock, '..', 'settings.json')
  await writeFile(path, JSON.stringify(settings))
  return path
}

test('without a network fetch says so in one paragraph and is good; --strict names what is missing', async () => {
  const documents = ['a', 'b'].map((name) => profile(name, [`${NOBODY}/${name}.pdf`]))
  const { lock } = await fetchFolder(documents)
  const settings = await settingsFile(lock, { allowed_networks: ['127.0.0.0/8'] })
  const parameters = ['fetch', '--missing', '--lock', lock, '--settings', settings]
  const good = await run(...parameters)
  assert.equal(good.code, 0)
  assert.match(good.err, /^Offline: 127\.0\.0\.1:9 \(ECONNREFUSED\) cannot be reached\./)
  assert.equal(good.err.trimEnd().split('\n\n').length, 1)
  const strict = await run(...parameters, '--strict')
  assert.equal(strict.code, 1)
  assert.match(strict.err, /Missing, which --strict does not allow: profile\/a, profile\/b\./)
})

test('fetch closes with what became of the documents, and why those that failed did', async () => {
  const server = await startServer()
  const { lock } = await fetchFolder([
    profile('good', [server.on('/good.pdf', serveBytes(pdfBytes('good')))]),
    profile('gone', [`${server.origin}/gone.pdf`]),
  ])
  const settings = await settingsFile(lock, testSettings(server))
  const { code, err } = await run('fetch', '--lock', lock, '--settings', settings)
  assert.equal(code, 0)
  assert.match(err, / 1 {2}fetched\n/)
  assert.match(err, / 1 {2}failed\n/)
  assert.match(err, /profile\/gone: it is not there \(status 404: not here\): http/)
})

test('fetch --discover searches for PDFs once, adds and fetches them, and says so', async () => {
  const server = await startServer()
  server.on('/docs/oxen.pdf', serveBytes(pdfBytes('oxen')))
  const index = server.on('/index.html', (_, response) => response.end('<a href="docs/oxen.pdf">'))
  const { lock, read } = await fetchFolder([])
  const settings = await settingsFile(lock, testSettings(server, { index_pages: [index], archived: [] }))
  const parameters = ['fetch', '--missing', '--discover', '--lock', lock, '--settings', settings]
  const { code, err } = await run(...parameters)
  assert.equal(code, 0, err)
  assert.match(err, /^Searching once for the published PDFs, for 60 s at most \(DISCOVER=0 skips this\)\.\n/)
  assert.match(err, /1 PDFs were found; text copies replace profiles whose PDF is missing\./)
  assert.deepEqual(await read('profile/oxen.pdf'), pdfBytes('oxen'))
  assert.doesNotMatch((await run(...parameters)).err, /Searching/)
})

test('settings that cannot be used are wrong usage, by file and setting', async () => {
  const { lock } = await fetchFolder([])
  const settings = await settingsFile(lock, { attempts: 0 })
  const { code, err } = await run('fetch', '--lock', lock, '--settings', settings)
  assert.equal(code, 2)
  assert.match(err, /settings\.json cannot be used: attempts/)
})

test('on a disk that takes no more a fetch ends with a sentence, and goes on when there is room', async () => {
  const server = await startServer()
  const large = pdfBytes('large', 3_000_000)
  const small = Array.from({ length: 40 }, (_, index) =>
    profile(`small-${index}`, [server.on(`/${index}.pdf`, serveBytes(pdfBytes(String(index))))]),
  )
  const { lock } = await fetchFolder([
    profile('large', [server.on('/large.pdf', serveBytes(large))]),
    ...small,
  ])
  const settings = await settingsFile(lock, testSettings(server))
  const parameters = ['fetch', '--lock', lock, '--settings', settings]
  const limited = await runProcess(parameters, 1024)
  assert.equal(limited.code, 3, limited.err)
  assert.match(limited.err, /files cannot be written: EFBIG: [^\n]+\.\n$/)
  const { code, err } = await run(...parameters, '--strict')
  assert.equal(code, 0, err)
})
