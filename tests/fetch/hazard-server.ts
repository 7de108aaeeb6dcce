import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http'
import type { Server, Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { type FetchSettings, fetchSettings } from '../../schemas/index.ts'

/** Answers one path; `times` is how often the path was asked before. */
export type Handler = (request: IncomingMessage, response: ServerResponse, times: number) => void

/** A server on this machine, with what it was asked. */
export interface HazardServer {
  readonly origin: string
  /** Every request that came, in order: method, path and the headers that matter. */
  readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[]
  /** Answers a path, which counts as never asked before. */
  readonly on: (path: string, handler: Handler) => string
}

const [cert, key] = ['cert', 'key'].map((name) =>
  fileURLToPath(new URL(`../fixtures/fetch/${name}.pem`, import.meta.url)),
) as [string, string]
/** The files of a certificate for this machine that nobody vouches for, and of its key. */
export const SELF_SIGNED = { cert, key }

type OnEnd = (end: () => void) => void

/** Lets a server listen on this machine until the test ends, and gives its port. */
export const listen = async (server: Server, onEnd: OnEnd = onTestFinished): Promise<number> => {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket.on('error', () => undefined)))
  onEnd(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  assert.ok(address !== null && typeof address === 'object')
  return address.port
}

/** Starts a server that answers paths by handlers, and others with 404. */
export const startServer = async (onEnd?: OnEnd): Promise<HazardServer> => {
  const handlers = new Map<string, Handler>()
  const times = new Map<string, number>()
  const asked: HazardServer['asked'] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push({ path, headers: request.headers })
    const before = times.get(path) ?? 0
    times.set(path, before + 1)
    const handler = handlers.get(path) ?? handlers.get(path.split('?')[0] ?? '') ?? send(404, {}, 'not here')
    handler(request, response, before)
  })
  const origin = `http://127.0.0.1:${await listen(server, onEnd)}`
  return {
    origin,
    asked,
    on: (path, handler) => {
      handlers.set(path, handler)
      times.delete(path)
      return `${origin}${path}`
    },
  }
}

/** Sends a whole response. */
export const send =
  (status: number, headers: OutgoingHttpHeaders = {}, body: string | Buffer = 'no'): Handler =>
  (_, response) =>
    response.writeHead(status, headers).end(body)

export const redirect = (location: string): Handler => send(302, { location })

/** Sends the beginning of a body and cuts the connection. */
export const cut =
  (headers: OutgoingHttpHeaders, body: Buffer): Handler =>
  (_, response) =>
    response.writeHead(200, headers).write(body, () => response.socket?.end())

/** Writes bytes that may not be HTTP, and ends. */
export const sendRaw =
  (...bytes: (string | Buffer)[]): Handler =>
  (_, response) =>
    response.socket?.end(Buffer.concat(bytes.map((part) => Buffer.from(part))))

/** Answers the first request otherwise than those after it. */
export const first =
  (handler: Handler, then: Handler): Handler =>
  (request, response, times) =>
    (times === 0 ? handler : then)(request, response, times)

/** The bytes of a PDF, as far as fetching looks at them: a name, and as long as asked for. */
export const pdfBytes = (name: string, length = 4000): Buffer => {
  const head = `%PDF-1.4\n% ${name}\n`
  const tail = '\n%%EOF\n'
  return Buffer.from(head + 'x'.repeat(Math.max(0, length - head.length - tail.length)) + tail)
}

/** Serves bytes with a strong ETag, conditional requests and ranges. */
export const serveBytes =
  (
    bytes: Buffer,
    etag = `"${bytes.length}"`,
    finish = (response: ServerResponse, body: Buffer): void => void response.end(body),
  ): Handler =>
  (request, response) => {
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
    const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')
    const start = range && request.headers['if-range'] === etag ? Number(range[1]) : 0
    const body = bytes.subarray(start)
    const part = { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }
    if (start > 0) response.writeHead(206, { etag, ...part, 'content-length': body.length })
    else response.writeHead(200, { etag, 'content-type': 'application/pdf', 'content-length': body.length })
    finish(response, body)
  }

/** Serves like {@link serveBytes}, but a fifth at a time, so that a kill finds documents half received. */
export const servePiecemeal = (bytes: Buffer): Handler =>
  serveBytes(bytes, `"${hash('sha256', bytes)}"`, async (response, body) => {
    response.on('error', () => undefined)
    const length = Math.ceil(bytes.length / 5)
    for (let start = 0; start < body.length && !response.destroyed; start += length) {
      response.write(body.subarray(start, start + length))
      await sleep(20)
    }
    response.end()
  })

/** Settings for a server on this machine: nothing waits for long, and no limit is polite. */
export const testSettings = (server: HazardServer, more: Partial<FetchSettings> = {}): FetchSettings =>
  fetchSettings.parse({
    archive: server.origin,
    allowed_networks: ['127.0.0.0/8'],
    connections_per_host: 8,
    requests_per_second: null,
    first_delay: 0.01,
    longest_delay: 5,
    total_timeout: 60,
    attempts: 3,
    max_bytes: 20_000_000,
    ...more,
  })
