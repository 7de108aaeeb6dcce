import type { FetchProgress } from '../fetch/network.ts'
import type { Terminal } from './terminal.ts'

/** Elsewhere than on a terminal, one plain line for each of this many parts of the work. */
const PLAIN_STEPS = 4
/** On a terminal the line is written at most so often, in milliseconds. */
const LIVE_SPACING_MS = 100

const timeLeft = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`

/** Shows how many documents are done, how fast, and how long it takes yet. */
export const showFetchProgress = (terminal: Terminal, now: () => number = Date.now): FetchProgress => {
  const started = now()
  let written = 0
  let step = 0
  return (done, total, bytes) => {
    const time = now()
    const elapsed = Math.max(0.001, (time - started) / 1000)
    const counts = `Fetching documents: ${done} of ${total}`
    if (terminal.live) {
      if (done < total && time - written < LIVE_SPACING_MS) return
      written = time
      const rate = `${(done / elapsed).toFixed(1)} a second, ${(bytes / 1e6).toFixed(1)} MB`
      const left = done === total ? '' : `, ${timeLeft(((total - done) * elapsed) / done)} left`
      terminal.err(`\r\u001b[K${counts}, ${rate}${left}${done === total ? '\n' : ''}`)
      return
    }
    const reached = Math.floor((done * PLAIN_STEPS) / total)
    if (reached > step) {
      step = reached
      terminal.err(`${counts}\n`)
    }
  }
}
