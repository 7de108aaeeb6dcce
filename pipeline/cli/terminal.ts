import { type ExitCode, errorCode } from '../io/errors.ts'
import { oneLine, visibleControls } from './terminal-text.ts'

export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether `err` is a terminal, on which a line can be overwritten. */
  readonly live: boolean
  readonly width: number
}

/** What a command is given: where to write, and how to end with another code than success. */
export interface CommandContext {
  readonly terminal: Terminal
  readonly end: (code: ExitCode) => void
}

/** A reader such as `head` may close the pipe before the end; that is no fault. */
const endQuietlyOnClosedPipe = (error: Error): void => {
  if (errorCode(error) === 'EPIPE') process.exit()
  throw error
}

export const processTerminal = (): Terminal => {
  process.stdout.on('error', endQuietlyOnClosedPipe)
  return {
    out: (text) => void process.stdout.write(visibleControls(text)),
    err: (text) => void process.stderr.write(visibleControls(text)),
    live: process.stderr.isTTY === true,
    width: process.stdout.columns ?? 100,
  }
}

export const formatJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

export const sayOn =
  (terminal: Terminal) =>
  (...sentences: readonly string[]): void => {
    for (const sentence of sentences) terminal.err(`${oneLine(sentence)}\n`)
  }

/** Number of plain lines where a line cannot be overwritten. */
const PLAIN_STEPS = 4

/** The shortest time between two versions of a line that is overwritten. */
const LIVE_INTERVAL_MS = 100

/** Shows progress: one line that is overwritten on a terminal, a few plain lines elsewhere. */
export const showProgress = (terminal: Terminal, what = 'Reading documents', now = Date.now) => {
  let written = Number.NEGATIVE_INFINITY
  let shown = 0
  return (done: number, total: number): void => {
    if (terminal.live) {
      if (done < total && now() - written < LIVE_INTERVAL_MS) return
      written = now()
      terminal.err(`\r\u001b[K${what}: ${done} of ${total}${done === total ? '\n' : ''}`)
      return
    }
    const step = Math.floor((done * PLAIN_STEPS) / total)
    if (step > shown) {
      shown = step
      terminal.err(`${what}: ${done} of ${total}\n`)
    }
  }
}
