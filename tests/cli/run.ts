import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { run as runCommand } from '../../pipeline/cli/program.ts'
import type { Terminal } from '../../pipeline/cli/terminal.ts'
import { visibleControls } from '../../pipeline/cli/terminal-text.ts'

/** What a run of the command line wrote and ended with. */
export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A terminal that keeps what is written. */
export const keepOutput = () => {
  const written = { out: '', err: '' }
  const keep =
    (stream: 'out' | 'err') =>
    (text: string): void => {
      written[stream] += visibleControls(text)
    }
  const terminal: Terminal = { out: keep('out'), err: keep('err'), live: false, width: 100 }
  return { written, terminal }
}

/** Runs the command line in this process. */
export const run = async (...parameters: string[]): Promise<Run> => {
  const { written, terminal } = keepOutput()
  const code = await runCommand(parameters, terminal)
  return { code, ...written }
}

const main = fileURLToPath(new URL('../../pipeline/cli/main.js', import.meta.url))

/** Runs the command line in a process of its own, in which no file may be larger than `maxKilobytes`. */
export const runProcess = (parameters: readonly string[], maxKilobytes?: number): Promise<Run> =>
  new Promise((resolve, reject) => {
    const limit = maxKilobytes === undefined ? '' : `ulimit -f ${maxKilobytes}; `
    const child = spawn('sh', ['-c', `${limit}exec "$@"`, 'sh', process.execPath, main, ...parameters], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const written = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      written.out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      written.err += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...written }))
  })
