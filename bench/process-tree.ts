import { readdirSync, readFileSync } from 'node:fs'

/** What a process and its descendants used up to a moment. */
export interface TreeUse {
  /** Time on processors, in seconds, of those that still run and of those they waited for. */
  readonly seconds: number
  /** Resident memory, in bytes. */
  readonly memory: number
}

/** Clock ticks a second and bytes a page, as Linux has them on all common machines. */
const TICKS = 100
const PAGE = 4096

interface Entry {
  readonly parent: number
  readonly seconds: number
  readonly memory: number
}

const entryOf = (pid: string): Entry | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // fields from the third on stand behind the name in brackets, see proc_pid_stat(5)
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + (fields[index] ?? 0), 0)
    return { parent: fields[1] ?? 0, seconds: ticks / TICKS, memory: (fields[21] ?? 0) * PAGE }
  } catch {
    return null // it ended meanwhile
  }
}

/** What a process and its descendants have used, by /proc (Linux alone). */
export const treeUse = (root: number): TreeUse => {
  const entries = new Map<number, Entry>()
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const entry = entryOf(pid)
    if (entry) entries.set(Number(pid), entry)
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (entries.get(pid)?.parent ?? 0) > 1
      ? pid === root || isBelow(entries.get(pid)?.parent ?? 0)
      : false
  let seconds = 0
  let memory = 0
  for (const [pid, entry] of entries) {
    if (!isBelow(pid)) continue
    seconds += entry.seconds
    memory += entry.memory
  }
  return { seconds, memory }
}
