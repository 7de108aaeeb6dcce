import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { CliError, EXIT } from '../../io/cli-error.ts'
import { EXPLORER_FOLDER } from '../write-explorer.ts'
import { findAnswer } from './find-answer.ts'
import type { ReleaseIndex } from './release-index.ts'

/** This machine alone. */
const HOST = '127.0.0.1'

/** Names by which a browser on this machine may ask; any other name comes from a hostile page. */
const OWN_NAMES = ['127.0.0.1', 'localhost']

/** Where a request may come from, as browsers say in `Sec-Fetch-Site`: the explorer itself, or the address bar. */
const OWN_SITES = ['same-origin', 'none']

/** A running server. */
export interface RunningServer {
  readonly address: string
  readonly close: () => Promise<void>
}

const isOwnName = (host: string | undefined): boolean =>
  OWN_NAMES.includes((host ?? '').replace(/:\d+$/, '').toLowerCase())

/** Pages of other sites may link to the explorer, but not load its files. */
const isOwnSite = ({ headers }: IncomingMessage): boolean =>
  OWN_SITES.includes(String(headers['sec-fetch-site'] ?? 'none')) || headers['sec-fetch-mode'] === 'navigate'

const respond = async (
  request: IncomingMessage,
  response: ServerResponse,
  index: ReleaseIndex,
): Promise<void> => {
  const left = new AbortController()
  response.on('close', () => left.abort())
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Cache-Control', 'no-cache')
  if (!isOwnName(request.headers.host) || !isOwnSite(request)) return void response.writeHead(403).end()
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return void response.writeHead(405, { Allow: 'GET, HEAD' }).end()
  }
  const [path = '/'] = (request.url ?? '/').split(/[?#]/, 1)
  const found = await findAnswer(path, index, left.signal)
  if (found.status === 302) return void response.writeHead(302, { Location: found.location }).end()
  if (found.status === 404) return void response.writeHead(404).end('Not found\n')
  const content = Buffer.from(found.content)
  response.writeHead(200, { 'Content-Type': found.type, 'Content-Length': content.length })
  response.end(request.method === 'HEAD' ? undefined : content)
}

/**
 * Serves a release with its explorer and its source documents, read-only, on this machine alone.
 * @param port 0 for any that is free
 * @throws CliError if the port cannot be used
 */
export const serveRelease = (index: ReleaseIndex, port: number): Promise<RunningServer> =>
  new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      respond(request, response, index).catch(() => response.destroy())
    })
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        new CliError(
          EXIT.usage,
          `Port ${port} cannot be used (${error.code ?? error.message}); choose another with --port.`,
        ),
      ),
    )
    server.listen(port, HOST, () => {
      const bound = server.address()
      const number = bound !== null && typeof bound === 'object' ? bound.port : port
      resolve({
        address: `http://${HOST}:${number}/${EXPLORER_FOLDER}/`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      })
    })
  })
