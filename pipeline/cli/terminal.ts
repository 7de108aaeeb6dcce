import type { ExitCode } from '../io/cli-error.ts'
import { errorCode } from '../io/error-code.ts'
import { visibleControls } from './visible-controls.ts'

/** Where a command writes; given to it, so that tests read what it says. */
export interface Terminal {
  /** Results, which may be piped on. */
  readonly out: (text: string) => void
  /** Progress, summaries and errors, for a person. */
  readonly err: (text: string) => void
  /** Whether `err` is a terminal on which a line can be written over. */
  readonly live: boolean
  /** Whether `out` takes colours. */
  readonly colour: boolean
  /** Width of `out`, in characters. */
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

/** The terminal of this process. */
export const processTerminal = (): Terminal => {
  process.stdout.on('error', endQuietlyOnClosedPipe)
  return {
    out: (text) => void process.stdout.write(visibleControls(text)),
    err: (text) => void process.stderr.write(visibleControls(text)),
    live: process.stderr.isTTY === true,
    colour: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
    width: process.stdout.columns ?? 100,
  }
}
