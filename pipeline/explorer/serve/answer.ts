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

/** A file as it was when the release was built; one that was changed since is another. */
const fileAnswer = async (name: string, path: string, sha256: string): Promise<Answer> => {
  const content = await readFile(path).catch(() => null)
  if (!content || createHash('sha256').update(content).digest('hex') !== sha256) return NOT_FOUND
  return { status: 200, type: typeOf(name), content }
}

const paperAnswer = async (name: string, index: ReleaseIndex): Promise<Answer> => {
  const paper = index.papers.get(name)
  return paper === undefined ? NOT_FOUND : fileAnswer(name, paper.path, paper.sha256)
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
  const sha256 = index.files.get(file)
  return sha256 === undefined ? NOT_FOUND : fileAnswer(file, join(index.folder, file), sha256)
}
