import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a run of the command line said and ended with. */
export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const main = fileURLToPath(new URL('../../pipeline/cli/main.js', import.meta.url))

const runProgram = (program: string, parameters: readonly string[]): Promise<Run> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })

/** Runs the command line in a process of its own. */
export const run = (...parameters: string[]): Promise<Run> =>
  runProgram(process.execPath, [main, ...parameters])

/** Runs it where no file may be larger than about a megabyte: writing fails as on a full disk, with no disk of its own. */
export const runWithSmallFiles = (...parameters: string[]): Promise<Run> =>
  runProgram('sh', ['-c', 'ulimit -f 1024; exec "$@"', 'sh', process.execPath, main, ...parameters])
