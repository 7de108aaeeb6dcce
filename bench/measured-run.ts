import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** What a process and its descendants use. */
export interface TreeUse {
  /** Time on processors, in seconds. */
  readonly seconds: number
  /** Resident memory. */
  readonly bytes: number
}

/** How long a program took, and the most memory that it and all its descendants held together. */
export interface MeasuredRun {
  readonly seconds: number
  readonly peakBytes: number
}

const LOOK_INTERVAL_MS = 100

/** As Linux has them on all common machines. */
const TICKS_PER_SECOND = 100
const PAGE_BYTES = 4096

interface Entry extends TreeUse {
  readonly parent: number
}

const readEntry = (pid: string): Entry | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // the fields after the name in brackets, see proc_pid_stat(5)
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [, parent, user, system, childUser, childSystem, pages] = [0, 1, 11, 12, 13, 14, 21].map((index) =>
      Number(fields[index]),
    )
    const ticks = [user, system, childUser, childSystem].reduce<number>((sum, value = 0) => sum + value, 0)
    return { parent: parent ?? 0, seconds: ticks / TICKS_PER_SECOND, bytes: (pages ?? 0) * PAGE_BYTES }
  } catch {
    return null // it ended meanwhile
  }
}

/** Resources used by a process and its descendants, from /proc (Linux only). */
export const readTreeUse = (root: number): TreeUse => {
  const entries = new Map<number, Entry>()
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const entry = readEntry(pid)
    if (entry) entries.set(Number(pid), entry)
  }
  const isBelow = (pid: number): boolean => {
    const parent = entries.get(pid)?.parent ?? 0
    return pid === root || (parent > 1 && isBelow(parent))
  }
  const below = [...entries].filter(([pid]) => isBelow(pid)).map(([, entry]) => entry)
  return {
    seconds: below.reduce((sum, { seconds }) => sum + seconds, 0),
    bytes: below.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

/**
 * Runs a program to its end.
 * @throws Error if it fails
 */
export const measureRun = async (program: string, parameters: readonly string[]): Promise<MeasuredRun> => {
  const started = performance.now()
  const child = spawn(program, parameters, { stdio: ['ignore', 'ignore', 'pipe'] })
  let output = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-4_000)
  })
  let peakBytes = 0
  const timer = setInterval(() => {
    if (child.pid !== undefined) peakBytes = Math.max(peakBytes, readTreeUse(child.pid).bytes)
  }, LOOK_INTERVAL_MS)
  const { promise, resolve, reject } = Promise.withResolvers<number | null>()
  child.once('error', reject)
  child.once('close', resolve)
  try {
    const status = await promise
    if (status !== 0) throw new Error(`${program} ${parameters.join(' ')} ended with ${status}: ${output}`)
    return { seconds: (performance.now() - started) / 1_000, peakBytes }
  } finally {
    clearInterval(timer)
  }
}
