import { hash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { z } from 'zod'
import { documents } from '../../schemas/index.ts'
import { listSourceFiles } from '../fetch/index.ts'
import { decodePercent } from '../io/decode-percent.ts'
import { CliError, EXIT } from '../io/errors.ts'
import { readRegularFile, readRegularText } from '../io/regular-file.ts'
import { CHECKSUM_FILE, checksumsInList } from '../publish/index.ts'
import { dataScript } from './data/data-script.ts'
import { EXPLORER_FOLDER } from './write-explorer.ts'

const SOURCES_FOLDER = 'raw'

/** Larger than any file of a release of a million rows. */
const MAX_BYTES = 2_000_000_000

const servedDocuments = z.array(documents.row.pick({ file_name: true, sha256: true }).loose())

const readList = async <List>(folder: string, name: string, parse: (text: string) => List): Promise<List> => {
  try {
    return parse(await readRegularText(join(folder, name), MAX_BYTES))
  } catch {
    throw new CliError(EXIT.nothing, `${folder} holds no release (no ${name}); build one first: make all.`)
  }
}

/**
 * Lists what a server may show: what the release's list of checksums names, and of the inputs only the files that its
 * documents were read from.
 * @throws CliError if the folder holds no release, or one without an explorer
 * @throws CliError if an input does not exist
 */
export const releaseIndex = async (folder: string, inputs: readonly string[]) => {
  const checksums = await readList(folder, CHECKSUM_FILE, (text) =>
    new Map(checksumsInList(text)).set(CHECKSUM_FILE, hash('sha256', text)),
  )
  if (!checksums.has(`${EXPLORER_FOLDER}/index.html`)) {
    throw new CliError(EXIT.nothing, `The release in ${folder} has no explorer; build it again: make all.`)
  }
  const rows = await readList(folder, 'documents.json', (text) => servedDocuments.parse(JSON.parse(text)))
  const found = new Map((await listSourceFiles(inputs)).map(({ name, path }) => [name, path]))
  const sources = rows.flatMap(({ file_name, sha256 }) => {
    const path = found.get(file_name)
    return path === undefined ? [] : [[`${SOURCES_FOLDER}/${file_name}`, { path, sha256 }] as const]
  })
  const files = [...checksums].map(([name, sha256]) => [name, { path: join(folder, name), sha256 }] as const)
  return {
    /** Files with the hash that their bytes must have, by their path in an address. */
    files: new Map([...files, ...sources]),
    sources: sources.length,
  }
}

type ReleaseIndex = Readonly<Awaited<ReturnType<typeof releaseIndex>>>

/** The server is reachable from this machine only. */
const HOST = '127.0.0.1'

/** Names by which a browser on this machine may ask; any other name comes from a hostile page. */
const OWN_NAME = /^(127\.0\.0\.1|localhost)(:\d+)?$/i

/** Types of what browsers show; everything else is downloaded. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
}

const SAFE_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
}

/** Whether the explorer or the address bar asks; pages of other sites may link to it, but not load its files. */
const isOwnRequest = ({ headers }: IncomingMessage): boolean =>
  OWN_NAME.test(headers.host ?? '') &&
  (['same-origin', 'none'].includes(String(headers['sec-fetch-site'] ?? 'none')) ||
    headers['sec-fetch-mode'] === 'navigate')

/** The bytes of a regular file, if they are still those of the release. */
const readServed = async (path: string, sha256: string, signal: AbortSignal): Promise<Buffer | null> => {
  const content = await readRegularFile(path, MAX_BYTES, signal).catch(() => null)
  return content && hash('sha256', content) === sha256 ? content : null
}

/** Looks the path of a request up in the index; it never becomes a path on disk. */
const respond = async (request: IncomingMessage, response: ServerResponse, index: ReleaseIndex) => {
  const left = new AbortController()
  response.on('close', () => left.abort())
  response.setHeaders(new Headers(SAFE_HEADERS))
  if (!isOwnRequest(request)) return void response.writeHead(403).end()
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return void response.writeHead(405, { Allow: 'GET, HEAD' }).end()
  }
  const path = decodePercent((request.url ?? '/').replace(/[?#].*/s, '').slice(1))
  if (path === '' || path === EXPLORER_FOLDER) {
    return void response.writeHead(302, { Location: `/${EXPLORER_FOLDER}/` }).end()
  }
  const name = path === `${EXPLORER_FOLDER}/` ? `${path}index.html` : (path ?? '')
  const file = index.files.get(name)
  const content =
    name === `${EXPLORER_FOLDER}/data/sources.js`
      ? Buffer.from(dataScript('sources', index.sources > 0 ? `../${SOURCES_FOLDER}/` : null))
      : file && (await readServed(file.path, file.sha256, left.signal))
  if (!content) return void response.writeHead(404).end('Not found\n')
  response.setHeader('Content-Type', TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream')
  response.setHeader('Content-Length', content.length)
  response.end(request.method === 'HEAD' ? undefined : content)
}

/**
 * Serves a release with its explorer and its source documents, read-only, on this machine alone.
 * @param port 0 for any that is free
 * @throws CliError if the port cannot be used
 */
export const serveRelease = async (index: ReleaseIndex, port: number) => {
  const server = createServer((request, response) => {
    respond(request, response, index).catch(() => response.destroy())
  })
  server.listen(port, HOST)
  await once(server, 'listening').catch(({ message }: Error) => {
    throw new CliError(EXIT.usage, `Port ${port} cannot be used (${message}); choose another with --port.`)
  })
  const bound = server.address()
  const number = bound !== null && typeof bound === 'object' ? bound.port : port
  return {
    address: `http://${HOST}:${number}/${EXPLORER_FOLDER}/`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
