import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { test } from 'vitest'
import { fetchFolder, findDocument, profile, readOutcome } from './fetching.ts'
import { listen, pdfBytes, redirect, serveBytes, startServer, testSettings } from './hazard-server.ts'
import { SELF_SIGNED } from './self-signed.ts'

const MAIN = fileURLToPath(new URL('../../pipeline/cli/main.js', import.meta.url))
const good = serveBytes(pdfBytes('good'))

test('a redirect may change http to https, and not back', async () => {
  const server = await startServer()
  const secure = createServer(SELF_SIGNED, (request, response) => {
    const handler = request.url === '/up.pdf' ? good : redirect(`${server.origin}/down.pdf`)
    handler(request, response, 0)
  })
  const secureOrigin = `https://127.0.0.1:${await listen(secure)}`
  server.on('/down.pdf', good)
  const folder = await fetchFolder([
    profile('up', [server.on('/up.pdf', redirect(`${secureOrigin}/up.pdf`))]),
    profile('down', [`${secureOrigin}/down.pdf`]),
  ])
  const place = (name: string): string => join(folder.lock, '..', name)
  await writeFile(place('settings.json'), JSON.stringify(testSettings(server)))
  await writeFile(place('cert.pem'), SELF_SIGNED.cert)
  const parameters = [MAIN, 'fetch', '--lock', folder.lock, '--settings', place('settings.json')]
  const child = spawn(process.execPath, parameters, {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: place('cert.pem') },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said = await text(child.stderr)
  assert.match(said, /1 {2}fetched\n/)
  assert.match(said, /profile\/down: it is redirected to where no document is fetched from \(http:/)
  assert.deepEqual(await folder.files(), ['profile/up.pdf'])
})

test('a host with an untrusted certificate is given up, is not offline, and the next address is tried', async () => {
  const other = await startServer()
  const asked: string[] = []
  let connections = 0
  const secure = createServer(SELF_SIGNED, ({ url = '' }) => asked.push(url))
  secure.on('connection', () => connections++)
  const port = await listen(secure)
  const next = other.on('/x.pdf', good)
  const documents = Array.from({ length: 20 }, (_, index) =>
    profile(`x-${index}`, [`https://127.0.0.1:${port}/${index}.pdf`, ...(index === 7 ? [next] : [])]),
  )
  const report = await (await fetchFolder(documents)).fetch(testSettings(other))
  assert.deepEqual([report.offline, report.unreachable], [false, {}])
  assert.deepEqual([report.counts.failed, report.counts.fetched], [19, 1])
  const [reason] = findDocument(report, 'profile/x-7').failures
  assert.equal(reason?.code, 'untrusted')
  assert.match(reason?.message ?? '', /secure connection .* \(DEPTH_ZERO_SELF_SIGNED_CERT\)/)
  assert.deepEqual(asked, [])
  assert.ok(connections <= testSettings(other).connections_per_host)
})

test('a host that does not speak TLS where it should is said to be that', async () => {
  const server = await startServer()
  const folder = await fetchFolder([profile('x', [`${server.origin.replace('http', 'https')}/x.pdf`])])
  const report = await folder.fetch(testSettings(server))
  assert.equal(report.offline, false)
  assert.equal(readOutcome(findDocument(report, 'profile/x')), 'untrusted')
})
