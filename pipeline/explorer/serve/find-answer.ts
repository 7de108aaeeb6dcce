import { createHash } from 'node:crypto'
import { extname, join } from 'node:path'
import { readRegularFile } from '../../io/regular-file.ts'
import { dataScript } from '../data/data-script.ts'
import { EXPLORER_FOLDER } from '../write-explorer.ts'
import { type ReleaseIndex, SOURCES_FOLDER } from './release-index.ts'

/** What is sent back: a file, or the place where it is. */
export type Answer =
  | { readonly status: 200; readonly type: string; readonly content: string | Uint8Array }
  | { readonly status: 302; readonly location: string }
  | { readonly status: 404 }

const NOT_FOUND = { status: 404 } as const

/** Larger than any file of a release of a million rows. */
const MAX_BYTES = 2_000_000_000

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
}

const findType = (name: string): string => TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream'

const decodePath = (path: string): string | null => {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/** A regular file whose bytes are those of the release; anything else is not found. */
const readAnswer = async (
  name: string,
  file: { readonly path: string; readonly sha256: string } | undefined,
  signal: AbortSignal,
): Promise<Answer> => {
  if (file === undefined) return NOT_FOUND
  const content = await readRegularFile(file.path, MAX_BYTES, signal).catch(() => null)
  if (!content || createHash('sha256').update(content).digest('hex') !== file.sha256) return NOT_FOUND
  return { status: 200, type: findType(name), content }
}

/**
 * Answers a request by looking its path up in the index; a request never becomes a path on disk.
 * @param path path of the address, percent-encoded, with its leading slash
 * @param signal stops reading when the client has left
 */
export const findAnswer = async (path: string, index: ReleaseIndex, signal: AbortSignal): Promise<Answer> => {
  const name = decodePath(path.slice(1))
  if (name === null) return NOT_FOUND
  if (name === '' || name === EXPLORER_FOLDER) return { status: 302, location: `/${EXPLORER_FOLDER}/` }
  if (name === `${EXPLORER_FOLDER}/data/sources.js`) {
    const content = dataScript('sources', index.sources.size > 0 ? `../${SOURCES_FOLDER}/` : null)
    return { status: 200, type: findType(name), content }
  }
  if (name.startsWith(`${SOURCES_FOLDER}/`)) {
    return readAnswer(name, index.sources.get(name.slice(SOURCES_FOLDER.length + 1)), signal)
  }
  const file = name === `${EXPLORER_FOLDER}/` ? `${EXPLORER_FOLDER}/index.html` : name
  const sha256 = index.files.get(file)
  return readAnswer(
    file,
    sha256 === undefined ? undefined : { path: join(index.folder, file), sha256 },
    signal,
  )
}
