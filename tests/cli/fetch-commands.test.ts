import assert from 'node:assert/strict'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { fetchFolder, profile } from '../fetch/fetching.ts'
import { pdfBytes, serveBytes, startServer, testSettings } from '../fetch/hazard-server.ts'
import { checkRun, runProcess } from './run.ts'

/** A server, a lock file that names profiles of it, and settings that look for more on one of its pages. */
const setUp = async (names: readonly string[], origin?: string) => {
  const server = await startServer()
  const makeAddress = (name: string): string => `${origin ?? server.origin}/docs/${name}.pdf`
  const { lock, read } = await fetchFolder(names.map((name) => profile(name, [makeAddress(name)])))
  const path = join(lock, '../settings.json')
  const index_pages = [`${server.origin}/index.html`]
  const settings = testSettings(server, { index_pages, archived: [], attempts: 1 })
  await writeFile(path, JSON.stringify(settings))
  const words = ['--lock', lock, '--settings', path]
  return {
    ...{ lock, path, words, read },
    serve: (name: string, bytes = pdfBytes(name)) => server.on(`/docs/${name}.pdf`, serveBytes(bytes)),
    servePage: (html: string) => server.on('/index.html', (_, response) => response.end(html)),
    readLock: () => readFile(lock, 'utf8'),
  }
}

describe('fetch', () => {
  test('without a network says so and is good; --strict names what is missing', async () => {
    // where nobody listens, which is as good as no network
    const { words } = await setUp(['a', 'b'], 'http://127.0.0.1:9')
    const good = await checkRun(0, ['fetch', '--missing', ...words])
    assert.match(
      good.err.replaceAll('\n', ' '),
      /Offline: 127\.0\.0\.1:9 \(ECONNREFUSED\) cannot be reached\. 2 of the 2 documents in the lock file are not on this machine\. This is not an error: a build reads the profiles that are here, or else the sample profiles\. Run the same command again when you are online\. $/,
    )
    for (const line of good.err.split('\n')) assert.ok(line.length <= 100, line)
    const missing = /Missing, which --strict does not allow: profile\/a, profile\/b\./
    await checkRun(1, ['fetch', '--missing', ...words, '--strict'], missing)
  })

  test('closes with what became of the documents, and why those that failed did', async () => {
    const { words, serve, lock } = await setUp(['good', 'gone'])
    serve('good')
    const reason = String.raw`profile/gone: it is not there \(status 404\): http\S+gone\.pdf`
    const rest = String.raw` +1  failed\n  ${reason}\nReceived 0\.0 MB in [\d.]+ s; the report is \S+report\.json\.\n$`
    for (const outcome of ['fetched', 'unchanged, as its server says']) {
      await checkRun(0, ['fetch', ...words], new RegExp(` 1  ${outcome}\n${rest}`))
    }
    await rm(join(lock, '../files'), { recursive: true })
    await mkdir(join(lock, '../files'))
    await writeFile(join(lock, '../files/profile'), 'in the way')
    await checkRun(3, ['fetch', ...words], /files cannot be written: E\w+: .*\/files\/profile'\.\n$/)
  })

  test('--discover searches for PDFs once, adds and fetches them, and says so', async () => {
    const { words, serve, servePage, read } = await setUp([])
    serve('oxen')
    servePage('<a href="docs/oxen.pdf">')
    const discover = ['fetch', '--missing', '--discover', ...words]
    const searching = /^Searching once for the published PDFs, for 60 s at most \(DISCOVER=0 skips this\)\.\n/
    const found = /1 PDF was found; text copies replace profiles whose PDF is missing\./
    await checkRun(0, discover, searching, found)
    assert.deepEqual(await read('profile/oxen.pdf'), pdfBytes('oxen'))
    await checkRun(0, discover, /^(?!.*Searching)/s)
  })

  test('on a disk that takes no more ends with a sentence, and goes on when there is room', async () => {
    const small = Array.from({ length: 40 }, (_, index) => `small-${index}`)
    const { words, serve } = await setUp(['large', ...small])
    serve('large', pdfBytes('large', 3_000_000))
    for (const name of small) serve(name)
    const limited = await runProcess(['fetch', ...words], 1024)
    assert.equal(limited.code, 3, limited.err)
    assert.match(limited.err, /files cannot be written: EFBIG: [^\n]+\.\n$/)
    await checkRun(0, ['fetch', ...words, '--strict'])
  })
})

const [OLD, NEW] = ['<a href="/docs/wistrel.pdf">W</a>', '<a href="/docs/oxen.pdf">O</a>']
const ADDED =
  /names 2 documents: 1 new, 0 with new facts\.$.* new: profile\/oxen \(http\S+\/docs\/oxen\.pdf\)$/ms
const GONE = /names 1 document: 0 new.*^ {2}profile\/wistrel: not found again; it stays in the lock$/ms
test.each([
  ['names what is new, where it is, and how many documents the lock has now', `${OLD} ${NEW}`, 0, ADDED],
  ['says of documents that are not found again that they stay', '<p>Moved.</p>', 0, GONE],
  [
    'that cannot read a page blames no document',
    null,
    1,
    /^(?!.*not found again).*Not read: \S*index\.html/s,
  ],
] as const)('discover %s', async (_, html, expected, says) => {
  const { words, servePage, readLock } = await setUp(['wistrel'])
  if (html !== null) servePage(html)
  const before = await readLock()
  const { err } = await checkRun(expected, ['discover', ...words], says)
  assert.equal((await readLock()) === before, !err.includes('1 new'))
})

test('add-sources adds what a list names, once; a line that is no source, or a wrong setting of fetch, is wrong usage', async () => {
  const { lock, words, path, readLock } = await setUp([])
  const list = join(lock, '../list.csv')
  const addSources = async (code: number, address: string, says: RegExp) => {
    await writeFile(list, `name,url\nQelvara,${address}\n`)
    await checkRun(code, ['add-sources', list, '--lock', lock], says)
  }
  await addSources(0, 'https://a.example/q.pdf', /names 1 document: 1 new/)
  await addSources(0, 'https://a.example/q.pdf', /names 1 document: 0 new/)
  const text = await readLock()
  assert.match(text, /"id": "profile\/qelvara"/)
  await addSources(2, 'nowhere', /list\.csv cannot be used: line 2: url/)
  await writeFile(path, '{"attempts":0}')
  await checkRun(2, ['fetch', ...words], /settings\.json cannot be used: attempts/)
  assert.equal(await readLock(), text)
})
