import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { CliError, EXIT } from '../../io/cli-error.ts'
import { EXPLORER_FOLDER } from '../write-explorer.ts'
import { answer } from './answer.ts'
import type { ReleaseIndex } from './release-index.ts'

/** This machine alone. */
const HOST = '127.0.0.1'

/** Names by which a browser on this machine may ask; any other comes from a page that means no good. */
const OWN_NAMES = ['127.0.0.1', 'localhost']

/** A server that runs. */
export interface RunningServer {
  readonly address: string
  readonly close: () => Promise<void>
}

/** The port is taken, or may not be used. */
export class PortRefused extends CliError {
  override readonly name = 'PortRefused'
  constructor(message: string, options?: ErrorOptions) {
    super(EXIT.usage, message, options)
  }
}

const isOwnName = (host: string | undefined): boolean =>
  OWN_NAMES.includes((host ?? '').replace(/:\d+$/, '').toLowerCase())

const respond = async (
  request: IncomingMessage,
  response: ServerResponse,
  index: ReleaseIndex,
): Promise<void> => {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Cache-Control', 'no-cache')
  if (!isOwnName(request.headers.host)) return void response.writeHead(403).end()
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return void response.writeHead(405, { Allow: 'GET, HEAD' }).end()
  }
  const [path = '/'] = (request.url ?? '/').split(/[?#]/, 1)
  const found = await answer(path, index)
  if (found.status === 302) return void response.writeHead(302, { Location: found.location }).end()
  if (found.status === 404) return void response.writeHead(404).end('Not found\n')
  const content = Buffer.from(found.content)
  response.writeHead(200, { 'Content-Type': found.type, 'Content-Length': content.length })
  response.end(request.method === 'HEAD' ? undefined : content)
}

/**
 * Serves a release with its explorer and its papers, to be read, on this machine alone.
 * @param port 0 for any that is free
 * @throws PortRefused where the port cannot be used
 */
export const serveRelease = (index: ReleaseIndex, port: number): Promise<RunningServer> =>
  new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      respond(request, response, index).catch(() => response.destroy())
    })
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        new PortRefused(`Port ${port} cannot be used (${error.code ?? error.message}); name another one.`),
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
