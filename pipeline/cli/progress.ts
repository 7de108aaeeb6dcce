import type { Terminal } from './terminal.ts'

/** Where a line cannot be written over, one line for each of this many parts of the work. */
const PLAIN_STEPS = 4

/** How often a line is written over, at most. */
const LIVE_INTERVAL_MS = 100

const timeLeft = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`

/** Shows progress: one line that is written over on a terminal, a few plain lines elsewhere. */
const showSteps = (terminal: Terminal, what: string, now: () => number) => {
  let written = Number.NEGATIVE_INFINITY
  let shown = 0
  return (done: number, total: number, details = ''): void => {
    if (terminal.live) {
      if (done < total && now() - written < LIVE_INTERVAL_MS) return
      written = now()
      terminal.err(`\r\u001b[K${what}: ${done} of ${total}${details}${done === total ? '\n' : ''}`)
      return
    }
    const step = Math.floor((done * PLAIN_STEPS) / total)
    if (step > shown) {
      shown = step
      terminal.err(`${what}: ${done} of ${total}\n`)
    }
  }
}

/** Shows how many documents are read. */
export const showProgress = (
  terminal: Terminal,
  now: () => number = Date.now,
): ((done: number, total: number) => void) => {
  const show = showSteps(terminal, 'Reading documents', now)
  return (done, total) => show(done, total)
}

/** Shows how many documents are fetched, how fast, and how long the rest takes. */
export const showFetchProgress = (
  terminal: Terminal,
  now: () => number = Date.now,
): ((done: number, total: number, bytes: number) => void) => {
  const started = now()
  const show = showSteps(terminal, 'Fetching documents', now)
  return (done, total, bytes) => {
    const seconds = Math.max(0.001, (now() - started) / 1000)
    const left = done === total ? '' : `, ${timeLeft(((total - done) * seconds) / done)} left`
    show(done, total, `, ${(done / seconds).toFixed(1)} a second, ${(bytes / 1e6).toFixed(1)} MB${left}`)
  }
}
