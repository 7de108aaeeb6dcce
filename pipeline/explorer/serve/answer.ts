import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { dataScript } from '../data/data-script.ts'
import { EXPLORER_FOLDER } from '../write-explorer.ts'
import { PAPERS_FOLDER, type ReleaseIndex } from './release-index.ts'

/** What is sent back: a file, or the place where it is. */
export type Answer =
  | { readonly status: 200; readonly type: string; readonly content: string | Uint8Array }
  | { readonly status: 302; readonly location: string }
  | { readonly status: 404 }

const NOT_FOUND = { status: 404 } as const

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

const typeOf = (name: string): string => TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream'

const decoded = (path: string): string | null => {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

const paperAnswer = async (name: string, index: ReleaseIndex): Promise<Answer> => {
  const paper = index.papers.get(name)
  const content = paper && (await readFile(paper.path).catch(() => null))
  // a file that was changed since the build is not the paper that the release speaks of
  if (!content || createHash('sha256').update(content).digest('hex') !== paper.sha256) return NOT_FOUND
  return { status: 200, type: typeOf(name), content }
}

/**
 * Answers a request by looking its path up among what the index lists; no path is ever made of a request.
 * @param path path of the address, percent-encoded, with its leading slash
 */
export const answer = async (path: string, index: ReleaseIndex): Promise<Answer> => {
  const name = decoded(path.slice(1))
  if (name === null) return NOT_FOUND
  if (name === '' || name === EXPLORER_FOLDER) return { status: 302, location: `/${EXPLORER_FOLDER}/` }
  if (name === `${EXPLORER_FOLDER}/data/papers.js`) {
    const content = dataScript('papers', index.papers.size > 0 ? `../${PAPERS_FOLDER}/` : null)
    return { status: 200, type: typeOf(name), content }
  }
  if (name.startsWith(`${PAPERS_FOLDER}/`)) return paperAnswer(name.slice(PAPERS_FOLDER.length + 1), index)
  const file = name === `${EXPLORER_FOLDER}/` ? `${EXPLORER_FOLDER}/index.html` : name
  if (!index.files.has(file)) return NOT_FOUND
  const content = await readFile(join(index.folder, file)).catch(() => null)
  return content ? { status: 200, type: typeOf(file), content } : NOT_FOUND
}
