import assert from 'node:assert/strict'
import { createServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net'
import { type TestContext, test } from 'vitest'
import { documentOf, fetchFolder, profile } from './fetching.ts'
import { pdfBytes, serveBytes, startServer, testSettings } from './hazard-server.ts'
import { SELF_SIGNED } from './self-signed.ts'

/** Lets a server listen on this machine, and gives its port. */
const listen = async (server: Server, context: TestContext): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  context.onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

test('a certificate that nobody vouches for is said to be that, is asked once, and is no missing network', async (context: TestContext) => {
  const other = await startServer(context)
  const asked: string[] = []
  let connections = 0
  const secure = createServer(SELF_SIGNED, (request, response) => {
    asked.push(request.url ?? '')
    response.end(pdfBytes('x'))
  })
  secure.on('connection', () => connections++)
  const port = await listen(secure, context)
  const documents = Array.from({ length: 20 }, (_, index) =>
    profile(`x-${index}`, [`https://127.0.0.1:${port}/${index}.pdf`]),
  )
  const folder = await fetchFolder(context, documents)
  const report = await folder.fetch(testSettings(other))
  assert.equal(report.offline, false)
  assert.deepEqual(report.unreachable, {})
  assert.equal(report.counts.failed, documents.length)
  const [reason] = documentOf(report, 'profile/x-7').failures
  assert.equal(reason?.code, 'certificate')
  assert.equal(reason?.message, 'the certificate of the host cannot be trusted (DEPTH_ZERO_SELF_SIGNED_CERT)')
  assert.deepEqual([asked, connections], [[], 1])
})

test('where one address has a wrong certificate the next is tried', async (context: TestContext) => {
  const other = await startServer(context)
  const port = await listen(createServer(SELF_SIGNED), context)
  const addresses = [`https://127.0.0.1:${port}/x.pdf`, other.on('/x.pdf', serveBytes(pdfBytes('x')))]
  const folder = await fetchFolder(context, [profile('x', addresses)])
  const document = documentOf(await folder.fetch(testSettings(other)), 'profile/x')
  assert.equal(document.outcome, 'fetched')
  assert.equal(document.failures[0]?.code, 'certificate')
})

test('a host that does not speak TLS where it should is said to be that', async (context: TestContext) => {
  const other = await startServer(context)
  const plain = createTcpServer((socket) => {
    socket.on('error', () => undefined).on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  })
  const port = await listen(plain, context)
  const folder = await fetchFolder(context, [profile('x', [`https://127.0.0.1:${port}/x.pdf`])])
  const report = await folder.fetch(testSettings(other))
  assert.equal(report.offline, false)
  assert.equal(documentOf(report, 'profile/x').failures[0]?.code, 'no_secure_connection')
})
