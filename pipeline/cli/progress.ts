import type { Progress } from '../build/index.ts'
import type { Terminal } from './terminal.ts'

/** Elsewhere than on a terminal, one plain line for each of this many parts of the work. */
const PLAIN_STEPS = 4

/** Shows how many documents are read: one line written over on a terminal, a few plain lines elsewhere. */
export const showProgress = (terminal: Terminal): Progress => {
  let shown = 0
  return (done, total) => {
    if (terminal.live) {
      terminal.err(`\r\u001b[KReading documents: ${done} of ${total}${done === total ? '\n' : ''}`)
      return
    }
    const step = Math.floor((done * PLAIN_STEPS) / total)
    if (step > shown) {
      shown = step
      terminal.err(`Reading documents: ${done} of ${total}\n`)
    }
  }
}
