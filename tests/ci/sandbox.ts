import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

/** What the scripts in .ci, and the stand-ins of the tests, call besides Node.js and npm. */
const TOOLS = ['basename', 'bash', 'cmp', 'cp', 'dirname', 'env', 'grep', 'mkdir', 'mktemp', 'rm']

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const locate = (tool: string): string => {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const found = folders.map((folder) => join(folder, tool)).find(isExecutable)
  if (found === undefined) throw new Error(`${tool} is not on the PATH`)
  return found
}

/** A project with nothing but scripts of .ci, and a PATH with nothing but the tools that they call. */
export interface Sandbox {
  /** The text of a file, by its path from the root of the project. */
  readonly read: (name: string) => string
  readonly write: (name: string, text: string) => void
  /** Makes a file look as if it had been written long ago. */
  readonly makeOlder: (name: string) => void
  /** Writes a shell script: on the PATH by a plain name, else by its path from the root of the project. */
  readonly program: (name: string, script: string) => void
  /** Runs a script of .ci at the root of the project. */
  readonly run: (script: string, ...parameters: readonly string[]) => ScriptResult
  readonly remove: () => void
}

interface ScriptResult {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Makes a {@link Sandbox} with the named scripts of .ci, in a folder whose name holds a space. */
export const createSandbox = (scripts: readonly string[]): Sandbox => {
  const folder = mkdtempSync(join(tmpdir(), 'a project '))
  const root = join(folder, 'project')
  const bin = join(folder, 'bin')
  const home = join(folder, 'home')
  for (const needed of [bin, home, join(root, '.ci')]) mkdirSync(needed, { recursive: true })
  for (const tool of TOOLS) symlinkSync(locate(tool), join(bin, tool))
  for (const script of scripts) {
    cpSync(new URL(`../../.ci/${script}`, import.meta.url), join(root, '.ci', script))
  }

  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  return {
    read: (name) => readFileSync(join(root, name), 'utf8'),
    write,
    makeOlder: (name) => utimesSync(join(root, name), 0, 0),
    program: (name, script) => {
      const path = name.includes('/') ? name : join('..', 'bin', name)
      write(path, `#!/usr/bin/env bash\n${script}\n`)
      chmodSync(join(root, path), 0o755)
    },
    run: (script, ...parameters) => {
      const env = { PATH: bin, HOME: home }
      const { status, stdout, stderr } = spawnSync(join(root, '.ci', script), parameters, {
        cwd: root,
        encoding: 'utf8',
        env,
      })
      return { status, stdout, stderr }
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}

/** A stand-in for Node.js that says whether it is new enough, and otherwise its name and what it was called with. */
export const fakeNode = (name: string, isNewEnough: boolean): string =>
  `if [ "$1" = --print ]; then echo ${isNewEnough}; else echo "${name}" "$@"; fi`
