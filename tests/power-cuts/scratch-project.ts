import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { copyProject, PROJECT } from '../../pipeline/quality/verify.ts'

/** What a run of `make all` differs in from another of the same sources: its times, and the lock between processes. */
const PASSING = new Set(['raw/fetch-report.json', 'raw/discover-report.json', 'raw/files/.lock'])

/** A copy of the project, with `raw/` and `out/` of its own. */
export interface ScratchProject {
  readonly at: (...names: string[]) => string
  /** Puts both folders back as a state has them, and removes what runs left and read. */
  readonly restore: (state: string) => Promise<void>
  /** Keeps both folders as a state. */
  readonly save: (state: string) => Promise<void>
  /** Starts `make all` with all that it starts in a group of its own. */
  readonly start: () => ChildProcess
}

/** Makes a {@link ScratchProject} in a folder, that fetches by the given settings. */
export const scratchProject = async (folder: string, settings: string): Promise<ScratchProject> => {
  const project = join(folder, 'project')
  await copyProject(project)
  for (const name of ['Makefile', '.ci']) await symlink(join(PROJECT, name), join(project, name))
  // compiled code stays, which would take longest
  const own = new Set([...(await readdir(project)), '.cache'])
  const at = (...names: string[]): string => join(project, ...names)
  return {
    at,
    restore: async (state) => {
      for (const name of await readdir(project)) {
        if (!own.has(name)) await rm(at(name), { recursive: true, force: true })
      }
      await rm(at('.cache', 'documents'), { recursive: true, force: true })
      await cp(join(folder, state), project, { recursive: true })
    },
    save: async (state) => {
      await mkdir(join(folder, state))
      for (const name of ['raw', 'out']) {
        await cp(at(name), join(folder, state, name), { recursive: true })
      }
    },
    start: () =>
      spawn('make', ['all', `SETTINGS=${settings}`, 'ACCEPT=1'], {
        cwd: project,
        detached: true,
        stdio: 'ignore',
      }),
  }
}

/** Runs `make all` to its end; how many milliseconds it took. */
export const runThrough = async (project: ScratchProject): Promise<number> => {
  const begun = performance.now()
  const [code] = await once(project.start(), 'exit')
  if (code !== 0) throw new Error(`a run of make that nobody disturbed ended with ${code}`)
  return performance.now() - begun
}

const isGone = (group: number): boolean => {
  try {
    process.kill(-group, 0)
    return false
  } catch {
    return true
  }
}

/** Kills a process and all that it started, and waits until none of them is left. */
export const killGroup = async (child: ChildProcess): Promise<void> => {
  const { pid } = child
  if (pid === undefined) return
  if (!isGone(pid)) process.kill(-pid, 'SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  // orphans whose end nobody asks for stay listed; they no longer write
  for (let looks = 0; looks < 100 && !isGone(pid); looks++) await sleep(10)
}

/** SHA-256 by the path of every file below a folder, but what passes; null where there is no such folder. */
export const hashesBelow = async (
  project: ScratchProject,
  name: 'raw' | 'out',
): Promise<ReadonlyMap<string, string> | null> => {
  const entries = await readdir(project.at(name), { recursive: true, withFileTypes: true }).catch(() => null)
  if (entries === null) return null
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(project.at().length + 1))
    .filter((path) => !PASSING.has(path))
  const hashes = new Map<string, string>()
  for (const path of paths.sort()) {
    hashes.set(
      path,
      createHash('sha256')
        .update(await readFile(project.at(path)))
        .digest('hex'),
    )
  }
  return hashes
}
