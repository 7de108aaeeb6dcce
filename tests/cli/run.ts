import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { run as runCommand } from '../../pipeline/cli/program.ts'
import type { Terminal } from '../../pipeline/cli/terminal.ts'
import { visibleControls } from '../../pipeline/cli/terminal-text.ts'

/** What a run of the command line wrote and ended with. */
export interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A terminal that keeps what is written. */
export const keepOutput = () => {
  const written = { out: '', err: '' }
  const terminal: Terminal = {
    out: (text) => {
      written.out += visibleControls(text)
    },
    err: (text) => {
      written.err += visibleControls(text)
    },
    ...{ live: false, width: 100 },
  }
  return { written, terminal }
}

/** Runs the command line in this process. */
export const run = async (...parameters: string[]): Promise<Run> => {
  const { written, terminal } = keepOutput()
  const code = await runCommand(parameters, terminal)
  return { code, ...written }
}

/** Runs the command line; checks the code that it ends with, and what it writes. */
export const checkRun = async (code: number, words: readonly string[], ...says: RegExp[]): Promise<Run> => {
  const result = await run(...words)
  assert.equal(result.code, code, result.out + result.err)
  for (const sentence of says) assert.match(result.out + result.err, sentence)
  return result
}

const main = fileURLToPath(new URL('../../pipeline/cli/main.js', import.meta.url))

/** Runs the command line in a process of its own, in which no file may be larger than `maxKilobytes`. */
export const runProcess = (parameters: readonly string[], maxKilobytes?: number): Promise<Run> =>
  new Promise((resolve) => {
    const limit = `ulimit -f ${maxKilobytes ?? 'unlimited'}; exec "$@"`
    execFile('sh', ['-c', limit, 'sh', process.execPath, main, ...parameters], (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), out, err }),
    )
  })
