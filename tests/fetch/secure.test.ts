import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import { join } from 'node:path'
import { test } from 'vitest'
import { startCommand } from '../queue/command.ts'
import { fetchFolder, findDocument, profile, readOutcome } from './fetching.ts'
import {
  listen,
  pdfBytes,
  redirect,
  SELF_SIGNED,
  serveBytes,
  startServer,
  testSettings,
} from './hazard-server.ts'

const tls = { cert: readFileSync(SELF_SIGNED.cert), key: readFileSync(SELF_SIGNED.key) }
const good = serveBytes(pdfBytes('good'))

test('a redirect may change http to https, and not back', async () => {
  const server = await startServer()
  const secure = createServer(tls, (request, response) => {
    const handler = request.url === '/up.pdf' ? good : redirect(`${server.origin}/down.pdf`)
    handler(request, response, 0)
  })
  const secureOrigin = `https://127.0.0.1:${await listen(secure)}`
  server.on('/down.pdf', good)
  const folder = await fetchFolder([
    profile('up', [server.on('/up.pdf', redirect(`${secureOrigin}/up.pdf`))]),
    profile('down', [`${secureOrigin}/down.pdf`]),
  ])
  const settings = join(folder.lock, '../settings.json')
  await writeFile(settings, JSON.stringify(testSettings(server)))
  const environment = { NODE_EXTRA_CA_CERTS: SELF_SIGNED.cert }
  const command = startCommand(['fetch', '--lock', folder.lock, '--settings', settings], { environment })
  await command.ended
  assert.match(command.said(), /1 {2}fetched\n/)
  assert.match(command.said(), /profile\/down: it is redirected to where no document is fetched from \(http:/)
  assert.deepEqual(await folder.files(), ['profile/up.pdf'])
})

test('a host with an untrusted certificate or without TLS is given up, is not offline, and the next address is tried', async () => {
  const other = await startServer()
  const asked: string[] = []
  let connections = 0
  const secure = createServer(tls, ({ url = '' }) => asked.push(url))
  secure.on('connection', () => connections++)
  const port = await listen(secure)
  const next = other.on('/x.pdf', good)
  const documents = Array.from({ length: 20 }, (_, index) =>
    profile(`x-${index}`, [`https://127.0.0.1:${port}/${index}.pdf`, ...(index === 7 ? [next] : [])]),
  )
  const { origin } = await startServer()
  documents.push(profile('plain', [`${origin.replace('http', 'https')}/x.pdf`]))
  const report = await (await fetchFolder(documents)).fetch(testSettings(other))
  assert.deepEqual([report.offline, report.unreachable], [false, {}])
  assert.deepEqual([report.counts.failed, report.counts.fetched], [20, 1])
  const [reason] = findDocument(report, 'profile/x-7').failures
  assert.equal(reason?.code, 'untrusted')
  assert.equal(readOutcome(findDocument(report, 'profile/plain')), 'untrusted')
  assert.match(reason?.message ?? '', /secure connection .* \(DEPTH_ZERO_SELF_SIGNED_CERT\)/)
  assert.deepEqual(asked, [])
  assert.ok(connections <= testSettings(other).connections_per_host)
})
