import { execFile } from 'node:child_process'
import { resolve } from 'node:path'

/** Poppler’s `pdftotext`, as a function of the path of a PDF; rejects with {@link PdftotextFailed}. */
export interface Pdftotext {
  readonly version: string
  readonly bboxLayout: (path: string) => Promise<string>
}

/** Poppler could not read a file; the message is its own first line. */
export class PdftotextFailed extends Error {
  override readonly name = 'PdftotextFailed'
}

/** What a run printed, and whether the program could be started and ended well. */
interface Ended {
  readonly out: string
  readonly err: string
  readonly failure: string | null
}

/** More than the largest layout of a bound volume of all profiles. */
const MOST_OUTPUT = 512 * 1024 * 1024
const LONGEST_RUN_MS = 300_000

const run = (program: string, parameters: readonly string[]): Promise<Ended> =>
  new Promise((settle) => {
    const limits = { maxBuffer: MOST_OUTPUT, timeout: LONGEST_RUN_MS }
    execFile(program, parameters, limits, (error, out, err) =>
      settle({ out, err, failure: error ? String(error.code ?? error.signal ?? error.message) : null }),
    )
  })

/** Finds a `pdftotext` that knows `-bbox-layout` (poppler’s does, others do not); null where there is none. */
export const findPdftotext = async (program = 'pdftotext'): Promise<Pdftotext | null> => {
  const { out, err } = await run(program, ['-h'])
  const help = out + err
  if (!help.includes('-bbox-layout')) return null
  return {
    version: /version (\S+)/.exec(help)?.[1] ?? 'unknown',
    bboxLayout: async (path) => {
      const ended = await run(program, [
        '-q',
        '-enc',
        'UTF-8',
        '-cropbox',
        '-bbox-layout',
        resolve(path),
        '-',
      ])
      if (ended.failure === null) return ended.out
      throw new PdftotextFailed(ended.err.trim().split('\n')[0] || `it ended with ${ended.failure}`)
    },
  }
}
