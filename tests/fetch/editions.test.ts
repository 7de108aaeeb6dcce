import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { test } from 'vitest'
import { captureAddress } from '../../pipeline/fetch/capture.ts'
import type { Source } from '../../schemas/index.ts'
import { fetchFolder, findDocument, hashBytes, profile, setUpDocument } from './fetching.ts'
import { pdfBytes, redirect, send, serveBytes, startServer, testSettings } from './hazard-server.ts'

const [first, second] = [pdfBytes('first'), pdfBytes('second')]
const editionId = `profile/x-${hashBytes(second).slice(0, 8)}`

test('a document that is here is not fetched; a repeated request may report it unchanged', async () => {
  const { server, folder, fetch } = await setUpDocument(serveBytes(first, '"1"'))
  assert.equal((await fetch()).outcome, 'fetched')
  assert.equal((await fetch()).outcome, 'present')
  assert.equal(server.asked.length, 1)
  const sources = await folder.sources()
  assert.equal((await fetch(true)).outcome, 'unchanged')
  assert.equal(server.asked[1]?.headers['if-none-match'], '"1"')
  server.on('/x.pdf', serveBytes(first, '"2"'))
  assert.equal((await fetch(true)).outcome, 'unchanged', 'the same bytes with another ETag')
  server.on('/x.pdf', send(404))
  assert.equal((await fetch(true)).outcome, 'present')
  assert.deepEqual(await folder.sources(), sources)
  assert.deepEqual(await folder.files(), ['profile/x.pdf'])
})

test('bytes that change with or without their ETag are a new edition beside the old one', async () => {
  for (const etag of ['"1"', '"2"']) {
    const { server, settings, folder, fetch } = await setUpDocument(serveBytes(first, '"1"'))
    await fetch()
    // the server does not look at conditions, else the same ETag would hide the change from anybody
    server.on('/x.pdf', send(200, { etag }, second))
    const report = await folder.fetch(settings, true)
    assert.equal(findDocument(report, editionId).outcome, 'new_edition')
    assert.deepEqual(await folder.read('profile/x.pdf'), first)
    assert.deepEqual(await folder.read(`${editionId}.pdf`), second)
    assert.equal((await folder.fetch(settings, true)).counts.new_edition, 0)
    assert.equal((await folder.sources()).size, 2)
    assert.deepEqual(await folder.files(), [`${editionId}.pdf`, 'profile/x.pdf'].sort())
  }
})

test('the ids of editions stay as short as a lock allows, however often a document changes', async () => {
  const server = await startServer()
  const folder = await fetchFolder([profile('x'.repeat(150), [`${server.origin}/x.pdf`])])
  for (const words of ['first', 'second', 'third']) {
    server.on('/x.pdf', send(200, {}, pdfBytes(words)))
    await folder.fetch(testSettings(server), true)
  }
  assert.equal((await folder.sources()).size, 3)
})

test('an address that gives other bytes than the lock says is passed over, and its bytes are kept apart', async () => {
  const server = await startServer()
  const addresses = [server.on('/now.pdf', serveBytes(second)), server.on('/then.pdf', serveBytes(first))]
  const locked = profile('x', addresses, { sha256: hashBytes(first), bytes: first.length })
  const copy: Source = { ...profile('x', addresses.slice(0, 1)), id: 'text-copy/x', kind: 'text copy' }
  const folder = await fetchFolder([locked, { ...copy, sha256: hashBytes(first) }])
  const document = findDocument(await folder.fetch(testSettings(server)), 'profile/x')
  assert.deepEqual([document.outcome, document.failures[0]?.code], ['fetched', 'other_bytes'])
  assert.deepEqual(await folder.files(), ['profile/x.pdf', `${editionId}.pdf`].sort())
  assert.deepEqual(await folder.read('profile/x.pdf'), first)
  assert.deepEqual(await folder.read(`${editionId}.pdf`), second)
})

test('a file that somebody else put there is neither overwritten nor taken for the document', async () => {
  const { folder, fetch } = await setUpDocument(serveBytes(first))
  await fetch()
  await writeFile(folder.path('profile/x.pdf'), 'mine')
  const document = await fetch()
  assert.equal(document.outcome, 'fetched')
  assert.equal((await folder.read('profile/x.pdf')).toString(), 'mine')
  assert.deepEqual(await folder.read(document.file), first)
})

test('a pipe and a link to itself among the files are reported, and the rest is fetched', async () => {
  const server = await startServer()
  const documents = ['pipe', 'loop', 'fine'].map((name) => {
    const bytes = pdfBytes(name)
    return profile(name, [server.on(`/${name}.pdf`, serveBytes(bytes))], { sha256: hashBytes(bytes) })
  })
  const folder = await fetchFolder(documents)
  const [pipe, loop] = [folder.path('profile/pipe.pdf'), folder.path('profile/loop.pdf')]
  await mkdir(dirname(pipe), { recursive: true })
  execFileSync('mkfifo', [pipe])
  await symlink(loop, loop)
  const report = await folder.fetch(testSettings(server))
  assert.equal(report.counts.fetched, documents.length, JSON.stringify(report.documents))
  assert.deepEqual(Object.keys(report.unusable).sort(), ['profile/loop.pdf', 'profile/pipe.pdf'])
})

test('where the address of publication is gone the archive is asked, and another time than asked is noted', async () => {
  const server = await startServer()
  const original = `${server.origin}/gone.pdf`
  const on = (timestamp: string, handler: Parameters<typeof server.on>[1]): string => {
    const address = captureAddress(server.origin, timestamp, original)
    server.on(new URL(address).pathname, handler)
    return address
  }
  const asked = on('20140101000000', redirect(on('20150203040506', serveBytes(first))))
  const folder = await fetchFolder([profile('x', [original, asked])])
  const document = findDocument(await folder.fetch(testSettings(server)), 'profile/x')
  assert.equal(document.outcome, 'from_archive')
  assert.match(document.notes.join(), /asked for the capture 20140101000000 and gave that of 20150203040506/)
  assert.equal((await folder.sources()).get('profile/x')?.captured, '2015-02-03T04:05:06Z')
})

test('the reason that the archive gives is passed on', async () => {
  const reason = 'AdministrativeAccessControlException: Blocked'
  const { fetch } = await setUpDocument(send(403, { 'x-archive-wayback-runtime-error': reason }))
  const [failure] = (await fetch()).failures
  assert.ok(failure?.message.includes(`refuses it (status 403: ${reason})`), failure?.message)
})

test('a report of all profiles that is gone is asked for at the archive, and is no failure', async () => {
  const server = await startServer()
  const addresses = ['/report.pdf', '/web/2id_/report.pdf'].map((path) => `${server.origin}${path}`)
  const folder = await fetchFolder([{ id: 'compendium/report', kind: 'compendium', addresses }])
  const { counts } = await folder.fetch(testSettings(server))
  assert.deepEqual([counts.unavailable, counts.failed], [1, 0])
  server.on('/web/2id_/report.pdf', serveBytes(first))
  assert.equal((await folder.fetch(testSettings(server))).counts.from_archive, 1)
})

test('an ETag in letters that no request may hold leaves the lock readable, and the document is asked for again', async () => {
  for (const etag of ['"\u00e9\u00ff"', 'W/"weak"', '', '"a b', '"\t"']) {
    const { folder, fetch } = await setUpDocument(send(200, { etag, 'last-modified': 'never' }, first))
    assert.equal((await fetch()).outcome, 'fetched', etag)
    assert.equal((await folder.sources()).size, 1)
    assert.equal((await fetch(true)).outcome, 'unchanged', etag)
  }
})

test('user names, passwords and signatures never reach the lock file or the report', async () => {
  const server = await startServer()
  const signed = server.on('/signed.pdf', serveBytes(first))
  const withPassword = `${signed.replace('//', '//reader:pass@')}?X-Amz-Signature=secret&X-Amz-Expires=60`
  const folder = await fetchFolder([
    profile('x', [server.on('/x.pdf', redirect(withPassword))]),
    profile('y', [server.on('/y.pdf', redirect(`${server.origin}/gone.pdf?token=secret`))]),
  ])
  const report = await folder.fetch(testSettings(server))
  assert.equal((await folder.sources()).get('profile/x')?.fetched?.address, signed)
  assert.match(server.asked.map(({ path }) => path).join(), /signed\.pdf\?X-Amz-Signature=secret/)
  for (const text of [JSON.stringify(report), await readFile(folder.lock, 'utf8')]) {
    assert.doesNotMatch(text, /secret|pass/)
  }
})
