import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'

/** How long a program took, and the most memory that it and all processes it started held together. */
export interface MeasuredRun {
  /** Seconds from start to end. */
  readonly seconds: number
  /** Resident memory in bytes; null where the system has no `/proc`. */
  readonly peakMemory: number | null
}

/** How often memory is looked at, in milliseconds. */
const LOOK_EVERY = 100

const statusOf = async (id: string): Promise<{ parent: number; memory: number } | null> => {
  const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => null)
  if (status === null) return null
  const numberIn = (pattern: RegExp): number => Number(pattern.exec(status)?.[1] ?? 0)
  return { parent: numberIn(/^PPid:\s+(\d+)/m), memory: numberIn(/^VmRSS:\s+(\d+) kB/m) * 1024 }
}

/** Resident memory of a process and all below it; null where it cannot be looked at. */
const memoryOfTree = async (root: number): Promise<number | null> => {
  const names = await readdir('/proc').catch(() => null)
  if (names === null) return null
  const processes = new Map<number, { parent: number; memory: number }>()
  for (const name of names) {
    const status = /^\d+$/.test(name) ? await statusOf(name) : null
    if (status) processes.set(Number(name), status)
  }
  const isBelow = (id: number): boolean => {
    for (let at: number | undefined = id; at !== undefined && at > 1; at = processes.get(at)?.parent) {
      if (at === root) return true
    }
    return false
  }
  return [...processes].reduce((sum, [id, { memory }]) => sum + (isBelow(id) ? memory : 0), 0)
}

/**
 * Runs a program to its end.
 * @throws Error where it does not end well
 */
export const measuredRun = async (
  program: string,
  parameters: readonly string[],
  watchMemory = false,
): Promise<MeasuredRun> => {
  const started = performance.now()
  const child = spawn(program, parameters, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4_000)
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  let peak: number | null = null
  let isOver = false
  const watch = async (): Promise<void> => {
    while (!isOver && child.pid !== undefined) {
      const memory = await memoryOfTree(child.pid)
      if (memory !== null) peak = Math.max(peak ?? 0, memory)
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
    }
  }
  const watching = watchMemory ? watch() : undefined
  const status = await ended
  const seconds = (performance.now() - started) / 1_000
  isOver = true
  await watching
  if (status !== 0) throw new Error(`${program} ${parameters.join(' ')} ended with ${status}: ${said}`)
  return { seconds, peakMemory: peak }
}
